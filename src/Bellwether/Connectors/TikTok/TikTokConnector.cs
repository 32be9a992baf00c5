using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.TikTok;

/// <summary>
/// Brings videos and pictures to TikTok: out at once, or as drafts into the app's inbox, where a person finishes them. A video's
/// upload is opened unseen under an id that says later how far it is; pictures are fetched by TikTok and have no such id beforehand.
/// </summary>
public sealed partial class TikTokConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector
{
    private const string Api = "https://open.tiktokapis.com/v2";
    private const string Self = "userName";
    private const string Direct = "direct";
    private const string InInbox = "It lies in the inbox of the TikTok app. Open the notification there, finish it, and post it.";
    private const int MostPictures = 35;

    // One piece up to 64 MB; above, pieces of 32 MB of which the last carries the rest.
    private const long WholeMost = 64_000_000;
    private const long Piece = 32_000_000;

    private static readonly OAuthNetwork Site = new(
        "TikTok", "https://www.tiktok.com/v2/auth/authorize/", Api + "/oauth/token/", ["user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.upload", "video.publish"])
    {
        ClientId = "client_key", Separator = ",", Proof = false, IsOver = answer => answer.Status == 401 || TikTokErrors.Code(answer) == "access_token_invalid",
    };

    public override string Network => "tiktok";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at TikTok posts for you. You allow it there, and can take it back there at any time; your password stays with TikTok. Until TikTok has audited the application, what it posts at once is seen by you alone; drafts work without that.",
        [
            "On TikTok’s developer page register as an organisation or a person, and create an app for the web.",
            "Add the products Login Kit and Content Posting API; for posting at once turn on “Direct Post” there.",
            "Under Login Kit enter the redirect address that stands below, exactly as it is. For pictures also verify the domain of this program’s address from outside, since TikTok fetches them from it.",
            "Under scopes add user.info.basic, user.info.profile and user.info.stats (your name and followers), video.list (numbers), video.upload (drafts) and video.publish (posts at once).",
            "For drafts this is all. For posts that everybody sees ask for the audit of the Content Posting API; until then five accounts a day, set to private, may try it.",
            "Copy client key and client secret. The test reads the account’s name and which audiences TikTok lets this application post to.",
        ],
        [
            .. OAuthNetwork.Fields("Client key", "Client secret"),
            new ConnectionField("mode", "What happens with a post", false, false, "As a draft it lies in the inbox of the TikTok app until somebody finishes it there.", "draft", [new FieldChoice("draft", "A draft in the TikTok app"), new FieldChoice(Direct, "It goes out at once")]),
            new ConnectionField("privacy", "Who sees posts", false, false, "TikTok wants this chosen by a person; left empty, each post says it itself. An application without an audit may only choose “Only you”.", null,
                [new FieldChoice("PUBLIC_TO_EVERYONE", "Everybody"), new FieldChoice("FOLLOWER_OF_CREATOR", "Followers"), new FieldChoice("MUTUAL_FOLLOW_FRIENDS", "Friends"), new FieldChoice("SELF_ONLY", "Only you")]),
            new ConnectionField("allow", "What others may do", false, false, "Only as far as the account itself allows it.", "all", [new FieldChoice("all", "Comment, duet and stitch"), new FieldChoice("comments", "Comment"), new FieldChoice("nothing", "Nothing")]),
            new ConnectionField("promotes", "Promotion", false, false, "TikTok wants it said, and marks such posts.", "own", [new FieldChoice("own", "Your own business"), new FieldChoice("paid", "Somebody else, who pays for it"), new FieldChoice("no", "Nothing")]),
        ],
        "https://developers.tiktok.com/apps", SignsIn: true);

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/user/info/?fields=open_id,username,display_name", cancel);
        if (Data(answer)?["user"] is not JsonObject me || Answers.Text(me["open_id"]) is not { } id)
        {
            return Answers.Unchecked(Plain(answer), Refused);
        }

        var name = Answers.Text(me["username"]);
        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [Self] = name }, cancel);
        if (!IsDirect(access))
        {
            return new CheckOutcome(true, $"Signed in as @{name}. Posts come as drafts into the inbox of the TikTok app.", id, name, ExpiresAt: TokenLife.End(access));
        }

        if (access.Setting("privacy") is null)
        {
            return new CheckOutcome(true, $"Signed in as @{name}. Posts go out at once; each says itself who sees it.", id, name, ExpiresAt: TokenLife.End(access));
        }

        var (creator, failed) = await CreatorAsync(access, cancel);
        return creator is null
            ? new CheckOutcome(false, failed!.Message, Kind: failed.Kind)
            : Against(access, creator) is { } problem
                ? new CheckOutcome(false, problem, Kind: ErrorKind.ContentInvalid)
                : new CheckOutcome(true, $"Signed in as @{name}. Posts go out at once, for {Audience(access)}.", id, name, ExpiresAt: TokenLife.End(access));
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now) => new(FirstTry.Key(post, key, now), prepared.Data, now);

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var planned = JsonNode.Parse(call.Payload)!.AsObject();
        if (Answers.Text(planned["upload"]) is not { } address)
        {
            return await SendPicturesAsync(access, planned, cancel);
        }

        var id = Answers.Text(planned["id"])!;
        var status = await StatusAsync(access, id, cancel);
        if (status is not HttpAnswer.Answered { IsSuccess: true })
        {
            // Asking is invisible: whatever became of it, nothing was uploaded.
            return status is HttpAnswer.Answered told && Refused(told) is { Kind: not (ErrorKind.Transient or ErrorKind.UnknownOutcome) } why
                ? why.Kind is ErrorKind.RateLimited ? new SendOutcome.Throttled(why.Until) : new SendOutcome.Rejected(why.Kind, why.Message)
                : new SendOutcome.NotSent(Answers.Why(status));
        }

        return IsWaiting(status, planned) ? await UploadAsync(access, planned, address, media[0], cancel) : Sent(access, status, planned);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var planned = JsonNode.Parse(call.Payload)!.AsObject();
        if (Answers.Text(planned["id"]) is not { } id)
        {
            return new ReconcileOutcome.CannotTell(planned["draft"] is null ? "TikTok lists no pictures, so nobody but you can look." : InInbox, Never: true);
        }

        var status = await StatusAsync(access, id, cancel);
        return status is not HttpAnswer.Answered { IsSuccess: true } ? Answers.Unread(status, Refused)
            // An upload that broke off never becomes a post; the next try opens another one.
            : IsWaiting(status, planned) ? new ReconcileOutcome.NotThere()
            : Read(access, status, planned);
    }

    public Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Task.FromResult<DeleteOutcome>(new DeleteOutcome.Failed(ErrorKind.PermissionMissing, "TikTok lets no program take a post back. Delete it in the TikTok app."));

    private static bool IsDirect(AccountAccess access) => access.Setting("mode") == Direct;

    /// <summary>Why posts cannot go out as the account is connected, by what TikTok says of it now.</summary>
    private static string? Against(AccountAccess access, JsonObject creator)
    {
        var options = (creator["privacy_level_options"] as JsonArray ?? []).Select(Answers.Text).ToList();
        return access.Setting("privacy") is not { } chosen ? "Say who sees the post: TikTok wants that chosen by a person. Choose it in the post, or for the account when you connect it again."
            : options.Contains(chosen) ? null
            : $"TikTok does not let this application post for {Audience(access)}; it offers: {string.Join(", ", options.Select(Audience))}. Choose one of these in the post, or connect the account again with one; or have the application audited.";
    }

    private static string Audience(AccountAccess access) => Audience(access.Setting("privacy"));

    private static string Audience(string? privacy) => privacy switch { "PUBLIC_TO_EVERYONE" => "everybody", "FOLLOWER_OF_CREATOR" => "followers", "MUTUAL_FOLLOW_FRIENDS" => "friends", "SELF_ONLY" => "you alone", _ => privacy ?? "" };

    /// <summary>What TikTok lets the account do right now; it has to be asked before each post.</summary>
    private async Task<(JsonObject? Creator, PrepareOutcome.Failed? Failed)> CreatorAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = Plain(await TellAsync(access, "/post/publish/creator_info/query/", [], cancel));
        return Data(answer) is { } creator ? (creator, null) : (null, Answers.Unprepared(answer, Refused));
    }

    private async Task<HttpAnswer> StatusAsync(AccountAccess access, string id, CancellationToken cancel) => Plain(await TellAsync(access, "/post/publish/status/fetch/", new JsonObject { ["publish_id"] = id }, cancel));

    /// <summary>Whether TikTok still waits for bytes of a video.</summary>
    private static bool IsWaiting(HttpAnswer status, JsonObject planned) =>
        Data(status) is { } told && Answers.Text(told["status"]) == "PROCESSING_UPLOAD" && (Answers.Number(told["uploaded_bytes"]) ?? 0) < (Answers.Number(planned["bytes"]) ?? 0);
}
