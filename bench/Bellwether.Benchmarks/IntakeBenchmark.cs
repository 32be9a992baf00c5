using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Bellwether.Kernel;
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

/// <summary>Durable page views (read, judged, sorted, joined to a visit, group commit, rollups) beside an endpoint that only answers, and beside bare inserts.</summary>
internal static class IntakeBenchmark
{
    private const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";

    public static async Task RunAsync(TimeSpan time, int connections)
    {
        await using var hall = await Hall.OpenAsync();
        var key = (await hall.RunAsync(new OpenSite(hall.Brand))).Key!;
        await hall.WithDbAsync(async db =>
        {
            (await db.Set<Bellwether.Brands.Brand>().SingleAsync()).Own(["example.org"]);
            await db.SaveAsync(default);
            return 0;
        });
        await hall.Services.GetRequiredService<SiteTable>().RefreshAsync(CancellationToken.None);
        // All of the load comes from one address.
        hall.Services.GetRequiredService<IntakeLimit>().PerMinute = int.MaxValue;
        var intake = hall.Services.GetRequiredService<Intake>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(server => server.AddServerHeader = false);
        await using var app = builder.Build();
        app.Use(next => http => http.Request.Path == "/t/events" ? TakeAsync(http, intake) : next(http));
        app.Run(AnswerAsync);
        await app.StartAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => hall.Services.GetRequiredService<ClickWriter>().RunAsync(stop.Token));
        var server = new IPEndPoint(IPAddress.Loopback, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);
        var body = $"{{\"site\":\"{key}\",\"url\":\"https://example.org/menu?utm_source=bluesky&utm_medium=social&utm_campaign=bench\",\"referrer\":\"https://bsky.app/\"}}";

        var second = TimeSpan.FromSeconds(1);
        await Load.PostAsync(server, "/bare", Agent, body, second, connections);
        await Load.PostAsync(server, "/t/events", Agent, body, second, connections);
        var bare = await Load.PostAsync(server, "/bare", Agent, body, time, connections);
        var real = await Load.PostAsync(server, "/t/events", Agent, body, time, connections);
        Hall.Say($"bare 202: {bare}");
        Hall.Say($"intake: {real}");
        Hall.Say($"ratio {real.PerSecond / bare.PerSecond:F2}; resident {Process.GetCurrentProcess().WorkingSet64 / 1_000_000} MB (with the load generator)");
        await stop.CancelAsync();
        await writing;
        Hall.Say($"bare insert, one a commit: {BareInsert.PerSecond(hall.Folder, second, 1):F0}/s; {connections} a commit: {BareInsert.PerSecond(hall.Folder, second, connections):F0}/s");
        var (raw, rolled) = await hall.WithDbAsync(async db => (await db.Set<SiteEvent>().LongCountAsync(), await db.Set<SiteRollup>().Where(row => row.Dimension == SiteDimension.Views).SumAsync(row => row.Hits)));
        Hall.Say($"stored {raw} page views, rollups say {rolled}, {new FileInfo(Path.Combine(hall.Folder, "bellwether.db")).Length / Math.Max(1, raw)} bytes each");
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        http.Response.StatusCode = 202;
        http.Response.ContentLength = 0;
    }

    private static async Task TakeAsync(HttpContext http, Intake intake)
    {
        var report = await JsonSerializer.DeserializeAsync<PageReport>(http.Request.Body, HouseJson.Options);
        var outcome = await intake.TakeAsync(report!, new Reporter(new HitHeaders("POST", http.Request.Headers.UserAgent), http.Connection.RemoteIpAddress!.GetAddressBytes()), CancellationToken.None);
        http.Response.StatusCode = outcome == HitOutcome.Counted ? 202 : 500;
        http.Response.ContentLength = 0;
    }
}
