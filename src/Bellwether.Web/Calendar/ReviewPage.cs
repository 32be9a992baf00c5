using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Web.Doors;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Calendar;

/// <summary>
/// Posts behind a link for review: as they will read, with a form below each to say yes, ask for changes, comment or stop it.
/// No script, no cookie, no account.
/// </summary>
internal static class ReviewPage
{
    private const int LargestForm = 32 * 1024;
    private const string Gone = "These posts are not here";

    public static void Map(WebApplication app)
    {
        app.MapGet("/p/review/{code}", (RequestDelegate)OpenAsync).RequireRateLimiting(PublicLimit.Name).ExcludeFromDescription();
        app.MapPost("/p/review/{code}", (RequestDelegate)AnswerAsync).RequireRateLimiting(PublicLimit.Name).WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();
        // A set shows many pictures at once; the code in the address cannot be guessed.
        app.MapGet("/p/review/{code}/{asset}", (RequestDelegate)PictureAsync).ExcludeFromDescription();
    }

    private static async Task OpenAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } review)
        {
            return;
        }

        try
        {
            await RunAsync(http, review, new NoteReviewOpened(review.Link));
        }
        catch (ProblemException)
        {
            // Opened twice at the same moment: the other one noted it.
        }

        await ShowAsync(http, review, new ReviewForm(review, Code(http)), StatusCodes.Status200OK);
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } review)
        {
            return;
        }

        IFormCollection form;
        try
        {
            form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status413PayloadTooLarge, "This is too much", "What was sent is larger than a remark can be. Go back and shorten it.");
            return;
        }

        if (!Id<Post>.TryParse(form["post"].ToString(), CultureInfo.InvariantCulture, out var post) || !Enum.TryParse<ReviewVerdict>(form["verdict"].ToString(), ignoreCase: true, out var verdict)
            || !int.TryParse(form["revision"].ToString(), CultureInfo.InvariantCulture, out var revision))
        {
            await PublicPage.SayAsync(http, StatusCodes.Status400BadRequest, "This cannot be read", "Open the link again and answer with the buttons below a post.");
            return;
        }

        var (name, words) = (form["name"].ToString(), form["words"].ToString());
        var answer = new ReviewForm(review, Code(http)) { Post = post, Name = name, Words = words };
        try
        {
            await RunAsync(http, review, new AnswerReview(review.Link, post, revision, verdict, name, words));
            var now = await FindAsync(http);
            if (now is not null)
            {
                await ShowAsync(http, now, new ReviewForm(now, Code(http)) { Post = post, Name = name, Thanks = ReviewForm.Said(verdict) }, StatusCodes.Status200OK);
            }
        }
        catch (ProblemException problem) when (problem.Kind is ProblemKind.Conflict)
        {
            // It is another post by now: what was written stays, what is shown is fresh.
            if (await FindAsync(http) is { } fresh)
            {
                await ShowAsync(http, fresh, new ReviewForm(fresh, Code(http)) { Post = post, Name = name, Words = words, Wrong = problem.Message }, StatusCodes.Status409Conflict);
            }
        }
        catch (ProblemException problem)
        {
            await ShowAsync(http, review, answer with { Wrong = problem.Message }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task PictureAsync(HttpContext http)
    {
        try
        {
            var asset = Id<Asset>.TryParse((string)http.Request.RouteValues["asset"]!, CultureInfo.InvariantCulture, out var id) ? id : throw Rule.Missing("picture");
            var file = await http.RequestServices.GetRequiredService<Runner>().RunAsync(new SharedReviewPicture(Code(http), asset), _ => { }, http.RequestAborted);
            await using var content = await file.OpenAsync(http.RequestAborted);
            http.Response.ContentType = file.ContentType;
            http.Response.Headers.CacheControl = "private, max-age=600";
            http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
            await content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (ProblemException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static async Task<SharedReviewView?> FindAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<Runner>().RunAsync(new SharedReview(Code(http)), _ => { }, http.RequestAborted);
        }
        catch (ProblemException problem)
        {
            await PublicPage.SayAsync(http, StatusCodes.Status404NotFound, Gone, problem.Kind == ProblemKind.NotFound ? problem.Message : "This link has ended or was revoked. Ask whoever sent it for a new one.");
            return null;
        }
    }

    private static Task<Done> RunAsync(HttpContext http, SharedReviewView review, ICommand<Done> command) =>
        http.RequestServices.GetRequiredService<Runner>().RunAsync(command, current => current.BecomeProgram(review.Workspace), http.RequestAborted);

    private static Task ShowAsync(HttpContext http, SharedReviewView review, ReviewForm form, int status) =>
        PublicPage.SendAsync(http, status, $"{review.Brand}: for your review", form.Write());

    private static string Code(HttpContext http) => (string)http.Request.RouteValues["code"]!;
}
