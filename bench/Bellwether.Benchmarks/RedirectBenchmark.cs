using System.Diagnostics;
using System.Globalization;
using System.Net;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bellwether.Benchmarks;

/// <summary>Durable redirects (filter, channel group, visitor, group commit) beside an endpoint that only answers 302.</summary>
internal static class RedirectBenchmark
{
    private const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    public static async Task RunAsync(TimeSpan time, int connections)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-bench-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(new MasterKey(new byte[32]));
        builder.Services.AddBellwether(DatabaseAddress.InFolder(folder));
        await using var app = builder.Build();
        var code = await PrepareAsync(app.Services);
        var redirects = app.Services.GetRequiredService<Redirects>();
        app.Use(next => http => http.Request.Path.StartsWithSegments("/l", out var rest) ? FollowAsync(http, redirects, rest.Value![1..]) : next(http));
        app.Run(http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = "https://example.org/";
            return Task.CompletedTask;
        });
        await app.StartAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => app.Services.GetRequiredService<ClickWriter>().RunAsync(stop.Token));
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var server = new IPEndPoint(IPAddress.Loopback, address.Port);

        var second = TimeSpan.FromSeconds(1);
        await Load.RunAsync(server, "/bare", Agent, second, connections);
        await Load.RunAsync(server, "/l/" + code, Agent, second, connections);
        var bare = await Load.RunAsync(server, "/bare", Agent, time, connections);
        var real = await Load.RunAsync(server, "/l/" + code, Agent, time, connections);
        Hall.Say($"bare 302: {bare}");
        Hall.Say($"redirect: {real}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {real.PerSecond / bare.PerSecond:F2}; resident {Process.GetCurrentProcess().WorkingSet64 / 1_000_000} MB (with the load generator)"));

        await stop.CancelAsync();
        await writing;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var raw = await db.Set<Click>().IgnoreQueryFilters().LongCountAsync();
        var rolled = await db.Set<ClickRollup>().IgnoreQueryFilters().SumAsync(row => row.Hits);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored {raw} hits, rollups say {rolled}, {new FileInfo(Path.Combine(folder, "bellwether.db")).Length / Math.Max(1, raw)} bytes a hit"));
        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FollowAsync(HttpContext http, Redirects redirects, string code)
    {
        var (_, target) = await redirects.FollowAsync(
            new Hit(code, new HitHeaders(http.Request.Method, http.Request.Headers.UserAgent), null, http.Connection.RemoteIpAddress!.GetAddressBytes()), CancellationToken.None);
        http.Response.StatusCode = target is null ? 404 : 302;
        http.Response.Headers.Location = target;
    }

    private static async Task<string> PrepareAsync(IServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync();
        }

        var runner = services.GetRequiredService<Runner>();
        var done = await runner.RunAsync(new SetUp("Ana", "ana@example.org", Guid.CreateVersion7(), "Taco", "Taco Loco", "Europe/Berlin", "EUR"), current => current.BecomeProgram(Guid.Empty));
        var link = await runner.RunAsync(new MakeLink(done.Brand, "https://example.org/", "x", "social", "bench"), current => current.BecomeProgram(done.Workspace.Value));
        await services.GetRequiredService<LinkTable>().RefreshAsync(CancellationToken.None);
        return link.Code;
    }
}
