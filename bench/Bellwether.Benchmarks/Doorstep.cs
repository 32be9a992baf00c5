using System.Diagnostics;
using System.Net;
using Bellwether.Tracking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bellwether.Benchmarks;

/// <summary>A web server with a path of the product beside one that only answers, while the product writes down what comes.</summary>
internal static class Doorstep
{
    public const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    /// <summary>Asks the bare path and then the product's, each for so long after a second that does not count, and prints both and their ratio.</summary>
    /// <param name="ask">Asks a path of the server for a time.</param>
    public static async Task MeasureAsync(Hall hall, string path, RequestDelegate product, RequestDelegate bare, Func<IPEndPoint, string, TimeSpan, Task<LoadResult>> ask, TimeSpan time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(server => server.AddServerHeader = false);
        await using var app = builder.Build();
        app.Use(next => http => http.Request.Path == path ? product(http) : next(http));
        app.Run(bare);
        await app.StartAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => hall.Services.GetRequiredService<ClickWriter>().RunAsync(stop.Token));
        var server = new IPEndPoint(IPAddress.Loopback, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);
        var second = TimeSpan.FromSeconds(1);
        await ask(server, "/bare", second);
        await ask(server, path, second);
        var without = await ask(server, "/bare", time);
        var with = await ask(server, path, time);
        Hall.Say($"bare answer: {without}");
        Hall.Say($"{path}: {with}");
        Hall.Say($"ratio {with.PerSecond / without.PerSecond:F2}; resident {Process.GetCurrentProcess().WorkingSet64 / 1_000_000} MB (with the load generator)");
        await stop.CancelAsync();
        await writing;
        await app.StopAsync();
    }

    /// <summary>Prints what inserts alone bring on the same disk and database.</summary>
    public static void Bare(Hall hall, int connections)
    {
        var second = TimeSpan.FromSeconds(1);
        Hall.Say($"bare insert, one a commit: {BareInsert.PerSecond(hall, second, 1):F0}/s; {connections} a commit: {BareInsert.PerSecond(hall, second, connections):F0}/s");
    }
}
