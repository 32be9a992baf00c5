using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Bellwether.Web.Doors;

/// <summary>How often one address may open a public page and how often it may send one; too often is said in words.</summary>
internal sealed class PublicLimit : IRateLimiterPolicy<string>
{
    public const string Name = "research";

    /// <summary>Pages an address may open in a minute.</summary>
    public const int Opened = 60;

    /// <summary>Answers an address may send in a minute; a shop's guests share one.</summary>
    public const int Sent = 12;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (rejected, _) =>
        await PublicPage.SayAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "A moment, please", "Too much came from your address within a minute. Nothing was lost on our side; go back, wait a minute and send again.");

    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var sends = HttpMethods.IsPost(httpContext.Request.Method);
        var key = $"{(sends ? "send" : "open")} {httpContext.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = sends ? Sent : Opened, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }
}
