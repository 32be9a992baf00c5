using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Bellwether.Web.Doors;

/// <summary>The head that public pages share: no script, one style, and a policy that allows nothing else.</summary>
internal static class PublicPage
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8a9694; --soft: #eef2f1; --quiet: #505b59; --ink: #1b2323; --paper: #fff; --head: #0b5c58; --bad: #a3271d; --on: #fff }
        @media (prefers-color-scheme: dark) { :root { --line: #6f7c7a; --soft: #1f2726; --quiet: #a9b6b4; --ink: #e6ecea; --paper: #151a19; --head: #6cc9c1; --bad: #ff9d92; --on: #10201e } }
        * { box-sizing: border-box }
        body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: .2rem 0 .8rem } h2 { font-size: 1.2rem; margin-top: 2rem; color: var(--head) }
        .from, footer, .hint { color: var(--quiet) } .from { margin: 0 } footer { margin-top: 3rem; font-size: .85rem } .hint { display: block; font-size: .92rem; font-weight: 400 }
        fieldset { border: 0; border-top: 1px solid var(--line); margin: 1.6rem 0 0; padding: 1rem 0 0; min-width: 0 } legend { font-weight: 600; padding: 0; float: left; width: 100%; margin-bottom: .6rem } legend + * { clear: both }
        .choice { display: flex; gap: .7rem; align-items: center; padding: .45rem .2rem; cursor: pointer } .choice:hover { background: var(--soft) }
        input[type=radio], input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: 0; flex: none; accent-color: var(--head) }
        .scale { display: flex; flex-wrap: wrap; gap: .35rem } .scale .choice { flex-direction: column; gap: .2rem; border: 1px solid var(--line); border-radius: 6px; min-width: 2.75rem; padding: .35rem .3rem }
        .ends { display: flex; justify-content: space-between; color: var(--quiet); font-size: .85rem; margin-top: .3rem }
        textarea, input[type=text] { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .6rem }
        .wrong { color: var(--bad); font-weight: 600; margin: .2rem 0 .5rem } .summary { border: 2px solid var(--bad); border-radius: 6px; padding: .6rem 1rem; margin: 1rem 0 } .summary a { color: var(--bad) } a { color: var(--head) }
        button, .button { display: inline-block; font: inherit; font-weight: 600; color: var(--on); background: var(--head); border: 0; border-radius: 6px; padding: .7rem 1.4rem; margin-top: 1.6rem; cursor: pointer; text-decoration: none }
        :focus-visible { outline: 3px solid var(--head); outline-offset: 2px } .note { border-left: 4px solid var(--head); background: var(--soft); padding: .6rem 1rem } .trap { position: absolute; left: -100vw }
        .post { border: 1px solid var(--line); border-radius: 8px; padding: .4rem 1rem 1.2rem; margin: 1.6rem 0 } .post h2 { margin-top: .6rem } .says { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: 1rem 0 } .says p { margin: .4rem 0 } .says img { max-width: 100%; max-height: 24rem; border-radius: 6px; display: block; margin: .5rem 0 }
        .said { list-style: none; padding: 0 } .said li { background: var(--soft); border-radius: 6px; padding: .5rem .8rem; margin: .5rem 0 } .verbs { display: flex; flex-wrap: wrap; gap: .6rem } .verbs button { margin-top: .8rem } .plain { color: var(--head); background: none; border: 1px solid var(--head) } label { display: block; font-weight: 600; margin: .8rem 0 .3rem }
        @media print { body { max-width: none; color: #000; background: #fff } form, .button { display: none } }
        """;

    // Only this very style may stand in the page; a browser refuses any other and every script.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sends a page that no cache keeps, no search engine lists and nobody frames.</summary>
    public static async Task SendAsync(HttpContext http, int status, string title, string body)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.ContentSecurityPolicy = Policy;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        await http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/bellwether.svg" type="image/svg+xml"><title>{Text(title)}</title><style>{Style}</style></head>
            <body><main>{body}</main><footer>Kept with Bellwether. This page sets no cookie and loads nothing from elsewhere.</footer></body></html>
            """, http.RequestAborted);
    }

    /// <summary>A page that says one thing.</summary>
    public static Task SayAsync(HttpContext http, int status, string title, string words) =>
        SendAsync(http, status, title, $"<h1>{Text(title)}</h1><p>{Text(words)}</p>");

    /// <summary>Words of people as words: never as HTML.</summary>
    public static string Text(string? words) => WebUtility.HtmlEncode(words ?? "");

    /// <summary>Words of people with their line breaks.</summary>
    public static string Lines(string words) => Text(words).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
}
