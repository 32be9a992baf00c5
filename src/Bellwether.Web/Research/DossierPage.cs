using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Research;
using Bellwether.Web.Doors;
using Markdig;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Research;

/// <summary>A dossier behind a handover's link: the document, its files, and a receipt to give. No script.</summary>
internal static class DossierPage
{
    private const int LargestForm = 4 * 1024;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static void Map(WebApplication app)
    {
        app.MapGet("/p/dossier/{code}", (RequestDelegate)OpenAsync).RequireRateLimiting(PublicLimit.Name).ExcludeFromDescription();
        app.MapGet("/p/dossier/{code}/files", (RequestDelegate)FilesAsync).RequireRateLimiting(PublicLimit.Name).ExcludeFromDescription();
        app.MapPost("/p/dossier/{code}", (RequestDelegate)ReceiveAsync).RequireRateLimiting(PublicLimit.Name).WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();
    }

    private static async Task OpenAsync(HttpContext http)
    {
        if (await FindAsync(http) is { } dossier)
        {
            try
            {
                await NoteAsync(http, dossier, null);
            }
            catch (ProblemException)
            {
                // Opened twice at the same moment: the other one noted it, and both are shown the page.
            }

            await ShowAsync(http, dossier, StatusCodes.Status200OK, null);
        }
    }

    private static async Task ReceiveAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } dossier)
        {
            return;
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        try
        {
            await NoteAsync(http, dossier, form["name"].ToString());
            await ShowAsync(http, Rule.Found(await FindAsync(http), "dossier"), StatusCodes.Status200OK, null);
        }
        catch (ProblemException problem)
        {
            await ShowAsync(http, dossier, StatusCodes.Status422UnprocessableEntity, problem.Message);
        }
    }

    private static async Task FilesAsync(HttpContext http)
    {
        try
        {
            var file = await http.RequestServices.GetRequiredService<Runner>().RunAsync(new SharedDossierFile(Code(http)), _ => { }, http.RequestAborted);
            http.Response.ContentType = file.ContentType;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
        }
        catch (ProblemException problem)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status404NotFound, "This dossier is not here", problem.Message);
        }
    }

    private static async Task<SharedDossierView?> FindAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<Runner>().RunAsync(new SharedDossier(Code(http)), _ => { }, http.RequestAborted);
        }
        catch (ProblemException problem)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status404NotFound, "This dossier is not here", problem.Kind == ProblemKind.NotFound ? problem.Message : "This link has ended or was revoked. Ask whoever sent it for a new one.");
            return null;
        }
    }

    private static Task<Done> NoteAsync(HttpContext http, SharedDossierView dossier, string? receivedBy) =>
        http.RequestServices.GetRequiredService<Runner>().RunAsync(new NoteHandover(dossier.Handover, receivedBy), current => current.BecomeProgram(dossier.Workspace), http.RequestAborted);

    private static Task ShowAsync(HttpContext http, SharedDossierView dossier, int status, string? problem)
    {
        var code = Uri.EscapeDataString(Code(http));
        var receipt = dossier.ReceivedAt is { } at
            ? $"<p class=\"note\" role=\"status\">Received by {PublicPage.Text(dossier.ReceivedBy)} on {at.InUtc().Date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)}. Nothing more is needed.</p>"
            : $"""
               <form method="post"><fieldset><legend><label for="name">Your name, as a receipt for version {dossier.Number}</label></legend>
               <div>{(problem is null ? "" : $"<p class=\"wrong\" id=\"name-wrong\" role=\"alert\">{PublicPage.Text(problem)}</p>")}<input type="text" id="name" name="name" maxlength="120" autocomplete="name" required{(problem is null ? "" : " aria-describedby=\"name-wrong\"")}>
               <button type="submit">I have received it</button></div></fieldset></form>
               """;
        return PublicPage.SendAsync(http, status, dossier.Title,
            $"{Markdown.ToHtml(dossier.Text, Pipeline)}<p><a class=\"button\" href=\"/p/dossier/{code}/files\">Download the files</a></p>{receipt}");
    }

    private static string Code(HttpContext http) => (string)http.Request.RouteValues["code"]!;
}
