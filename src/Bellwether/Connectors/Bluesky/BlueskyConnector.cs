using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Bluesky;

/// <summary>
/// Speaks the AT Protocol. The key of each post is chosen here and the record is put with “nothing there before”, so that
/// sending the same record again changes nothing: an unknown outcome always ends well.
/// </summary>
public sealed class BlueskyConnector(BlueskySession session, TimeProvider clock) : IConnector
{
    private const string Posts = "app.bsky.feed.post";

    public string Network => "bluesky";

    public bool RepeatIsSafe => true;

    public ConnectionGuide Guide { get; } = new(
        "An app password lets this program post for you. It is not your main password: it cannot change the account, and you can take it back at any time.",
        ["Sign in at bsky.app and open Settings, then Privacy and security, then App passwords.", "Choose “Add App Password” and name it Bellwether.", "Copy the password (four groups of four letters) and paste it here. Bluesky shows it only once."],
        [
            new ConnectionField("identifier", "Handle", false, true, "As in your profile, such as tacoloco.bsky.social."),
            new ConnectionField("password", "App password", true, true, "Looks like abcd-efgh-ijkl-mnop."),
            new ConnectionField("address", "Server", false, false, "Only if your account lives on a server of its own.", BlueskySession.UsualAddress),
        ],
        "https://bsky.app/settings/app-passwords");

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await session.CallAsync(access, HttpMethod.Get, "com.atproto.server.getSession", null, "", TimeSpan.FromSeconds(20), cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return Answers.Unchecked(answer, Refused);
        }

        var handle = (string?)json["handle"];
        return new CheckOutcome(true, $"Signed in as @{handle}. Posts can go out.", (string?)json["did"], handle);
    }

    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        var blobs = new JsonArray();
        foreach (var media in post.Media)
        {
            var bytes = await Answers.BytesAsync(media, cancel);
            var uploaded = await session.CallAsync(access, HttpMethod.Post, "com.atproto.repo.uploadBlob", bytes, media.ContentType, TimeSpan.FromMinutes(5), cancel);
            if (uploaded is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["blob"] is not { } blob)
            {
                return Answers.Unprepared(uploaded, Refused);
            }

            blobs.Add(blob.DeepClone());
        }

        var mentions = new JsonObject();
        foreach (var handle in Facets.Handles(post.Text))
        {
            var resolved = await session.AskAsync(access, $"com.atproto.identity.resolveHandle?handle={Uri.EscapeDataString(handle)}", cancel);
            if (resolved is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body)?["did"] is { } did)
            {
                mentions[handle] = did.DeepClone();
            }
        }

        // A first call that needs no upload still has to know the account's own id.
        if (access.Secret("did") is null && await session.SignInAsync(access, null, cancel) is { } refused)
        {
            return Answers.Unprepared(refused, Refused);
        }

        return new PrepareOutcome.Ready(new PreparedPost(new JsonObject { ["blobs"] = blobs, ["mentions"] = mentions }.ToJsonString()));
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        key ??= Tid.Next(now);
        var record = BlueskyRecord.Of(post, (JsonObject)JsonNode.Parse(prepared.Data)!, now);
        var body = new JsonObject { ["repo"] = access.Secret("did"), ["collection"] = Posts, ["rkey"] = key, ["swapRecord"] = null, ["record"] = record };
        return new PlannedCall(key, body.ToJsonString(), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel) =>
        Answers.Sent(await session.TellAsync(access, "com.atproto.repo.putRecord", call.Payload, cancel), told => Post(told.Body), Refused, clock.Now());

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var repo = (string?)JsonNode.Parse(call.Payload)?["repo"] ?? access.Secret("did") ?? "";
        var answer = await session.AskAsync(access, $"com.atproto.repo.getRecord?repo={Uri.EscapeDataString(repo)}&collection={Posts}&rkey={call.ClientKey}", cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } fine when Post(fine.Body) is { } post => new ReconcileOutcome.Found(post) { Raw = Answers.Cut(fine.Body) },
            // The account's own server keeps the records: its word is final.
            HttpAnswer.Answered { Status: 400 or 404 } told when BlueskyErrors.Read(told.Body).Name == "RecordNotFound" => new ReconcileOutcome.NotThere { Raw = Answers.Cut(told.Body) },
            _ => Answers.Unread(answer, Refused),
        };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        var parts = remoteId.Split('/');
        var body = new JsonObject { ["repo"] = parts.Length > 2 ? parts[2] : access.Secret("did"), ["collection"] = Posts, ["rkey"] = parts[^1] };
        return Answers.Deleted(await session.TellAsync(access, "com.atproto.repo.deleteRecord", body.ToJsonString(), cancel), Refused);
    }

    private static RemotePost? Post(string body)
    {
        var json = Answers.Json(body);
        return (string?)json?["uri"] is { } uri && uri.Split('/') is [_, _, var did, _, var key]
            ? new RemotePost(uri, $"https://bsky.app/profile/{did}/post/{key}", (string?)json["cid"])
            : null;
    }

    private Refusal Refused(HttpAnswer.Answered answer) => BlueskyErrors.Of(answer, clock.Now());
}
