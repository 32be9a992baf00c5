using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.YouTube;

/// <summary>
/// Uploads videos to a YouTube channel over a resumable session. The session is opened unseen and stored before the first byte
/// leaves; asked about later it says whether the video arrived, so a repetition goes on where the last try broke off.
/// </summary>
public sealed partial class YouTubeConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector
{
    private const string Api = "https://www.googleapis.com/youtube/v3";
    private const int TitleMost = 100;

    private static readonly OAuthNetwork Site = new(
        "Google", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token", ["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.force-ssl"])
    {
        Extra = new Dictionary<string, string>(StringComparer.Ordinal) { ["access_type"] = "offline", ["prompt"] = "consent" },
    };

    public override string Network => "youtube";

    public bool RepeatIsSafe => true;

    public ConnectionGuide Guide { get; } = new(
        "A project of your own at Google uploads for you. You allow it there, and can take it back there at any time; your password stays with Google.",
        [
            "In the Google Cloud console create a project and enable “YouTube Data API v3”.",
            "Set up the consent screen; leave it in testing for a trial, then publish it: while it is in testing Google ends each sign-in after seven days.",
            "Create credentials of the kind “OAuth client ID”, type Web application, and enter the redirect address that stands below.",
            "Copy client ID and client secret.",
            "When you sign in, choose the channel. Google asks for youtube.upload (upload videos) and youtube.force-ssl (change and delete them, read their numbers, write the first comment).",
            "Until Google has audited the project, uploads of it stay private whatever is chosen here; ask for the audit in the form for YouTube’s compliance review.",
        ],
        [
            .. OAuthNetwork.Fields(),
            new ConnectionField("privacy", "Who sees uploads", false, false, "Can be changed on YouTube for each video.", "public", [new FieldChoice("public", "Everybody"), new FieldChoice("unlisted", "Whoever has the link"), new FieldChoice("private", "Only you")]),
            new ConnectionField("kids", "Made for children", false, false, "The law in some countries wants this said for each video.", "no", [new FieldChoice("no", "No"), new FieldChoice("yes", "Yes")]),
        ],
        "https://console.cloud.google.com/apis/credentials", SignsIn: true);

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/channels?part=snippet,contentDetails&mine=true", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return Answers.Unchecked(answer, Refused);
        }

