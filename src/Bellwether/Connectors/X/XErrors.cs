using System.Globalization;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.X;

/// <summary>What X's refusals mean.</summary>
internal static class XErrors
{
    /// <summary>Whether a call was refused because the same text is there already.</summary>
    public static bool IsDuplicate(HttpAnswer.Answered answer) => answer.Status == 403 && answer.Body.Contains("duplicate content", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var json = Answers.Json(answer.Body);
        var said = Answers.Text(json?["detail"]) ?? Answers.Text(json?["errors"]?[0]?["message"]) ?? Answers.Text(json?["title"]) ?? "";
        var type = Answers.Text(json?["type"]) ?? "";
        bool Names(params string[] words) => words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase) || type.Contains(word, StringComparison.OrdinalIgnoreCase));
        return answer.Status switch
        {
            401 => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "X no longer accepts the sign-in."),
            402 => Credits(now),
            403 or 429 when Names("usage-capped", "credits", "spend") => Credits(now),
            403 when IsDuplicate(answer) => new Refusal(ErrorKind.Duplicate, "X has a post with these words already. Change the text, or leave it."),
            403 when Names("client-forbidden", "client-not-enrolled") => new Refusal(ErrorKind.PermissionMissing, "Your application may not do this. Give it “Read and write” in the developer console, then connect the account again."),
            403 when Names("suspended", "locked", "restricted") => new Refusal(ErrorKind.PolicyBlocked, $"X has restricted this account. {Sentence(said)}"),
            403 => new Refusal(ErrorKind.PolicyBlocked, $"X does not allow this post. {Sentence(said)}".TrimEnd()),
            404 => new Refusal(ErrorKind.NotFound, "X has no such post."),
            408 or 409 or 425 => Answers.Usual(answer, now)!,
            413 => new Refusal(ErrorKind.MediaInvalid, "The picture or video is too large for X.", null, "media"),
            429 => new Refusal(ErrorKind.RateLimited, "X takes no more calls for now.", Until(answer, now)),
            >= 500 => new Refusal(ErrorKind.Transient, $"X had a fault of its own ({answer.Status})."),
            _ when Names("media") => new Refusal(ErrorKind.MediaInvalid, $"X refuses a picture or video. {Sentence(said)}", null, "media"),
            _ => new Refusal(ErrorKind.ContentInvalid, $"X refuses the post. {Sentence(said)}".TrimEnd(), null, "text"),
        };
    }

    private static Refusal Credits(Instant now) =>
        new(ErrorKind.QuotaExhausted, "Your application at X has no credits left, or reached its spending limit. Add credits in the developer console.", now + Duration.FromHours(6));

    private static Instant? Until(HttpAnswer.Answered answer, Instant now) =>
        long.TryParse(answer.Header("x-rate-limit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 99_999_999_999 ? Answers.Until(Instant.FromUnixTimeSeconds(at), now) : Answers.RetryAfter(answer, now);

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
}
