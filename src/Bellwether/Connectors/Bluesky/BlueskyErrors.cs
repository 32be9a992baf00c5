using System.Globalization;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Bluesky;

/// <summary>Reads a server's refusal.</summary>
internal static class BlueskyErrors
{
    /// <summary>The error's name and message from the body; empty when it is no such body.</summary>
    public static (string Name, string Message) Read(string body)
    {
        var json = Answers.Json(body);
        return ((string?)json?["error"] ?? "", (string?)json?["message"] ?? "");
    }

    /// <summary>Whether the access token ran out: some servers say so with 400, some with 401.</summary>
    public static bool IsTokenOver(HttpAnswer.Answered answer) =>
        answer.Status is 400 or 401 && Read(answer.Body).Name is "ExpiredToken" or "InvalidToken" || (answer.Status == 401 && Read(answer.Body).Name is "AuthMissing" or "AuthenticationRequired");

    /// <summary>What the server refuses, by the name of its error.</summary>
    public static Refusal Of(HttpAnswer.Answered answer, Instant now)
    {
        var (name, said) = Read(answer.Body);
        return (answer.Status, name) switch
        {
            (429, _) => new Refusal(ErrorKind.RateLimited, "Bluesky takes no more calls for now.", Until(answer, now)),
            // Something lies under our own key already: an earlier try arrived.
            (_, "InvalidSwap") => new Refusal(ErrorKind.UnknownOutcome, "A post is there already under the key of this one."),
            (_, "AuthFactorTokenRequired") => new Refusal(ErrorKind.PermissionMissing, "This is the main password of an account with two-step sign-in. Make an app password and use that."),
            (_, "AccountTakedown" or "AccountSuspended" or "AccountDeactivated") => new Refusal(ErrorKind.PolicyBlocked, "The network has closed this account."),
            (401, _) or (_, "ExpiredToken" or "InvalidToken") => new Refusal(ErrorKind.AuthRevoked, "The handle or the app password is not accepted (any more)."),
            (_, "BlobNotFound") => new Refusal(ErrorKind.MediaProcessing, "The server has dropped the uploaded picture."),
            (_, "InvalidRequest") when Names(said, "image", "blob", "embed", "video") => new Refusal(ErrorKind.MediaInvalid, $"Bluesky refuses a picture or video: {said}", null, "media"),
            (404, _) => new Refusal(ErrorKind.NotFound, "There is no Bluesky server at this address."),
            _ => Answers.Usual(answer, now) ?? new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"Bluesky refuses the post: {said}" : $"Bluesky refuses the post ({answer.Status}).", null, "text"),
        };
    }

    private static Instant? Until(HttpAnswer.Answered answer, Instant now) =>
        Answers.RetryAfter(answer, now)
        ?? (long.TryParse(answer.Header("ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch < 253_402_300_799 ? Answers.Until(Instant.FromUnixTimeSeconds(epoch), now) : null);

    private static bool Names(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
