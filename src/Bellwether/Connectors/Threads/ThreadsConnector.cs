using Bellwether.Connectors.Meta;
using Bellwether.Connectors.OAuth;
using Bellwether.Networks;

namespace Bellwether.Connectors.Threads;

/// <summary>Posts to Threads, with threads of parts that answer one another.</summary>
public sealed class ThreadsConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : ContainerConnector(http, hosts, clock), IConnector, IReadFigures
{
    private const string Host = "https://graph.threads.net";

    private static readonly OAuthNetwork Site = new(
        "Threads", "https://threads.net/oauth/authorize", Host + "/oauth/access_token", ["threads_basic", "threads_content_publish", "threads_manage_insights", "threads_delete"])
    {
        Separator = ",", Proof = false, IsOver = MetaErrors.IsTokenOver,
    };

    public override string Network => "threads";

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at Meta posts for you. You allow it at Threads, and can take it back there at any time; your password stays there. The permission lasts sixty days and is renewed by itself.",
        [
            "On Meta’s developer page create an app with the use case “Access the Threads API”.",
            "Under its permissions add threads_basic (your name), threads_content_publish (post), threads_manage_insights (read numbers) and threads_delete (take a post back).",
            "In the settings of the use case enter the redirect address that stands below, as redirect, uninstall and delete callback.",
            "Under App roles add your Threads account as a tester, and accept the invitation in Threads under Settings, Website permissions. For accounts of your own no review is needed.",
            "Copy the Threads app ID and the Threads app secret; they are other ones than the app’s own.",
            "Threads fetches pictures and videos from this program: it has to be reachable from outside, started with --public-url.",
        ],
        OAuthNetwork.Fields("Threads app ID", "Threads app secret"), "https://developers.facebook.com/apps", SignsIn: true);

    private protected override string Name => "Threads";

    private protected override string? ImageType => "IMAGE";

    private protected override bool VideoTakesAlt => true;

    private protected override string StatusField => "status";

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/me?fields=id,username", cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body) is { } me && Answers.Text(me["id"]) is { } id
            ? new CheckOutcome(true, $"Signed in as @{Answers.Text(me["username"])}. Posts can go out.", id, Answers.Text(me["username"]), ExpiresAt: TokenLife.End(access))
            : Answers.Unchecked(answer, Refused);
    }

    public override async Task<SignInOutcome> RedeemAsync(AccountAccess app, SignInAsk ask, string code, CancellationToken cancel) =>
        await base.RedeemAsync(app, ask, code, cancel) is SignInOutcome.Refused refused
            ? refused
            : await ReadTokenAsync(app, Host + "/access_token", [new("grant_type", "th_exchange_token"), new("client_secret", app.Secret(OAuthNetwork.Secret)!), new("access_token", app.Secret(TokenLife.Access)!)], cancel);

    public async Task<FiguresOutcome> ReadAsync(AccountAccess access, IReadOnlyList<RemotePost> posts, CancellationToken cancel)
    {
        var found = new Dictionary<string, PostFigures>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var answer = await AskAsync(access, $"/{Uri.EscapeDataString(post.Id)}/insights?metric=views,likes,replies,reposts,quotes,shares", cancel);
            if (answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body) is { } told)
            {
                var reposts = Metric(told, "reposts");
                found[post.Id] = new PostFigures(
                    Impressions: Metric(told, "views"), Likes: Metric(told, "likes"), Comments: Metric(told, "replies"), Shares: reposts is null ? null : reposts + (Metric(told, "quotes") ?? 0), Raw: Answers.Cut(fine.Body));
            }
            else if (answer is not HttpAnswer.Answered gone || Refused(gone).Kind != ErrorKind.NotFound)
            {
                return Unread(answer);
            }
        }

        var self = await AskAsync(access, "/me/threads_insights?metric=followers_count", cancel);
        return new FiguresOutcome.Found(found, self is HttpAnswer.Answered { IsSuccess: true } me && Metric(Answers.Json(me.Body), "followers_count") is { } followers ? new AccountFigures(followers) : null);
    }

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    private protected override string Graph(AccountAccess access) => Host + "/v1.0";

    private protected override (string Make, string Publish, string Own) Paths(AccountAccess access) => ("/me/threads", "/me/threads_publish", "/me/threads");

    private protected override string WordsOf(bool published) => "text";

    private protected override string VideoType(bool isChild) => "VIDEO";

    private protected override PrepareOutcome.Failed? Problem(OutgoingPost post) => null;

    private protected override IEnumerable<KeyValuePair<string, string>> More(OutgoingPost post)
    {
        if (post.Parts is { Count: > 0 } parts)
        {
            yield return new("reply_to_id", parts[^1].Id);
        }

        if (post is { Link: { } link, Media.Count: 0 })
        {
            yield return new("link_attachment", link);
        }
    }

    private protected override Task<SignInOutcome> RenewAsync(AccountAccess access, CancellationToken cancel) => CanRenew(access)
        ? ReadTokenAsync(access, Host + "/refresh_access_token", [new("grant_type", "th_refresh_token"), new("access_token", access.Secret(TokenLife.Access)!)], cancel)
        : base.RenewAsync(access, cancel);
}
