using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Web.SignIn;

namespace Bellwether.Web.Audits;

/// <summary>The directory of official accounts: one page without script, for people and for machines (JSON-LD sameAs, rel=me).</summary>
internal static class PublicAccounts
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #d5dbdb; --quiet: #5b6666; --ink: #1b2323; --paper: #fff; --link: #0b5c58 }
        @media (prefers-color-scheme: dark) { :root { --line: #37413f; --quiet: #a3b0ae; --ink: #e6ecea; --paper: #151a19; --link: #6cc9c1 } }
        body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere }
        h1 { font-size: 1.7rem; line-height: 1.2 } h2 { font-size: 1.1rem; margin-top: 2rem } a { color: var(--link) }
        ul { list-style: none; padding: 0 } li { border-top: 1px solid var(--line); padding: .8rem 0 } li p { margin: .2rem 0 0; color: var(--quiet) } footer { margin-top: 3rem; color: var(--quiet); font-size: .9rem }
        """;

    // Inside a script element only “</” and “<!--” could end it; this encoder writes every “<” as an escape.
    private static readonly JsonSerializerOptions Machine = new() { Encoder = JavaScriptEncoder.Default, WriteIndented = true };

    public static void Map(WebApplication app) =>
        app.MapGet("/p/accounts/{slug}", AnswerAsync).RequireRateLimiting(SignInSetup.Guessing).ExcludeFromDescription();

    private static async Task AnswerAsync(string slug, HttpContext http, Runner runner)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "public, max-age=300";
        try
        {
            var page = await runner.RunAsync(new PublicDirectory(slug), _ => { }, http.RequestAborted);
            var here = $"{http.Request.Scheme}://{http.Request.Host}/p/accounts/{slug.ToLowerInvariant()}";
            await http.Response.WriteAsync(Write(page, here), http.RequestAborted);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.Headers["X-Robots-Tag"] = "noindex";
            await http.Response.WriteAsync(Frame("Not here", "", "<h1>This page is not here</h1><p>There is no list of official accounts at this address.</p>"), http.RequestAborted);
        }
    }

    private static string Write(PublicDirectoryPage page, string here)
    {
        var head = new StringBuilder();
        foreach (var entry in page.Entries)
        {
            head.Append($"<link rel=\"me\" href=\"{Attribute(entry.Url)}\">");
        }

        head.Append($"<link rel=\"canonical\" href=\"{Attribute(here)}\"><script type=\"application/ld+json\">{Linked(page, here)}</script>");
        var body = new StringBuilder($"<h1>Official accounts of {Text(page.Brand)}</h1><p>{Text(page.Intro ?? "These are the accounts we run. Anybody else who uses our name is not us.")}</p>");
        if (page.Site is { } site)
        {
            body.Append($"<p>Our site: <a href=\"{Attribute(site)}\">{Text(Short(site))}</a></p>");
        }

        foreach (var branch in page.Entries.GroupBy(entry => entry.Branch))
        {
            body.Append(branch.Key is null ? "" : $"<h2>{Text(branch.Key)}</h2>").Append("<ul>");
            foreach (var entry in branch)
            {
                body.Append($"<li><a rel=\"me\" href=\"{Attribute(entry.Url)}\"><strong>{Text(entry.NetworkName)}</strong>: {Text(entry.Handle)}</a>");
                body.Append(entry.Purpose is null ? "" : $"<p>{Text(entry.Purpose)}</p>").Append("</li>");
            }

            body.Append("</ul>");
        }

        body.Append(page.Entries.Count == 0 ? "<p>No account is listed at the moment.</p>" : "");
        return Frame($"Official accounts of {page.Brand}", head.ToString(), body.ToString());
    }

    /// <summary>The organisation and its profiles as schema.org says it.</summary>
    private static string Linked(PublicDirectoryPage page, string here) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Organization",
        ["name"] = page.Brand,
        ["url"] = page.Site ?? here,
        ["sameAs"] = new JsonArray([.. page.Entries.Select(entry => JsonValue.Create(entry.Url))]),
    }.ToJsonString(Machine);

    private static string Frame(string title, string head, string body) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/bellwether.svg" type="image/svg+xml"><title>{Text(title)}</title>{head}<style>{Style}</style></head>
        <body><main>{body}</main><footer>Kept with Bellwether.</footer></body></html>
        """;

    private static string Short(string url) => url.Split("://")[^1].TrimEnd('/');

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Attribute(string text) => WebUtility.HtmlEncode(text);
}
