using Bellwether.Connectors.Meta;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;

namespace Bellwether.Connectors.Instagram;

/// <summary>Posts pictures, carousels and reels to a professional Instagram account, signed in at Instagram itself.</summary>
public sealed partial class InstagramConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : ContainerConnector(http, hosts, clock), IConnector, IReadFigures
{
    private const string Host = "https://graph.instagram.com";
    private const string Self = "userId";
    private const string UsualVersion = "v26.0";

    private static readonly OAuthNetwork Site = new(
        "Instagram", "https://www.instagram.com/oauth/authorize", "https://api.instagram.com/oauth/access_token", ["instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments", "instagram_business_manage_insights"])
    {
        Separator = ",", Proof = false, IsOver = MetaErrors.IsTokenOver,
    };

    public override string Network => "instagram";

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at Meta posts for you. You allow it at Instagram, and can take it back there at any time; your password stays there. The permission lasts sixty days and is renewed by itself.",
        [
            "In Instagram switch the account to a professional one (business or creator); others cannot be posted to by a program.",
            "On Meta’s developer page create an app with the use case “Manage messaging and content on Instagram”, and choose the API setup with Instagram login.",
            "Add instagram_business_basic (your name and posts), instagram_business_content_publish (post), instagram_business_manage_comments (the first comment below a post) and instagram_business_manage_insights (read numbers).",
            "Under “Set up Instagram business login” enter the redirect address that stands below, exactly as it is.",
            "Under App roles add the account as an Instagram tester, and accept the invitation in Instagram under Settings, Apps and websites. For accounts of your own no review is needed.",
            "Copy the Instagram app ID and the Instagram app secret; they are other ones than the app’s own.",
            "Instagram fetches pictures and videos from this program: it has to be reachable from outside, started with --public-url.",
        ],
        [.. OAuthNetwork.Fields("Instagram app ID", "Instagram app secret"), new ConnectionField("version", "API version", false, false, "Meta keeps each about two years; leave it unless Instagram refuses it.", UsualVersion)],
        "https://developers.facebook.com/apps", SignsIn: true);

    private protected override string Name => "Instagram";

    private protected override string? ImageType => null;

    private protected override bool VideoTakesAlt => false;

    private protected override string StatusField => "status_code";

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/me?fields=user_id,username,account_type", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } me || Answers.Text(me["user_id"]) is not { } id)
        {
            return Answers.Unchecked(answer, Refused);
        }

        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [Self] = id }, cancel);
        var name = Answers.Text(me["username"]);
        return new CheckOutcome(true, $"Signed in as @{name}. Posts can go out.", id, name, ExpiresAt: TokenLife.End(access));
    }

    public override async Task<SignInOutcome> RedeemAsync(AccountAccess app, SignInAsk ask, string code, CancellationToken cancel) =>
        // Instagram puts “#_” behind the code.
        await base.RedeemAsync(app, ask, code.Replace("#_", "", StringComparison.Ordinal), cancel) is SignInOutcome.Refused refused
            ? refused
            : await ReadTokenAsync(app, Host + "/access_token", [new("grant_type", "ig_exchange_token"), new("client_secret", app.Secret(OAuthNetwork.Secret)!), new("access_token", app.Secret(TokenLife.Access)!)], cancel);

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var answer = await AskAsync(access, $"/{Uri.EscapeDataString(post.Id)}/insights?metric=views,reach,likes,comments,shares,saved", cancel);
            if (answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body) is { } told)
            {
                found[post.Id] = new PostFigures(
                    Metric(told, "views"), Metric(told, "reach"), Metric(told, "likes"), Metric(told, "comments"), Metric(told, "shares"), Saves: Metric(told, "saved"), Raw: Answers.Cut(fine.Body));
            }
            else if (answer is not HttpAnswer.Answered gone || Refused(gone).Kind != ErrorKind.NotFound)
            {
                return Unread(answer);
            }
        }

        var self = await AskAsync(access, "/me?fields=followers_count,follows_count,media_count", cancel);
        var account = self is HttpAnswer.Answered { IsSuccess: true } me ? Answers.Json(me.Body) : null;
        return new FiguresOutcome.Found(found, account is null ? null : new AccountFigures(Sum(account["followers_count"]), Sum(account["follows_count"]), Sum(account["media_count"])));
    }

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    private protected override string Graph(AccountAccess access) => $"{Host}/{access.Setting("version") ?? UsualVersion}";

    private protected override (string Make, string Publish, string Own) Paths(AccountAccess access) =>
        access.Secret(Self) is var id && id is null ? ("/me/media", "/me/media_publish", "/me/media") : ($"/{id}/media", $"/{id}/media_publish", $"/{id}/media");

    private protected override string WordsOf(bool published) => "caption";

    private protected override string VideoType(bool isChild) => isChild ? "VIDEO" : "REELS";

    private protected override PrepareOutcome.Failed? Problem(OutgoingPost post) => post.Media.Count == 0
        ? new PrepareOutcome.Failed(ErrorKind.ContentInvalid, "Instagram takes no post without a picture or video. Add one.")
        : post.Media.FirstOrDefault(media => media.ContentType.StartsWith("image/", StringComparison.Ordinal) && media.ContentType != "image/jpeg") is not null
            ? new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "Instagram takes pictures as JPEG only. Save it as JPEG and add it again.")
            : null;

    private protected override Task<SignInOutcome> RenewAsync(AccountAccess access, CancellationToken cancel) => CanRenew(access)
        ? ReadTokenAsync(access, Host + "/refresh_access_token", [new("grant_type", "ig_refresh_token"), new("access_token", access.Secret(TokenLife.Access)!)], cancel)
        : base.RenewAsync(access, cancel);
}
