using System.Globalization;
using System.Text.RegularExpressions;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.LinkedIn;

/// <summary>What LinkedIn's refusals mean.</summary>
internal static partial class LinkedInErrors
{
    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var json = Answers.Json(answer.Body);
        var said = Answers.Text(json?["message"]) ?? "";
        return answer.Status switch
        {
            401 => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "LinkedIn no longer accepts the sign-in."),
            403 => new Refusal(ErrorKind.PermissionMissing, $"LinkedIn does not allow this: your role on the page, or a product of your application, is missing. {Sentence(said)}".TrimEnd()),
            404 => new Refusal(ErrorKind.NotFound, "LinkedIn has no such post."),
            422 when Duplicate(answer) is { } urn => new Refusal(ErrorKind.Duplicate, $"LinkedIn holds it for a repetition of {LinkedInConnector.Permalink(urn)}. Change the text, or leave it."),
            426 => new Refusal(ErrorKind.PermissionMissing, "LinkedIn no longer speaks this version of its interface. Connect the account again with a newer API version, such as the month before last."),
            408 or 409 or 425 => Answers.Usual(answer, now)!,
            429 => new Refusal(ErrorKind.QuotaExhausted, "LinkedIn takes no more calls today.", Answers.RetryAfter(answer, now) ?? Midnight(now)),
            >= 500 => new Refusal(ErrorKind.Transient, $"LinkedIn had a fault of its own ({answer.Status})."),
            _ when Says(said, "image", "video", "media", "asset") => new Refusal(ErrorKind.MediaInvalid, $"LinkedIn refuses a picture or video. {Sentence(said)}", null, "media"),
            _ => new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"LinkedIn refuses the post. {Sentence(said)}" : $"LinkedIn refuses the post ({answer.Status}).", null, "text"),
        };
    }

    /// <summary>The earlier post that a refusal names as the same one; null for every other refusal.</summary>
    public static string? Duplicate(HttpAnswer.Answered answer) =>
        answer.Status == 422 && answer.Body.Contains("duplicate", StringComparison.OrdinalIgnoreCase) && Urn().Match(answer.Body) is { Success: true } urn ? urn.Value : null;

    /// <summary>When a post was made: the first 41 bits of its number count milliseconds since 1970.</summary>
    public static Instant? MadeAt(string urn) =>
        long.TryParse(urn[(urn.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Instant.FromUnixTimeMilliseconds(number >> 22) : null;

    // Quotas begin anew at midnight UTC.
    private static Instant Midnight(Instant now) => now.InUtc().Date.PlusDays(1).AtMidnight().InUtc().ToInstant();

    private static bool Says(string said, params string[] words) => words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";

    [GeneratedRegex(@"urn:li:(?:share|ugcPost|activity):\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Urn();
}
