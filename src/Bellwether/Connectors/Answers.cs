using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors;

/// <summary>Why a server refused a call.</summary>
/// <param name="Until">The server's own word on when to come back.</param>
/// <param name="Field">What of the post is refused: “text”, “media”.</param>
internal sealed record Refusal(ErrorKind Kind, string Message, Instant? Until = null, string? Field = null);

/// <summary>What follows from a server's answer, the same for every network.</summary>
internal static class Answers
{
    private const int Kept = 2000;
    private static readonly Duration LongestWait = Duration.FromDays(1);

    /// <summary>The answer in a length worth keeping.</summary>
    public static string Cut(string body) => body.Length > Kept ? body[..Kept] : body;

    /// <summary>Why there is no answer.</summary>
    public static string Why(HttpAnswer answer) => answer switch
    {
        HttpAnswer.NotSent not => not.Why,
        HttpAnswer.Unclear unclear => unclear.Why,
        _ => "The server's answer could not be read.",
    };

    /// <summary>The object in a body; null when it is none.</summary>
    public static JsonObject? Json(string body) => Parsed(body) as JsonObject;

    /// <summary>The list in a body; null when it is none.</summary>
    public static JsonArray? List(string body) => Parsed(body) as JsonArray;

    /// <summary>A text or number of an answer as text; null for anything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? node.ToString() : null;

    /// <summary>When calls are taken again, from “Retry-After” in seconds or as a date (RFC 9110 section 10.2.3); never later than a day from now.</summary>
    public static Instant? RetryAfter(HttpAnswer.Answered answer, Instant now)
    {
        var text = answer.Header("retry-after");
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Until(now + Duration.FromSeconds(Math.Ceiling(Math.Min(seconds, LongestWait.TotalSeconds))), now);
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Until(Instant.FromDateTimeOffset(date), now) : null;
    }

    /// <summary>A moment to come back, as long as it is one worth waiting for.</summary>
    public static Instant Until(Instant at, Instant now) => at > now + LongestWait ? now + LongestWait : at;

    /// <summary>
    /// What every network means alike by a status; null where its own words decide. What a server may have done all the same
    /// (a time-out, a collision, a fault of its own) is never taken for a refusal.
    /// </summary>
    public static Refusal? Usual(HttpAnswer.Answered answer, Instant now) => answer.Status switch
    {
        429 => new Refusal(ErrorKind.RateLimited, "The server takes no more calls for now.", RetryAfter(answer, now)),
        408 or 409 or 425 => new Refusal(ErrorKind.UnknownOutcome, $"The server did not say whether it took the call ({answer.Status})."),
        >= 500 => new Refusal(ErrorKind.Transient, $"The server had a fault of its own ({answer.Status})."),
        413 => new Refusal(ErrorKind.MediaInvalid, "The picture or video is too large for this server.", null, "media"),
        >= 300 and < 400 => new Refusal(ErrorKind.NotFound, "The address redirects. Connect the address it leads to."),
        _ => null,
    };

    /// <summary>What came of the visible call. An answer that says yes but cannot be read, and a fault of the server, leave it open.</summary>
    public static SendOutcome Sent(HttpAnswer answer, Func<HttpAnswer.Answered, RemotePost?> read, Func<HttpAnswer.Answered, Refusal> refused, Instant? now = null)
    {
        if (answer is not HttpAnswer.Answered told)
        {
            return answer is HttpAnswer.NotSent not ? new SendOutcome.NotSent(not.Why) : new SendOutcome.Unknown(Why(answer));
        }

        return (told.IsSuccess
            ? read(told) is { } post ? (SendOutcome)new SendOutcome.Confirmed(post) : new SendOutcome.Unknown("The server said yes, but its answer could not be read.")
            : Of(refused(told))) with { Raw = Cut(told.Body), RestUntil = now is { } at ? Rest(told, at) : null };
    }

