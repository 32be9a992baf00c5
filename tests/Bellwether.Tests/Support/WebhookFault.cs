using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Support;

/// <summary>A way in which a receiver can go wrong after it has read a request.</summary>
public sealed class WebhookFault
{
    private readonly Func<HttpContext, CancellationToken, Task> act;

    private WebhookFault(Func<HttpContext, CancellationToken, Task> act) => this.act = act;

    /// <summary>Took the request and never answers: the sender cannot know what became of it.</summary>
    public static WebhookFault Hang { get; } = new(async (context, stopping) =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    });

    /// <summary>Took the request and drops the connection without an answer.</summary>
    public static WebhookFault Close { get; } = new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Says that nobody listens here any more (410).</summary>
    public static WebhookFault Gone { get; } = Status(StatusCodes.Status410Gone);

    /// <summary>Answers with a status and no text.</summary>
    public static WebhookFault Status(int status) => new((context, _) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>Answers with a status and these words.</summary>
    public static WebhookFault Says(int status, string body) => new((context, _) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body, CancellationToken.None);
    });

    /// <summary>Asks the sender to come back later (429 with Retry-After in seconds).</summary>
    public static WebhookFault TooMany(TimeSpan retryAfter) => new((context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    });

    internal Task Happen(HttpContext context, CancellationToken stopping) => act(context, stopping);
}
