using System.Text.Json;
using System.Text.Json.Serialization;
using Bellwether.Kernel;

namespace Bellwether.Web.Doors;

/// <summary>A problem as the API says it (RFC 9457).</summary>
/// <param name="Type">Stable address of the kind of problem.</param>
/// <param name="Title">The kind in two words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened and the way out, for people.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Errors">Messages to show beside fields.</param>
/// <param name="Details">Anything a program may want to know besides.</param>
internal sealed record ProblemAnswer(
    string Type, string Title, int Status, string Detail, string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Details = null)
{
    public static ProblemAnswer Of(ProblemException problem) =>
        new($"/problems/{problem.Code}", TitleOf(problem.Kind), StatusOf(problem.Kind), problem.Message, problem.Code,
            problem.Fields.Count == 0 ? null : problem.Fields.GroupBy(field => field.Field).ToDictionary(group => group.Key, group => group.Select(field => field.Message).ToArray()),
            problem.Details);

    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Malformed => 400,
        ProblemKind.SignInNeeded => 401,
        ProblemKind.Forbidden => 403,
        ProblemKind.NotFound => 404,
        ProblemKind.Conflict => 409,
        ProblemKind.TooLarge => 413,
        ProblemKind.Unsupported => 415,
        ProblemKind.Rule => 422,
        ProblemKind.TooMany => 429,
        ProblemKind.Unavailable => 503,
        _ => 500,
    };

    private static string TitleOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Malformed => "Cannot be read",
        ProblemKind.SignInNeeded => "Sign in first",
        ProblemKind.Forbidden => "Not allowed",
        ProblemKind.NotFound => "Not there",
        ProblemKind.Conflict => "In conflict",
        ProblemKind.TooLarge => "Too large",
        ProblemKind.Unsupported => "Of another kind",
        ProblemKind.Rule => "A rule forbids it",
        ProblemKind.TooMany => "Too many requests",
        ProblemKind.Unavailable => "Not reachable for now",
        _ => "Something went wrong",
    };
}

/// <summary>Turns problems into answers, in one place.</summary>
internal sealed class ProblemDoor(RequestDelegate next, ILogger<ProblemDoor> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (ProblemException problem) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, ProblemAnswer.Of(problem));
        }
        catch (BadHttpRequestException failure) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, new ProblemAnswer("/problems/malformed", "Cannot be read", failure.StatusCode, failure.Message, "malformed"));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to tell.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            log.LogError(failure, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            await WriteAsync(http, new ProblemAnswer("/problems/unexpected", "Something went wrong", 500,
                "Something went wrong on our side. Nothing of this request was stored. Try again; if it happens again, the log has the reason.", "unexpected"));
        }
    }

    public static Task WriteAsync(HttpContext http, ProblemAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/problem+json";
        return JsonSerializer.SerializeAsync(http.Response.Body, answer, HouseJson.Options, http.RequestAborted);
    }
}
