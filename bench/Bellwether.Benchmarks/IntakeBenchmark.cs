using System.Text.Json;
using Bellwether.Kernel;
using Bellwether.Tracking;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Benchmarks;

/// <summary>Durable page views (read, judged, sorted, joined to a visit, group commit, rollups) beside an endpoint that only answers, and beside bare inserts.</summary>
internal static class IntakeBenchmark
{
    public static async Task RunAsync(TimeSpan time, int connections, string? postgres)
    {
        await using var hall = await Hall.OpenAsync(postgres);
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
        var body = $"{{\"site\":\"{key}\",\"url\":\"https://example.org/menu?utm_source=bluesky&utm_medium=social&utm_campaign=bench\",\"referrer\":\"https://bsky.app/\"}}";
        await Doorstep.MeasureAsync(hall, "/t/events", http => TakeAsync(http, intake), AnswerAsync, (server, path, span) => Load.PostAsync(server, path, Doorstep.Agent, body, span, connections), time);
        Doorstep.Bare(hall, connections);
        var (raw, rolled) = await hall.WithDbAsync(async db => (await db.Set<SiteEvent>().LongCountAsync(), await db.Set<SiteRollup>().Where(row => row.Dimension == SiteDimension.Views).SumAsync(row => row.Hits)));
        Hall.Say($"stored {raw} page views, rollups say {rolled}, {await hall.BytesAsync() / Math.Max(1, raw)} bytes each");
        Hall.Hold(raw > 0 && raw == rolled, "rollups equal the stored page views");
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
