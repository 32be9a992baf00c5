using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bellwether.Tests.Support;

/// <summary>A web server with an RSS feed at its root and a page that names it; it knows marks and goes wrong as asked.</summary>
public sealed class FakeFeed : IAsyncDisposable
{
    private readonly WebApplication app;
    private string body = "";
    private int mark;

    private FakeFeed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/page", () => Results.Content("""<!doctype html><html><head><title>Tacos</title><link rel="alternate" type="application/rss+xml" href="/"></head></html>""", "text/html"));
        app.MapGet("/", FeedAsync);
    }

    public string Address => app.Urls.First();

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>How often the whole feed was sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How often it said that nothing changed.</summary>
    public int Unchanged { get; private set; }

    public static async Task<FakeFeed> StartAsync()
    {
        var feed = new FakeFeed();
        await feed.app.StartAsync();
        return feed;
    }

    /// <summary>These entries stand in it from now on, the oldest first.</summary>
    public void Show(IReadOnlyList<string> names, string words = "Entry")
    {
        mark++;
        var items = names.Select((name, place) =>
            $"""<item><title>{words} &amp;amp; {name}</title><link>{Address}/{name}</link><guid isPermaLink="false">id-{name}</guid><pubDate>{new DateTime(2026, 3, 1 + place, 10, 0, 0, DateTimeKind.Utc).ToString("r", CultureInfo.InvariantCulture)}</pubDate><description>&lt;p&gt;About {WebUtility.HtmlEncode(name)}&lt;/p&gt;</description></item>""");
        body = $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Taco news</title><link>{Address}</link><ttl>5</ttl>{string.Concat(items)}</channel></rss>""";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task FeedAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (Status != 200)
        {
            http.Response.Headers.RetryAfter = Status == 429 ? "420" : default;
            return Task.CompletedTask;
        }

        var tag = $"\"{mark}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            Unchanged++;
            http.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        Sent++;
        http.Response.ContentType = "application/rss+xml";
        return http.Response.WriteAsync(body);
    }
}
