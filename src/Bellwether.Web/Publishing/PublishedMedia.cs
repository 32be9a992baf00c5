using Bellwether.Kernel;
using Bellwether.Publishing;

namespace Bellwether.Web.Publishing;

/// <summary>Hands pictures and videos to networks that fetch them themselves. The address is sealed and ends by itself.</summary>
internal static class PublishedMedia
{
    public static void Map(WebApplication app) => app.MapMethods(PublicMedia.Path + "{token}/{name}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string token, HttpContext http, Runner runner)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        // A file of a member is never a page of ours.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        try
        {
            var file = await runner.RunAsync(new PublishedFile(token), _ => { }, http.RequestAborted);
            return Results.Stream(await file.OpenAsync(http.RequestAborted), file.ContentType, enableRangeProcessing: true);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            return Results.NotFound();
        }
    }
}
