using System.Text.Json;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Meta;

/// <summary>What Meta's error codes mean, the same for Facebook, Instagram and Threads.</summary>
internal static class MetaErrors
{
    private const int TokenOver = 190;

    /// <summary>The code of an error; 0 for an answer that is none.</summary>
    public static int Code(HttpAnswer.Answered answer) => answer.IsSuccess ? 0 : Number(Error(answer)?["code"]);

    /// <summary>Whether the access token no longer works, so that nothing was done.</summary>
    public static bool IsTokenOver(HttpAnswer.Answered answer) => Code(answer) == TokenOver;

    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(string network, HttpAnswer.Answered answer, Instant now)
    {
        var error = Error(answer);
        var (code, sub) = (Code(answer), Number(error?["error_subcode"]));
        var said = Answers.Text(error?["error_user_msg"]) ?? Answers.Text(error?["message"]) ?? "";
        return (code, sub) switch
        {
            _ when OAuthTokens.WhyOver(answer) is { } why => new Refusal(ErrorKind.AuthRevoked, why),
            (TokenOver, 459 or 464) => new Refusal(ErrorKind.AuthRevoked, $"{network} wants you to sign in there yourself first and confirm that it is you; then connect the account again."),
            (TokenOver, 460) => new Refusal(ErrorKind.AuthRevoked, "The password was changed, which ended the sign-in."),
            (TokenOver, _) => new Refusal(ErrorKind.AuthRevoked, $"{network} no longer accepts the sign-in."),
            (_, 2207042) => new Refusal(ErrorKind.QuotaExhausted, "The account has had its posts for today.", now + Duration.FromHours(6)),
            (_, 2207001 or 2207050 or 2207051) or (368, _) => new Refusal(ErrorKind.PolicyBlocked, $"{network} has restricted this account. {Sentence(said)}".TrimEnd()),
            (_, 2207003 or 2207020 or 2207052 or 2207077) => new Refusal(ErrorKind.MediaInvalid, $"{network} could not fetch a picture or video from this program. It must be reachable from outside, under --public-url.", null, "media"),
            (_, 2207004 or 2207005 or 2207009 or 2207026 or 36003) => new Refusal(ErrorKind.MediaInvalid, $"{network} refuses the format or size of a picture or video. {Sentence(said)}".TrimEnd(), null, "media"),
            (_, 2207006 or 2207008) => new Refusal(ErrorKind.NotFound, "What was prepared is over; it has to be prepared again."),
            (_, 2207010) => new Refusal(ErrorKind.ContentInvalid, "The text is too long.", null, "text"),
            (_, 2207027) => new Refusal(ErrorKind.MediaProcessing, $"{network} still works on a picture or video."),
            (_, 2207053 or 2207082) => new Refusal(ErrorKind.Transient, $"{network} lost an upload."),
            (4 or 17 or 32 or 341 or 613 or 1390008 or (>= 80001 and <= 80014), _) => new Refusal(ErrorKind.RateLimited, $"{network} takes no more calls for now.", Until(answer, now)),
            (506 or 1366051, _) => new Refusal(ErrorKind.Duplicate, $"{network} has this post already."),
            (3 or 10 or (>= 200 and < 300), _) => new Refusal(ErrorKind.PermissionMissing, $"The sign-in lacks a right, or your role does not allow this. {Sentence(said)}".TrimEnd()),
            (1404078, _) => new Refusal(ErrorKind.PermissionMissing, $"{network} wants you to confirm who you are before this page may publish. Look at the page’s support inbox."),
            (1366046, _) => new Refusal(ErrorKind.MediaInvalid, "A picture is too large or of a kind that is not taken.", null, "media"),
            (100, 33) => new Refusal(ErrorKind.NotFound, "It is not there, or not yours to see."),
            (1 or 2, _) => new Refusal(ErrorKind.Transient, $"{network} had a fault of its own."),
            _ when code == 0 && answer.Status is 408 or 409 or 425 => Answers.Usual(answer, now)!,
            _ when answer.Status == 429 => new Refusal(ErrorKind.RateLimited, $"{network} takes no more calls for now.", Until(answer, now)),
            _ when answer.Status >= 500 || error?["is_transient"]?.GetValueKind() == JsonValueKind.True => new Refusal(ErrorKind.Transient, $"{network} had a fault of its own ({answer.Status})."),
            _ when answer.Status == 401 => new Refusal(ErrorKind.AuthRevoked, $"{network} no longer accepts the sign-in."),
            _ when said.Contains("link", StringComparison.OrdinalIgnoreCase) && code == 100 => new Refusal(ErrorKind.ContentInvalid, $"{network} refuses a link. {Sentence(said)}", null, "text"),
            _ => new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"{network} refuses the post. {Sentence(said)}" : $"{network} refuses the post ({answer.Status}).", null, "text"),
        };
    }

    /// <summary>When calls are taken again: the longest wait, in minutes, that the usage headers name.</summary>
    private static Instant? Until(HttpAnswer.Answered answer, Instant now)
    {
        var usage = answer.Header("x-business-use-case-usage") is { } header ? Answers.Json(header) : null;
        var minutes = (usage ?? []).SelectMany(pair => pair.Value as JsonArray ?? []).Select(row => Number(row?["estimated_time_to_regain_access"])).DefaultIfEmpty(0).Max();
        return minutes > 0 ? Answers.Until(now + Duration.FromMinutes(minutes), now) : Answers.RetryAfter(answer, now);
    }

    private static JsonObject? Error(HttpAnswer.Answered answer) => Answers.Json(answer.Body)?["error"] as JsonObject;

    private static int Number(JsonNode? node) => int.TryParse(Answers.Text(node), out var number) ? number : 0;

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
}
