using Bellwether.Links;
using Bellwether.Tracking;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Benchmarks;

/// <summary>Durable redirects (filter, channel group, visitor, group commit) beside an endpoint that only answers 302, and beside bare inserts.</summary>
internal static class RedirectBenchmark
{
    public static async Task RunAsync(TimeSpan time, int connections, string? postgres)
    {
        await using var hall = await Hall.OpenAsync(postgres);
        var link = await hall.RunAsync(new MakeLink(hall.Brand, "https://example.org/", "x", "social", "bench"));
        await hall.Services.GetRequiredService<LinkTable>().RefreshAsync(CancellationToken.None);
        var redirects = hall.Services.GetRequiredService<Redirects>();
        await Doorstep.MeasureAsync(hall, "/l/" + link.Code, http => FollowAsync(http, redirects, link.Code), Answer, (server, path, span) => Load.RunAsync(server, path, Doorstep.Agent, span, connections), time);
        Doorstep.Bare(hall, connections);
        var (raw, rolled) = await hall.WithDbAsync(async db => (await db.Set<Click>().LongCountAsync(), await db.Set<ClickRollup>().SumAsync(row => row.Hits)));
        Hall.Say($"stored {raw} hits, rollups say {rolled}, {await hall.BytesAsync() / Math.Max(1, raw)} bytes a hit");
        Hall.Hold(raw > 0 && raw == rolled, "rollups equal the stored hits");
    }

    private static Task Answer(HttpContext http)
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = "https://example.org/";
        return Task.CompletedTask;
    }

    private static async Task FollowAsync(HttpContext http, Redirects redirects, string code)
    {
        var (_, target) = await redirects.FollowAsync(
            new Hit(code, new HitHeaders(http.Request.Method, http.Request.Headers.UserAgent), null, http.Connection.RemoteIpAddress!.GetAddressBytes()), CancellationToken.None);
        http.Response.StatusCode = target is null ? 404 : 302;
        http.Response.Headers.Location = target;
    }
}
