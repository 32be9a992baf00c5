using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Web.SignIn;

namespace Bellwether.Web.Calendar;

/// <summary>The calendar under a secret address, for calendar programs.</summary>
internal static class PublicCalendar
{
    public static void Map(WebApplication app) =>
        app.MapGet("/p/calendar/{code}.ics", AnswerAsync).RequireRateLimiting(SignInSetup.Guessing).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string code, HttpContext http, Runner runner)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "private, no-cache";
        try
        {
            var file = await runner.RunAsync(new CalendarFile(code), _ => { }, http.RequestAborted);
            return Results.Bytes(file.Content, file.ContentType);
        }
        catch (ProblemException problem) when (problem.Kind == ProblemKind.NotFound)
        {
            return Results.Text(problem.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }
    }
}
