using System.Net;
using Bellwether.Kernel;
using Bellwether.Playbooks;
using Bellwether.Web.SignIn;
using Markdig;

namespace Bellwether.Web.Playbooks;

/// <summary>The playbook behind a share link: one page without script that prints well.</summary>
internal static class PublicPlaybook
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private const string Style = """
        :root { color-scheme: light dark; --line: #d5dbdb; --quiet: #5b6666; --ink: #1b2323; --paper: #fff; --head: #0b5c58 }
        @media (prefers-color-scheme: dark) { :root { --line: #37413f; --quiet: #a3b0ae; --ink: #e6ecea; --paper: #151a19; --head: #6cc9c1 } }
        body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere }
        h1 { font-size: 1.7rem; line-height: 1.2 } h2 { font-size: 1.25rem; margin-top: 2.2rem; color: var(--head) } h3 { font-size: 1rem; margin-top: 1.4rem }
        table { border-collapse: collapse; width: 100%; font-size: .92rem } th, td { border-bottom: 1px solid var(--line); padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top }
        .wide { overflow-x: auto } footer { margin-top: 3rem; color: var(--quiet); font-size: .85rem }
        @media print { body { max-width: none; padding: 0; color: #000; background: #fff } h2 { break-after: avoid; color: #000 } tr, li { break-inside: avoid } @page { margin: 18mm } }
        """;

    public static void Map(WebApplication app) =>
        app.MapGet("/p/playbook/{code}", AnswerAsync).RequireRateLimiting(SignInSetup.Guessing).ExcludeFromDescription();

    private static async Task AnswerAsync(string code, HttpContext http, Runner runner)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var playbook = await runner.RunAsync(new SharedPlaybook(code), _ => { }, http.RequestAborted);
            var content = Markdown.ToHtml(PlaybookMarkdown.Write(playbook), Pipeline)
                .Replace("<table>", "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal);
            await http.Response.WriteAsync(Page(playbook.Title, content), http.RequestAborted);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync(Page("Not here", $"<h1>This playbook is not here</h1><p>{WebUtility.HtmlEncode(problem.Message)}</p>"), http.RequestAborted);
        }
    }

    private static string Page(string title, string content) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/bellwether.svg" type="image/svg+xml"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head>
        <body><main>{content}</main><footer>Kept with Bellwether. The page shows the plan as it stands now.</footer></body></html>
        """;
}
