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
        switch (answer)
        {
            case HttpAnswer.Answered { IsSuccess: true } fine when Answers.Json(fine.Body) is { } json:
                var handle = (string?)json["handle"];
                return new CheckOutcome(true, $"Signed in as @{handle}. Posts can go out.", (string?)json["did"], handle);
            case HttpAnswer.Answered told:
                var (kind, message) = BlueskyErrors.Of(told);
                return new CheckOutcome(false, message, Kind: kind);
            default:
                return new CheckOutcome(false, Answers.Why(answer), Kind: ErrorKind.Transient);
        }
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
                return Failed(uploaded);
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
            return Failed(refused);
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

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var answer = await session.TellAsync(access, "com.atproto.repo.putRecord", call.Payload, cancel);
        switch (answer)
        {
            case HttpAnswer.NotSent not:
                return new SendOutcome.NotSent(not.Why);
            case HttpAnswer.Unclear unclear:
                return new SendOutcome.Unknown(unclear.Why);
        }

        var told = (HttpAnswer.Answered)answer;
        var raw = Answers.Cut(told.Body);
        if (told.IsSuccess)
        {
            return Post(told.Body) is { } post
                ? new SendOutcome.Confirmed(post) { Raw = raw }
                : new SendOutcome.Unknown("The server said yes, but its answer could not be read.") { Raw = raw };
        }

        var (name, _) = BlueskyErrors.Read(told.Body);
        var (kind, message) = BlueskyErrors.Of(told);
        return kind switch
        {
            ErrorKind.RateLimited => new SendOutcome.Throttled(BlueskyErrors.Until(told, clock.Now())) { Raw = raw },
            ErrorKind.Transient => new SendOutcome.Unknown(message) { Raw = raw },
            // Something lies under our own key already: an earlier try arrived.
            _ when name == "InvalidSwap" => new SendOutcome.Unknown("A post is there already under the key of this one.") { Raw = raw },
            ErrorKind.MediaProcessing => new SendOutcome.NotSent(message) { Raw = raw },
            _ => new SendOutcome.Rejected(kind, message, kind == ErrorKind.ContentInvalid ? "text" : kind == ErrorKind.MediaInvalid ? "media" : null) { Raw = raw },
        };
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var repo = (string?)JsonNode.Parse(call.Payload)?["repo"] ?? access.Secret("did") ?? "";
        var answer = await session.AskAsync(access, $"com.atproto.repo.getRecord?repo={Uri.EscapeDataString(repo)}&collection={Posts}&rkey={call.ClientKey}", cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } fine when Post(fine.Body) is { } post => new ReconcileOutcome.Found(post) { Raw = Answers.Cut(fine.Body) },
            // The account's own server keeps the records: its word is final.
            HttpAnswer.Answered { Status: 400 or 404 } told when BlueskyErrors.Read(told.Body).Name == "RecordNotFound" => new ReconcileOutcome.NotThere { Raw = Answers.Cut(told.Body) },
            HttpAnswer.Answered told => new ReconcileOutcome.CannotTell(BlueskyErrors.Of(told).Message) { Raw = Answers.Cut(told.Body) },
            _ => new ReconcileOutcome.CannotTell(Answers.Why(answer)),
        };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel)
    {
        var parts = remoteId.Split('/');
        var body = new JsonObject { ["repo"] = parts.Length > 2 ? parts[2] : access.Secret("did"), ["collection"] = Posts, ["rkey"] = parts[^1] };
        var answer = await session.TellAsync(access, "com.atproto.repo.deleteRecord", body.ToJsonString(), cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } => new DeleteOutcome.Gone(),
            HttpAnswer.Answered told => new DeleteOutcome.Failed(BlueskyErrors.Of(told).Kind, BlueskyErrors.Of(told).Message),
            _ => new DeleteOutcome.Failed(ErrorKind.Transient, Answers.Why(answer)),
        };
    }

    private static RemotePost? Post(string body)
    {
        var json = Answers.Json(body);
        return (string?)json?["uri"] is { } uri && uri.Split('/') is [_, _, var did, _, var key]
            ? new RemotePost(uri, $"https://bsky.app/profile/{did}/post/{key}", (string?)json["cid"])
            : null;
    }

    private PrepareOutcome Failed(HttpAnswer answer)
    {
        if (answer is not HttpAnswer.Answered told)
        {
            return new PrepareOutcome.Failed(ErrorKind.Transient, Answers.Why(answer));
        }

        var (kind, message) = told.Status == 413 ? (ErrorKind.MediaInvalid, "The picture or video is too large for this server.") : BlueskyErrors.Of(told);
        return new PrepareOutcome.Failed(kind, message, BlueskyErrors.Until(told, clock.Now()), Answers.Cut(told.Body));
    }
}
