using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Reddit;

/// <summary>What Reddit's refusals mean. Many come with the status 200 and a list of errors in the body.</summary>
internal static partial class RedditErrors
{
    /// <summary>An answer that says no although its status says yes, as the refusal it is.</summary>
    public static HttpAnswer Plain(HttpAnswer answer) => answer is HttpAnswer.Answered { IsSuccess: true } told && First(told) is not null ? told with { Status = 400 } : answer;

    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var first = First(answer);
        var (code, said) = (Answers.Text(first?[0]) ?? Answers.Text(Answers.Json(answer.Body)?["reason"]) ?? "", Answers.Text(first?[1]) ?? Answers.Text(Answers.Json(answer.Body)?["message"]) ?? "");
        return (answer.Status, code) switch
        {
            (401, _) or (_, "USER_REQUIRED") => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "Reddit no longer accepts the sign-in."),
            (_, "RATELIMIT") => new Refusal(ErrorKind.RateLimited, $"Reddit takes no more posts of this account for now. {Sentence(said)}".TrimEnd(), Wait(said) is { } wait ? Answers.Until(now + wait, now) : now + Duration.FromMinutes(10)),
            (429, _) => new Refusal(ErrorKind.RateLimited, "Reddit takes no more calls for now.", Reset(answer, now) ?? Answers.RetryAfter(answer, now)),
            (_, "ALREADY_SUB") => new Refusal(ErrorKind.Duplicate, "The community has this link already."),
            (_, "SUBREDDIT_NOTALLOWED" or "SUBREDDIT_NOEXIST" or "BANNED_FROM_SUBREDDIT" or "INVALID_SUBREDDIT" or "banned" or "private") => new Refusal(ErrorKind.PermissionMissing, $"The account may not post in this community. {Sentence(said)}".TrimEnd()),
            (_, "SUBMIT_VALIDATION_FLAIR_REQUIRED" or "BAD_FLAIR_TEMPLATE_ID") => new Refusal(ErrorKind.ContentInvalid, "The community wants another flair. Connect the account again and say which."),
            (_, "IMAGE_ERROR" or "BAD_IMAGE" or "NO_IMAGES") => new Refusal(ErrorKind.MediaInvalid, $"Reddit refuses the picture. {Sentence(said)}".TrimEnd(), null, "media"),
            (403, _) => new Refusal(ErrorKind.PermissionMissing, $"Reddit does not allow this: the application lacks a right, or the community is closed. {Sentence(said)}".TrimEnd()),
            (404, _) => new Refusal(ErrorKind.NotFound, "Reddit has no such post or community."),
            (_, "") when Answers.Usual(answer, now) is { } usual => usual,
            (>= 500, _) => new Refusal(ErrorKind.Transient, $"Reddit had a fault of its own ({answer.Status})."),
            _ => new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"Reddit refuses the post. {Sentence(said)}" : $"Reddit refuses the post ({answer.Status}).", null, code.Contains("TITLE", StringComparison.Ordinal) ? "title" : "text"),
        };
    }

    // A list of its code, its words and its field.
    private static JsonArray? First(HttpAnswer.Answered answer) => (Answers.Json(answer.Body)?["json"]?["errors"] as JsonArray)?.FirstOrDefault() as JsonArray;

    private static Instant? Reset(HttpAnswer.Answered answer, Instant now) =>
        double.TryParse(answer.Header("x-ratelimit-reset"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? Answers.Until(now + Duration.FromSeconds(Math.Min(seconds, 86_400)), now) : null;

    // “Take a break for 9 minutes before trying again.”
    private static Duration? Wait(string said) => Span().Match(said) is { Success: true } span && int.TryParse(span.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? span.Groups["unit"].Value[0] switch { 'h' or 'H' => Duration.FromHours(Math.Min(count, 24)), 's' or 'S' => Duration.FromSeconds(count), _ => Duration.FromMinutes(Math.Min(count, 1440)) } : null;

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";

    [GeneratedRegex(@"(?<count>\d{1,5})\s*(?<unit>second|minute|hour)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Span();
}