        return (json["items"] as JsonArray)?.FirstOrDefault() is JsonObject channel
            ? new CheckOutcome(true, $"Videos go to the channel {Answers.Text(channel["snippet"]?["title"])}.", Answers.Text(channel["id"]), Answers.Text(channel["snippet"]?["customUrl"])?.TrimStart('@'), ExpiresAt: TokenLife.End(access))
            : new CheckOutcome(false, "This Google account has no channel. Create one, or sign in with another account.", Kind: ErrorKind.PermissionMissing);
    }

    /// <summary>Opens the session that takes the bytes; nobody sees anything until the last of them arrived.</summary>
    public async Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel)
    {
        if (post.IsComment)
        {
            return await PrepareCommentAsync(access, cancel);
        }

        if (post.Media is not [{ } video] || !video.ContentType.StartsWith("video/", StringComparison.Ordinal))
        {
            return new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "YouTube takes exactly one video. Add one and leave pictures out.");
        }

        var body = new JsonObject
        {
            ["snippet"] = new JsonObject { ["title"] = Title(post), ["description"] = Plain(post.Text), ["categoryId"] = "22" },
            ["status"] = new JsonObject { ["privacyStatus"] = access.Setting("privacy") ?? "private", ["selfDeclaredMadeForKids"] = access.Setting("kids") == "yes" },
        };
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Upload-Content-Type"] = video.ContentType, ["X-Upload-Content-Length"] = video.Bytes.ToString(CultureInfo.InvariantCulture) };
        var call = new HttpCall(HttpMethod.Post, "https://www.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status&notifySubscribers=true", Encoding.UTF8.GetBytes(body.ToJsonString(HouseJson.Options))) { Headers = headers };
        var answer = await CallAsync(access, call, cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && fine.Header("location") is { Length: > 0 } session
            ? new PrepareOutcome.Ready(new PreparedPost(new JsonObject { ["session"] = session, ["bytes"] = video.Bytes, ["type"] = video.ContentType, ["title"] = Title(post) }.ToJsonString(HouseJson.Options)))
            : Answers.Unprepared(answer, Refused);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) =>
        post.IsComment ? PlannedComment.Plan(post, prepared, key, now) : new(FirstTry.Key(post, key, now), prepared.Data, now);

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        if (PlannedComment.Of(call) is { } comment)
        {
            return await CommentAsync(access, comment, cancel);
        }

        var planned = JsonNode.Parse(call.Payload)!.AsObject();
        var total = (long)planned["bytes"]!;
        var state = await ProbeAsync(access, planned, cancel);
        if (state is HttpAnswer.Answered { Status: 200 or 201 } there && Video(there) is { } known)
        {
            return new SendOutcome.Confirmed(known) { Raw = Answers.Cut(there.Body) };
        }

        if (state is not HttpAnswer.Answered { Status: 308 } open)
        {
            return state is HttpAnswer.Answered { Status: 404 or 410 }
                ? new SendOutcome.Rejected(ErrorKind.NotFound, "The upload was broken off for so long that YouTube forgot it. Retry, and it begins anew.")
                : state is HttpAnswer.Answered refused && Refused(refused) is { Kind: not ErrorKind.Transient } why ? new SendOutcome.Rejected(why.Kind, why.Message) : new SendOutcome.NotSent(Answers.Why(state));
        }

        var bytes = await Answers.BytesAsync(media[0], cancel);
        var from = open.Header("range") is { } range && long.TryParse(range[(range.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? (int)last + 1 : 0;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{total - 1}/{total}") };
        var answer = await CallAsync(access, new HttpCall(HttpMethod.Put, Answers.Text(planned["session"])!, bytes[from..], Answers.Text(planned["type"])!) { Headers = headers, Timeout = TimeSpan.FromMinutes(10) }, cancel);
        return Answers.Sent(answer, Video, Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (PlannedComment.Of(call) is { } comment)
        {
            return await FindCommentAsync(access, call, comment, cancel);
        }

        var planned = JsonNode.Parse(call.Payload)!.AsObject();
        return await ProbeAsync(access, planned, cancel) switch
        {
            HttpAnswer.Answered { Status: 200 or 201 } there when Video(there) is { } video => new ReconcileOutcome.Found(video) { Raw = Answers.Cut(there.Body) },
            HttpAnswer.Answered { Status: 308 } => new ReconcileOutcome.NotThere(),
            HttpAnswer.Answered { Status: 404 or 410 } => await ListedAsync(access, call, Answers.Text(planned["title"]), cancel),
            HttpAnswer.Answered told => new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) },
            var lost => new ReconcileOutcome.CannotTell(Answers.Why(lost)),
        };
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await CallAsync(access, new HttpCall(HttpMethod.Delete, remoteId.StartsWith(CommentId, StringComparison.Ordinal)
            ? $"{Api}/comments?id={Uri.EscapeDataString(remoteId[CommentId.Length..])}"
            : $"{Api}/videos?id={Uri.EscapeDataString(remoteId)}"), cancel), Refused);

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    private static RemotePost? Video(HttpAnswer.Answered answer) => Answers.Text(Answers.Json(answer.Body)?["id"]) is { } id ? Video(id) : null;

    private static RemotePost Video(string id) => new(id, $"https://www.youtube.com/watch?v={id}");

    private static string Title(OutgoingPost post)
    {
        var title = Plain(post.Title is { Length: > 0 } told ? told : post.Text.Split('\n')[0]);
        return title.Length > TitleMost ? title[..TitleMost] : title;
    }

    // YouTube refuses angle brackets in titles and descriptions.
    private static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');

    private Refusal Refused(HttpAnswer.Answered answer) => YouTubeErrors.Of(answer, Clock.Now());

    /// <summary>Asks the session how far it is; changes nothing.</summary>
    private Task<HttpAnswer> ProbeAsync(AccountAccess access, JsonObject planned, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(HttpMethod.Put, Answers.Text(planned["session"])!, [], "") { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Range"] = $"bytes */{(long)planned["bytes"]!}" } }, cancel);

    /// <summary>Looks among the newest uploads, where the session is forgotten.</summary>
    private async Task<ReconcileOutcome> ListedAsync(AccountAccess access, PlannedCall call, string? title, CancellationToken cancel)
    {
        var channel = await AskAsync(access, "/channels?part=contentDetails&mine=true", cancel);
        var list = channel is HttpAnswer.Answered { IsSuccess: true } fine ? Answers.Text((Answers.Json(fine.Body)?["items"] as JsonArray)?.FirstOrDefault()?["contentDetails"]?["relatedPlaylists"]?["uploads"]) : null;
        var answer = list is null ? channel : await AskAsync(access, $"/playlistItems?part=snippet&maxResults=50&playlistId={Uri.EscapeDataString(list)}", cancel);
        if (list is null || answer is not HttpAnswer.Answered { IsSuccess: true } told || Answers.Json(told.Body)?["items"] is not JsonArray rows)
        {
            return new ReconcileOutcome.CannotTell(answer is HttpAnswer.Answered no ? Refused(no).Message : Answers.Why(answer));
        }

        return rows.Select(row => row?["snippet"]).FirstOrDefault(row => At(row) >= FirstTry.Earliest(call) && FirstTry.ReadsSame(Answers.Text(row?["title"]), title)) is { } found && Answers.Text(found["resourceId"]?["videoId"]) is { } id
            ? new ReconcileOutcome.Found(Video(id))
            : new ReconcileOutcome.CannotTell("YouTube forgot the upload and lists no such video.", Never: true);
    }

    private static Instant At(JsonNode? row) => InstantPattern.ExtendedIso.Parse(Answers.Text(row?["publishedAt"]) ?? "").TryGetValue(default, out var at) ? at : Instant.MinValue;

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => CallAsync(access, new HttpCall(HttpMethod.Get, Api + path), cancel);
}