    /// <summary>
    /// Until when the account had better rest, once four fifths of what the network allows in a span are used: what is left is spread
    /// over what is left of the span. Its end is told as a date (Mastodon), as seconds since 1970 (Bluesky) or as seconds from now (Discord).
    /// </summary>
    private static Instant? Rest(HttpAnswer.Answered answer, Instant now)
    {
        string? Counter(string name) => answer.Header("x-ratelimit-" + name) ?? answer.Header("ratelimit-" + name);
        if (!long.TryParse(Counter("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || !long.TryParse(Counter("remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var left) || left * 5 > limit)
        {
            return null;
        }

        Instant? end = double.TryParse(Counter("reset-after") ?? Counter("reset"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799
                ? Until(seconds > 1_000_000_000 ? Instant.FromUnixTimeMilliseconds((long)(seconds * 1000)) : now + Duration.FromSeconds(seconds), now)
            : OffsetDateTimePattern.ExtendedIso.Parse(Counter("reset") ?? "").TryGetValue(default, out var at) ? Until(at.ToInstant(), now)
            : null;
        return end > now ? now + ((end.Value - now) / (left + 1)) : null;
    }

    /// <summary>What came of taking a post back; what is not there any more is gone.</summary>
    public static DeleteOutcome Deleted(HttpAnswer answer, Func<HttpAnswer.Answered, Refusal> refused) => answer switch
    {
        HttpAnswer.Answered { IsSuccess: true } => new DeleteOutcome.Gone(),
        // “Not found” is gone, unless what was not found is the account itself.
        HttpAnswer.Answered told when refused(told) is { } why => told.Status is 404 or 410 && why.Kind == ErrorKind.NotFound ? new DeleteOutcome.Gone() : new DeleteOutcome.Failed(why.Kind, why.Message),
        _ => new DeleteOutcome.Failed(ErrorKind.Transient, Why(answer)),
    };

    /// <summary>What came of a call that prepares, where it did not work.</summary>
    public static PrepareOutcome.Failed Unprepared(HttpAnswer answer, Func<HttpAnswer.Answered, Refusal> refused) =>
        answer is HttpAnswer.Answered { IsSuccess: false } told && refused(told) is { } why
            // Preparing is invisible: what may or may not have been done is simply done again.
            ? new PrepareOutcome.Failed(why.Kind == ErrorKind.UnknownOutcome ? ErrorKind.Transient : why.Kind, why.Message, why.Until, Cut(told.Body))
            : new PrepareOutcome.Failed(ErrorKind.Transient, Why(answer));

    /// <summary>What came of trying the credentials, where they did not work.</summary>
    public static CheckOutcome Unchecked(HttpAnswer answer, Func<HttpAnswer.Answered, Refusal> refused) =>
        answer is HttpAnswer.Answered { IsSuccess: false } told && refused(told) is { } why ? new CheckOutcome(false, why.Message, Kind: why.Kind) : new CheckOutcome(false, Why(answer), Kind: ErrorKind.Transient);

    /// <summary>What came of looking a post up, where it could not be read.</summary>
    public static ReconcileOutcome Unread(HttpAnswer answer, Func<HttpAnswer.Answered, Refusal> refused) =>
        answer is HttpAnswer.Answered { IsSuccess: false } told ? new ReconcileOutcome.CannotTell(refused(told).Message) { Raw = Cut(told.Body) } : new ReconcileOutcome.CannotTell(Why(answer));

    /// <summary>What came of changing a post that is out; the same change again is harmless.</summary>
    public static EditOutcome Edited(HttpAnswer answer, Func<HttpAnswer.Answered, RemotePost?> read, Func<HttpAnswer.Answered, Refusal> refused) => answer switch
    {
        HttpAnswer.Answered { IsSuccess: true } told when read(told) is { } post => new EditOutcome.Changed(post),
        HttpAnswer.Answered { IsSuccess: false } told when refused(told) is { } why => new EditOutcome.Failed(why.Kind, why.Message),
        _ => new EditOutcome.Failed(ErrorKind.UnknownOutcome, Why(answer)),
    };

    /// <summary>What came of reading figures, where they could not be read.</summary>
    public static FiguresOutcome Uncounted(HttpAnswer answer, Func<HttpAnswer.Answered, Refusal> refused) =>
        answer is HttpAnswer.Answered { IsSuccess: false } told && refused(told) is { } why ? new FiguresOutcome.Failed(why.Kind, why.Message, why.Until) : new FiguresOutcome.Failed(ErrorKind.Transient, Why(answer));

    /// <summary>A whole number of an answer; null for anything else, for unknown is not zero.</summary>
    public static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    /// <summary>A file as bytes, read only when it is uploaded.</summary>
    public static async Task<byte[]> BytesAsync(OutgoingMedia media, CancellationToken cancel)
    {
        await using var stream = await media.OpenAsync(cancel);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, cancel);
        return read.ToArray();
    }

    private static SendOutcome Of(Refusal why) => why.Kind switch
    {
        ErrorKind.RateLimited or ErrorKind.QuotaExhausted => new SendOutcome.Throttled(why.Until, why.Kind),
        ErrorKind.Transient or ErrorKind.UnknownOutcome => new SendOutcome.Unknown(why.Message),
        ErrorKind.MediaProcessing => new SendOutcome.NotSent(why.Message),
        _ => new SendOutcome.Rejected(why.Kind, why.Message, why.Field),
    };

    private static JsonNode? Parsed(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
