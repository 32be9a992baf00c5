using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Mastodon;

/// <summary>Calls a server in an author's name, and reads what it refuses.</summary>
[Single]
public sealed class MastodonServer(GuardedHttp http, TimeProvider clock)
{
    internal Instant Now => clock.Now();

    internal static string Address(AccountAccess access) => access.Setting("address")!.TrimEnd('/');

    internal Task PauseAsync(TimeSpan pause, CancellationToken cancel) => http.PauseAsync(pause, cancel);

    internal Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Get, path, null, "", [], TimeSpan.FromSeconds(20), cancel);

    internal Task<HttpAnswer> CallAsync(AccountAccess access, HttpMethod method, string path, byte[]? body, string contentType, Dictionary<string, string> headers, TimeSpan timeout, CancellationToken cancel) =>
        http.CallAsync(
            new HttpCall(method, Address(access) + path, body, contentType) { Headers = new Dictionary<string, string>(headers, StringComparer.Ordinal) { ["Authorization"] = $"Bearer {access.Secret("accessToken")}" }, Timeout = timeout },
            cancel);

    /// <summary>A word on what a server refuses, from its own: “error” and, where it has one, “error_description”.</summary>
    internal Refusal Refused(HttpAnswer.Answered answer)
    {
        var said = Answers.Text(Answers.Json(answer.Body)?["error"]) ?? "";
        bool Names(params string[] words) => words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
        return answer.Status switch
        {
            429 => new Refusal(ErrorKind.RateLimited, "The server takes no more calls for now.", Until(answer)),
            401 => new Refusal(ErrorKind.AuthRevoked, "The access token is not accepted (any more)."),
            403 when Names("suspended", "disabled", "locked") => new Refusal(ErrorKind.PolicyBlocked, $"The server has closed this account: {said}"),
            403 => new Refusal(ErrorKind.PermissionMissing, "The application may not do this. It needs read, write:statuses and write:media."),
            404 or (>= 300 and < 400) => new Refusal(ErrorKind.NotFound, "There is no Mastodon server at this address, or what this answers to was deleted."),
            410 => new Refusal(ErrorKind.NotFound, "It is gone."),
            422 when Names("not finished processing") => new Refusal(ErrorKind.MediaProcessing, "The server still works on the picture or video."),
            422 when Names("file", "media", "image", "video", "attach") => new Refusal(ErrorKind.MediaInvalid, $"The server refuses a picture or video: {said}", null, "media"),
            _ => Answers.Usual(answer, clock.Now()) ?? new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"The server refuses the post: {said}" : $"The server refuses the post ({answer.Status}).", null, "text"),
        };
    }

    // Mastodon writes the time of its limits out; what stands before it in the way, such as a proxy, says “Retry-After”.
    private Instant? Until(HttpAnswer.Answered answer) =>
        Answers.RetryAfter(answer, clock.Now())
        ?? (OffsetDateTimePattern.ExtendedIso.Parse(answer.Header("x-ratelimit-reset") ?? "").TryGetValue(default, out var at) ? Answers.Until(at.ToInstant(), clock.Now()) : null);
}
