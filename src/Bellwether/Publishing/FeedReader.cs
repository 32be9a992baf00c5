using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What came of reading a feed.</summary>
internal abstract record FeedOutcome
{
    /// <summary>It was read.</summary>
    public sealed record Found(FeedDocument Document, string Address, string? ETag, string? LastModified) : FeedOutcome;

    /// <summary>Nothing changed since it was read last.</summary>
    public sealed record Unchanged : FeedOutcome;

    /// <summary>It could not be read.</summary>
    /// <param name="Until">When the server takes calls again, where it says so.</param>
    public sealed record Failed(string Message, Instant? Until = null) : FeedOutcome;
}

/// <summary>
/// Fetches a feed: only from public addresses, at most two megabytes, over three redirects of which each is looked at anew, and
/// not again while the server says that nothing changed. A web page that names its feed is as good as the feed.
/// </summary>
[Scoped]
public sealed class FeedReader(GuardedHttp http, OutgoingRules rules, TimeProvider clock)
{
    private const int MostBytes = 2_000_000;
    private const int MostMoves = 3;
    private static readonly Duration LongestWait = Duration.FromDays(1);

    /// <summary>The address as it is called, or 422 with what is wrong about it.</summary>
    internal string Address(string typed)
    {
        var address = typed.Trim();
        address = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
        if (rules.Problem(address) is { } problem)
        {
            throw Rule.Broken("address-refused", problem, "address");
        }

        return address;
    }

    internal async Task<FeedOutcome> ReadAsync(string address, string? eTag, string? lastModified, CancellationToken cancel)
    {
        var (named, moves) = (false, 0);
        while (true)
        {
            var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accept"] = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5" };
            if (eTag is not null)
            {
                headers["If-None-Match"] = eTag;
            }

            if (lastModified is not null)
            {
                headers["If-Modified-Since"] = lastModified;
            }

            var answer = await http.CallAsync(new HttpCall(HttpMethod.Get, address) { Headers = headers, Most = MostBytes + 1, AsBytes = true, Timeout = TimeSpan.FromSeconds(20) }, cancel);
            if (answer is not HttpAnswer.Answered told)
            {
                return new FeedOutcome.Failed(answer is HttpAnswer.NotSent not ? not.Why : "The connection broke off.");
            }

            if (told.Status is 301 or 302 or 303 or 307 or 308 && ++moves <= MostMoves && Uri.TryCreate(new Uri(address), told.Header("location"), out var next))
            {
                address = next.AbsoluteUri;
                continue;
            }

            if (told.Status == 304)
            {
                return new FeedOutcome.Unchanged();
            }

            if (!told.IsSuccess)
            {
                return new FeedOutcome.Failed(Words(told.Status), Until(told));
            }

            if (told.Bytes.Length > MostBytes)
            {
                return new FeedOutcome.Failed("The feed is larger than two megabytes. Ask for a shorter one.");
            }

            if (FeedDocument.Read(told.Bytes, new Uri(address)) is { } document)
            {
                return new FeedOutcome.Found(document, address, Short(told.Header("etag"), 300), Short(told.Header("last-modified"), 100));
            }

            if (named || FeedDocument.NamedIn(told.Bytes, new Uri(address)) is not { } feed)
            {
                return new FeedOutcome.Failed("There is no feed at this address. Look on the page for RSS or Atom, and take that address.");
            }

            (address, named) = (feed.AbsoluteUri, true);
        }
    }

    private static string Words(int status) => status switch
    {
        401 or 403 => $"The server does not let the program read the feed ({status}).",
        404 => "There is no page at this address (404).",
        410 => "The server says that the feed is gone for good (410). Remove it.",
        429 => "The server wants to be asked less often (429).",
        >= 300 and < 400 => "The address leads on too often.",
        >= 500 => $"The server had a fault of its own ({status}).",
        _ => $"The server refuses the feed ({status}).",
    };

    private Instant? Until(HttpAnswer.Answered answer) =>
        int.TryParse(answer.Header("retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? clock.Now() + Duration.Min(Duration.FromSeconds(seconds), LongestWait) : null;

    // A mark that does not fit is better forgotten: then the feed is simply read whole.
    private static string? Short(string? text, int most) => text?.Length <= most ? text : null;
}
