using System.Net;
using Bellwether.Kernel;
using Bellwether.Tracking;
using Bellwether.Web.SignIn;
using Markdig;

namespace Bellwether.Web.Tracking;

/// <summary>A piece of collateral that has no address of its own, behind its link: one page without script.</summary>
internal static class PublicCollateral
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private const string Style = """
        :root { color-scheme: light dark; --quiet: #5b6666; --ink: #1b2323; --paper: #fff }
        @media (prefers-color-scheme: dark) { :root { --quiet: #a3b0ae; --ink: #e6ecea; --paper: #151a19 } }
        body { font: 17px/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 42rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere }
        h1 { font-size: 1.7rem; line-height: 1.2 } img, video { max-width: 100%; height: auto; border-radius: 6px } p.by, footer { color: var(--quiet); font-size: .9rem }
        """;

    public static void Map(WebApplication app)
    {
        app.MapGet("/p/proof/{code}", PageAsync).RequireRateLimiting(SignInSetup.Guessing).ExcludeFromDescription();
        app.MapGet("/p/proof/{code}/media", MediaAsync).RequireRateLimiting(SignInSetup.Guessing).ExcludeFromDescription();
    }

    private static async Task PageAsync(string code, HttpContext http, Runner runner)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var piece = await runner.RunAsync(new SharedCollateral(code), _ => { }, http.RequestAborted);
            var source = $"/p/proof/{WebUtility.HtmlEncode(code)}/media";
            var media = piece.ContentType is null ? ""
                : piece.ContentType.StartsWith("video/", StringComparison.Ordinal) ? $"<video controls src=\"{source}\"></video>"
                : $"<img src=\"{source}\" alt=\"{WebUtility.HtmlEncode(piece.Alt ?? "")}\">";
            await http.Response.WriteAsync(
                Page(piece.Title, $"<h1>{WebUtility.HtmlEncode(piece.Title)}</h1><p class=\"by\">{WebUtility.HtmlEncode(piece.Brand)}</p>{media}{Markdown.ToHtml(piece.Text ?? "", Pipeline)}"), http.RequestAborted);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync(Page("Not here", "<h1>This page is not here</h1><p>It was taken back, or the link is incomplete. Ask whoever sent it for a new one.</p>"), http.RequestAborted);
        }
    }

    private static async Task MediaAsync(string code, HttpContext http, Runner runner)
    {
        try
        {
            var piece = await runner.RunAsync(new SharedCollateral(code, Content: true), _ => { }, http.RequestAborted);
            if (piece is { Content: { } content, ContentType: { } type })
            {
                await using var stream = await content.OpenAsync(http.RequestAborted);
                http.Response.ContentType = type;
                http.Response.Headers.CacheControl = "private, max-age=300";
                await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
                return;
            }
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            // Answered below like a piece without a picture.
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static string Page(string title, string content) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/bellwether.svg" type="image/svg+xml"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head>
        <body><main>{content}</main></body></html>
        """;
}
