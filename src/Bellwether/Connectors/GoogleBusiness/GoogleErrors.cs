using Bellwether.Connectors.OAuth;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.GoogleBusiness;

/// <summary>What the refusals of Google's business interfaces mean, by the status they name.</summary>
internal static class GoogleErrors
{
    /// <summary>Why a call was refused.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var error = Answers.Json(answer.Body)?["error"];
        var said = Answers.Text(error?["message"]) ?? "";
        return (answer.Status, Answers.Text(error?["status"]) ?? "") switch
        {
            (401, _) or (_, "UNAUTHENTICATED") => new Refusal(ErrorKind.AuthRevoked, OAuthTokens.WhyOver(answer) ?? "Google no longer accepts the sign-in."),
            // A project that was not let in has an allowance of nothing.
            (429, _) when said.Contains("'0'", StringComparison.Ordinal) || said.Contains("limit 0", StringComparison.OrdinalIgnoreCase) => new Refusal(ErrorKind.PermissionMissing, "Google has not given the project access to the Business Profile APIs yet. Ask for it with Google’s form."),
            (429, _) or (_, "RESOURCE_EXHAUSTED") => new Refusal(ErrorKind.RateLimited, "Google takes no more calls for now.", Answers.RetryAfter(answer, now)),
            (403, _) or (_, "PERMISSION_DENIED") => new Refusal(ErrorKind.PermissionMissing, $"Google does not allow this: an interface of the project is not enabled, or the place is not yours. {Sentence(said)}".TrimEnd()),
            (404, _) => new Refusal(ErrorKind.NotFound, "Google has no such post or place."),
            (400, _) when said.Contains("media", StringComparison.OrdinalIgnoreCase) || said.Contains("photo", StringComparison.OrdinalIgnoreCase) => new Refusal(ErrorKind.MediaInvalid, $"Google refuses the picture. {Sentence(said)}", null, "media"),
            (_, _) when Answers.Usual(answer, now) is { } usual => usual,
            _ => new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"Google refuses the post. {Sentence(said)}" : $"Google refuses the post ({answer.Status}).", null, "text"),
        };
    }

    private static string Sentence(string said) => said.Length == 0 ? "" : $"It says: {(said.Length > 300 ? said[..300] : said).TrimEnd('.')}.";
}
