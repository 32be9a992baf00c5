using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Mastodon;

/// <summary>
/// Speaks the API of Mastodon and of servers compatible with it. Each part carries the same Idempotency-Key over every try,
/// which a Mastodon server honours for an hour; others may not, so an unknown outcome is always looked up in the account's own posts.
/// </summary>
public sealed class MastodonConnector(GuardedHttp http, TimeProvider clock) : IConnector
{
    private const int Newest = 40;

    /// <summary>How far the clocks of a server and of this machine may be apart.</summary>
    private static readonly Duration Drift = Duration.FromMinutes(5);

    private static readonly TimeSpan[] Pauses = [.. new[] { 0.5, 1, 2, 4, 8, 15, 15, 15 }.Select(TimeSpan.FromSeconds)];

    public string Network => "mastodon";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An access token of an application that you make yourself lets this program post for you. It is not your password, and you can take it back at any time.",
        ["Sign in to your server and open Preferences, then Development, then “New application”.", "Name it Bellwether and tick read, write:statuses and write:media; nothing else is needed.", "Save it, open it, and copy “Your access token”."],
        [
            new ConnectionField("address", "Server", false, true, "Where your account lives, such as https://mastodon.social."),
            new ConnectionField("accessToken", "Your access token", true, true, "A long row of letters and digits."),
        ]);

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/api/v1/accounts/verify_credentials", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } account || Answers.Text(account["id"]) is not { } id)
        {
            return Answers.Unchecked(answer, Refused);
        }

        var handle = $"{Answers.Text(account["acct"])}@{new Uri(Server(access)).Host}";
        return Missing(await AskAsync(access, "/api/v1/apps/verify_credentials", cancel)) is { } scope
            ? new CheckOutcome(false, $"Signed in as @{handle}, but the application may not post: tick {scope} in it, save, and copy its new access token.", id, handle, ErrorKind.PermissionMissing)
            : new CheckOutcome(true, $"Signed in as @{handle}. Posts can go out.", id, handle);
    }

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        var ids = new JsonArray();
        foreach (var media in post.Media)
        {
            using var form = new MultipartFormDataContent();
            var file = new ByteArrayContent(await Answers.BytesAsync(media, cancel));
            file.Headers.TryAddWithoutValidation("Content-Type", media.ContentType);
            form.Add(file, "file", "file");
            form.Add(new StringContent(media.AltText, Encoding.UTF8), "description");
            var uploaded = await CallAsync(access, HttpMethod.Post, "/api/v2/media", await form.ReadAsByteArrayAsync(cancel), form.Headers.ContentType!.ToString(), [], TimeSpan.FromMinutes(5), cancel);
            if (uploaded is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Text(Answers.Json(fine.Body)?["id"]) is not { } id)
            {
                return Answers.Unprepared(uploaded, Refused);
            }

            if (fine.Status == 202 && await WaitAsync(access, id, cancel) is { } failed)
            {
                return failed;
            }

            ids.Add(id);
        }

        return new PrepareOutcome.Ready(new PreparedPost(ids.ToJsonString()));
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var body = new JsonObject { ["status"] = post.Text, ["visibility"] = post.Segment == 0 ? "public" : "unlisted" };
        if (JsonNode.Parse(prepared.Data) is JsonArray { Count: > 0 } media)
        {
            body["media_ids"] = media;
        }

        if (post.Language is { Length: >= 2 } language)
        {
            body["language"] = language.Split('-')[0].ToLowerInvariant();
        }

        if (post.Parts is { Count: > 0 } parts)
        {
            body["in_reply_to_id"] = parts[^1].Id;
        }

        return new PlannedCall(key ?? string.Create(CultureInfo.InvariantCulture, $"{post.Key}-{post.Segment + 1}"), body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Idempotency-Key"] = call.ClientKey };
        var answer = await CallAsync(access, HttpMethod.Post, "/api/v1/statuses", Encoding.UTF8.GetBytes(call.Payload), "application/json", headers, TimeSpan.FromSeconds(60), cancel);
        return Answers.Sent(answer, told => Post(Answers.Json(told.Body)), Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var self = await AskAsync(access, "/api/v1/accounts/verify_credentials", cancel);
        if (self is not HttpAnswer.Answered { IsSuccess: true } me || Answers.Text(Answers.Json(me.Body)?["id"]) is not { } id)
        {
            return CannotTell(self);
        }

        var answer = await AskAsync(access, $"/api/v1/accounts/{Uri.EscapeDataString(id)}/statuses?limit={Newest}&exclude_reblogs=true", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.List(fine.Body) is not { } list)
        {
            return CannotTell(answer);
        }

        var planned = (JsonObject)JsonNode.Parse(call.Payload)!;
        var since = list.OfType<JsonObject>().Where(status => At(status) >= call.PlannedAt - Drift).ToList();
        return since.Find(status => MastodonText.IsSame(planned, status)) is { } found && Post(found) is { } post
            ? new ReconcileOutcome.Found(post) { Raw = Answers.Cut(found.ToJsonString()) }
            : since.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The account has posted so much since that the list does not reach back to this one.", Never: true) { Raw = Answers.Cut(fine.Body) };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await CallAsync(access, HttpMethod.Delete, $"/api/v1/statuses/{Uri.EscapeDataString(remoteId)}", null, "", [], TimeSpan.FromSeconds(30), cancel), Refused);

    /// <summary>A word on what a server refuses, from its own: “error” and, where it has one, “error_description”.</summary>
    private Refusal Refused(HttpAnswer.Answered answer)
    {
        var said = Answers.Text(Answers.Json(answer.Body)?["error"]) ?? "";
        bool Names(params string[] words) => words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
        return answer.Status switch
        {
            429 => new Refusal(ErrorKind.RateLimited, "The server takes no more calls for now.", Until(answer)),
            >= 500 => new Refusal(ErrorKind.Transient, $"The server had a fault of its own ({answer.Status})."),
            401 => new Refusal(ErrorKind.AuthRevoked, "The access token is not accepted (any more)."),
            403 when Names("suspended", "disabled", "locked") => new Refusal(ErrorKind.PolicyBlocked, $"The server has closed this account: {said}"),
            403 => new Refusal(ErrorKind.PermissionMissing, "The application may not do this. It needs read, write:statuses and write:media."),
            404 or (>= 300 and < 400) => new Refusal(ErrorKind.NotFound, "There is no Mastodon server at this address, or what this answers to was deleted."),
            410 => new Refusal(ErrorKind.NotFound, "It is gone."),
            413 => new Refusal(ErrorKind.MediaInvalid, "The picture or video is too large for this server.", null, "media"),
            422 when Names("not finished processing") => new Refusal(ErrorKind.MediaProcessing, "The server still works on the picture or video."),
            422 when Names("file", "media", "image", "video", "attach") => new Refusal(ErrorKind.MediaInvalid, $"The server refuses a picture or video: {said}", null, "media"),
            _ => new Refusal(ErrorKind.ContentInvalid, said.Length > 0 ? $"The server refuses the post: {said}" : $"The server refuses the post ({answer.Status}).", null, "text"),
        };
    }

    // Mastodon writes the time of its limits out; what stands before it in the way, such as a proxy, says “Retry-After”.
    private Instant? Until(HttpAnswer.Answered answer) =>
        Answers.RetryAfter(answer, clock.Now())
        ?? (OffsetDateTimePattern.ExtendedIso.Parse(answer.Header("x-ratelimit-reset") ?? "").TryGetValue(default, out var at) ? Answers.Until(at.ToInstant(), clock.Now()) : null);

    private ReconcileOutcome.CannotTell CannotTell(HttpAnswer answer) =>
        answer is HttpAnswer.Answered told ? new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) } : new ReconcileOutcome.CannotTell(Answers.Why(answer));

    /// <summary>Waits until the server has looked at a file; null when it has.</summary>
    private async Task<PrepareOutcome.Failed?> WaitAsync(AccountAccess access, string id, CancellationToken cancel)
    {
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, cancel);
            switch (await AskAsync(access, $"/api/v1/media/{Uri.EscapeDataString(id)}", cancel))
            {
                case HttpAnswer.Answered { Status: 200 }:
                    return null;
                case HttpAnswer.Answered { Status: 206 } or HttpAnswer.NotSent or HttpAnswer.Answered { Status: >= 500 }:
                    continue;
                case HttpAnswer.Answered { Status: 422 } told:
                    return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, $"The server could not read a picture or video: {Answers.Text(Answers.Json(told.Body)?["error"])}", null, Answers.Cut(told.Body));
                case var other:
                    return Answers.Unprepared(other, Refused);
            }
        }

        return new PrepareOutcome.Failed(ErrorKind.MediaProcessing, "The server still works on a picture or video.");
    }

    /// <summary>A right that the application lacks, as far as the server tells; servers before 4.3 do not.</summary>
    private static string? Missing(HttpAnswer answer)
    {
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["scopes"] is not JsonArray list)
        {
            return null;
        }

        var scopes = list.Select(Answers.Text).ToList();
        return scopes.Contains("write") ? null : new[] { "write:statuses", "write:media" }.FirstOrDefault(scope => !scopes.Contains(scope));
    }

    private static RemotePost? Post(JsonObject? status) =>
        Answers.Text(status?["id"]) is { } id ? new RemotePost(id, Answers.Text(status!["url"]) ?? Answers.Text(status["uri"])) : null;

    private static Instant At(JsonObject status) =>
        OffsetDateTimePattern.ExtendedIso.Parse(Answers.Text(status["created_at"]) ?? "").TryGetValue(default, out var at) ? at.ToInstant() : Instant.MinValue;

    private static string Server(AccountAccess access) => access.Setting("address")!.TrimEnd('/');

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) =>
        CallAsync(access, HttpMethod.Get, path, null, "", [], TimeSpan.FromSeconds(20), cancel);

    private Task<HttpAnswer> CallAsync(AccountAccess access, HttpMethod method, string path, byte[]? body, string contentType, Dictionary<string, string> headers, TimeSpan timeout, CancellationToken cancel) =>
        http.CallAsync(
            new HttpCall(method, Server(access) + path, body, contentType) { Headers = new Dictionary<string, string>(headers, StringComparer.Ordinal) { ["Authorization"] = $"Bearer {access.Secret("accessToken")}" }, Timeout = timeout },
            cancel);
}
