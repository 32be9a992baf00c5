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
public sealed class MastodonConnector(MastodonServer server) : IConnector
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
        var answer = await server.AskAsync(access, "/api/v1/accounts/verify_credentials", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } account || Answers.Text(account["id"]) is not { } id)
        {
            return Answers.Unchecked(answer, server.Refused);
        }

        var handle = $"{Answers.Text(account["acct"])}@{new Uri(MastodonServer.Address(access)).Host}";
        return Missing(await server.AskAsync(access, "/api/v1/apps/verify_credentials", cancel)) is { } scope
            ? new CheckOutcome(false, $"Signed in as @{handle}, but the application may not post: tick {scope} in it, save, and copy its new access token.", id, handle, ErrorKind.PermissionMissing)
            : new CheckOutcome(true, $"Signed in as @{handle}. Posts can go out.", id, handle);
    }

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        var ids = new JsonArray();
        foreach (var media in post.Media)
        {
            var (body, type) = await Multipart.OfAsync([("description", media.AltText)], [("file", media)], cancel);
            var uploaded = await server.CallAsync(access, HttpMethod.Post, "/api/v2/media", body, type, [], TimeSpan.FromMinutes(5), cancel);
            if (uploaded is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Text(Answers.Json(fine.Body)?["id"]) is not { } id)
            {
                return Answers.Unprepared(uploaded, server.Refused);
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
        var body = new JsonObject { ["status"] = post.TextWithLink, ["visibility"] = post.Segment == 0 ? "public" : "unlisted" };
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

        return new PlannedCall(key ?? post.PartKey, body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Idempotency-Key"] = call.ClientKey };
        var answer = await server.CallAsync(access, HttpMethod.Post, "/api/v1/statuses", Encoding.UTF8.GetBytes(call.Payload), "application/json", headers, TimeSpan.FromSeconds(60), cancel);
        return Answers.Sent(answer, told => Post(Answers.Json(told.Body)), server.Refused, server.Now);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var self = await server.AskAsync(access, "/api/v1/accounts/verify_credentials", cancel);
        if (self is not HttpAnswer.Answered { IsSuccess: true } me || Answers.Text(Answers.Json(me.Body)?["id"]) is not { } id)
        {
            return Answers.Unread(self, server.Refused);
        }

        var answer = await server.AskAsync(access, $"/api/v1/accounts/{Uri.EscapeDataString(id)}/statuses?limit={Newest}&exclude_reblogs=true", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.List(fine.Body) is not { } list)
        {
            return Answers.Unread(answer, server.Refused);
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
        Answers.Deleted(await server.CallAsync(access, HttpMethod.Delete, $"/api/v1/statuses/{Uri.EscapeDataString(remoteId)}", null, "", [], TimeSpan.FromSeconds(30), cancel), server.Refused);

    /// <summary>Waits until the server has looked at a file; null when it has.</summary>
    private async Task<PrepareOutcome.Failed?> WaitAsync(AccountAccess access, string id, CancellationToken cancel)
    {
        foreach (var pause in Pauses)
        {
            await server.PauseAsync(pause, cancel);
            switch (await server.AskAsync(access, $"/api/v1/media/{Uri.EscapeDataString(id)}", cancel))
            {
                case HttpAnswer.Answered { Status: 200 }:
                    return null;
                case HttpAnswer.Answered { Status: 206 } or HttpAnswer.NotSent or HttpAnswer.Answered { Status: >= 500 }:
                    continue;
                case HttpAnswer.Answered { Status: 422 } told:
                    return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, $"The server could not read a picture or video: {Answers.Text(Answers.Json(told.Body)?["error"])}", null, Answers.Cut(told.Body));
                case var other:
                    return Answers.Unprepared(other, server.Refused);
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

    internal static RemotePost? Post(JsonObject? status) =>
        Answers.Text(status?["id"]) is { } id ? new RemotePost(id, Answers.Text(status!["url"]) ?? Answers.Text(status["uri"])) : null;

    private static Instant At(JsonObject status) =>
        OffsetDateTimePattern.ExtendedIso.Parse(Answers.Text(status["created_at"]) ?? "").TryGetValue(default, out var at) ? at.ToInstant() : Instant.MinValue;
}
