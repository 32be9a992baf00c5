using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Tracking;
using Bellwether.Tracking.Hubs;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Tracking;

/// <summary>Pages of links for profiles: at /h/{name}, and at the root of a brand's own host. Without script, without a cookie.</summary>
internal static class HubPages
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b2323; --paper: #fff; --quiet: #505b59; --line: #8a9694 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6ecea; --paper: #151a19; --quiet: #a9b6b4; --line: #6f7c7a } }
        * { box-sizing: border-box }
        body { font: 17px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 32rem; margin: 0 auto; padding: 8vh 1rem 4rem; overflow-wrap: anywhere; text-align: center }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem } p { color: var(--quiet); margin: 0 0 1.6rem; white-space: pre-line } ul { list-style: none; margin: 1.6rem 0 0; padding: 0 } li { margin: .8rem 0 }
        li a { display: block; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: 10px; font-weight: 600; text-decoration: none; color: INK; background: COLOUR } li a:hover { text-decoration: underline }
        :focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
        """;

    public static void Map(WebApplication app) =>
        app.MapGet("/h/{name}", (string name, HttpContext http) => ShowAsync(http, name, null)).ExcludeFromDescription();

    public static Task NotThereAsync(HttpContext http) =>
        PublicPage.SayAsync(http, StatusCodes.Status404NotFound, "There is no such link", "Check the address for a typing mistake, or ask whoever gave it to you.");

    /// <summary>What a brand's own host answers where no code was asked for.</summary>
    public static Task AnswerAsync(HttpContext http, HostOwner owner, ShortPath asked) =>
        asked.Kind is ShortPathKind.Root or ShortPathKind.Hub && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            ? ShowAsync(http, asked.Kind == ShortPathKind.Root ? null : asked.Name, owner)
            : NotThereAsync(http);

    private static async Task ShowAsync(HttpContext http, string? name, HostOwner? owner)
    {
        HubPage page;
        try
        {
            page = await http.RequestServices.GetRequiredService<Runner>().RunAsync(new PublishedHub(name, owner?.Brand), _ => { }, http.RequestAborted);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            await AwayAsync(http, owner);
            return;
        }

        var hit = new Hit(
            "", SiteCollection.HeadersOf(http.Request), http.Request.Headers.Referer, http.Connection.RemoteIpAddress?.GetAddressBytes() ?? [], SiteCollection.AskedOut(http.Request));
        await http.RequestServices.GetRequiredService<HubVisits>().CountAsync(page, hit, CancellationToken.None);
        await WriteAsync(http, page);
    }

    /// <summary>No page is published: the brand's fallback on its own host, words anywhere else.</summary>
    private static Task AwayAsync(HttpContext http, HostOwner? owner)
    {
        if (owner is null || http.RequestServices.GetRequiredService<LinkHosts>().FallbackOf(owner.Brand) is not { } fallback)
        {
            return NotThereAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = new Uri(fallback).AbsoluteUri;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext http, HubPage page)
    {
        var style = Style.Replace("INK", page.Content.Ink(), StringComparison.Ordinal).Replace("COLOUR", page.Content.Colour, StringComparison.Ordinal);
        var headers = http.Response.Headers;
        http.Response.ContentType = "text/html; charset=utf-8";
        // Only this very style may stand in the page; a browser refuses any other and every script.
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Referrer-Policy"] = "strict-origin";
        var links = string.Concat(page.Links.Select(link => $"<li><a href=\"/l/{WebUtility.HtmlEncode(link.Code)}\">{WebUtility.HtmlEncode(link.Label)}</a></li>"));
        var intro = page.Content.Intro is { } words ? $"<p>{WebUtility.HtmlEncode(words)}</p>" : "";
        await http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(page.Content.Title)}</title><meta name="description" content="{WebUtility.HtmlEncode(page.Content.Intro ?? page.BrandName)}"><style>{style}</style></head>
            <body><main><h1>{WebUtility.HtmlEncode(page.Content.Title)}</h1>{intro}<ul>{links}</ul></main></body></html>
            """, http.RequestAborted);
    }
}
