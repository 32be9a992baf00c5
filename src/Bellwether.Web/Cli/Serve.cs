using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Web.SignIn;
using Microsoft.AspNetCore.Connections;

namespace Bellwether.Web.Cli;

/// <summary>Serving, and what needs a served program.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(Settings settings, CancellationToken cancel)
    {
        var builder = Host.Builder(settings);
        builder.Services.AddHostedService<Timetable>();
        await using var app = Host.Build(builder);
        await Host.PrepareAsync(app.Services, cancel);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await app.StopAsync(CancellationToken.None);
            throw new ProblemException(ProblemKind.Conflict, "address-in-use",
                $"Another program listens at {settings.Urls} already, perhaps a second Bellwether. Stop it, or choose another address: --urls http://localhost:5081");
        }

        await GreetAsync(app);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    public static async Task<int> PrintApiAsync(Settings settings, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-api");
        try
        {
            await using var app = Host.Build(Host.Builder(Settings.From(folder.FullName, urls: "http://127.0.0.1:0"), quiet: true));
            await Host.PrepareAsync(app.Services, cancel);
            await app.StartAsync(cancel);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            await Console.Out.WriteLineAsync(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), cancel));
            await app.StopAsync(cancel);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task GreetAsync(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        Console.WriteLine($"Bellwether is at {app.Urls.First()} (data in {settings.DataFolder}).");
        if (!await app.Services.GetRequiredService<Runner>().RunAsync(new IsSetUp(), _ => { }))
        {
            Console.WriteLine($"Open it in a browser to set it up. From another machine the set-up asks for this code: {app.Services.GetRequiredService<SetUpCode>().Code}");
        }
    }
}
