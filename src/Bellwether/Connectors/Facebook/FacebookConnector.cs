using System.Text.Json.Nodes;
using Bellwether.Connectors.Meta;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Facebook;

/// <summary>
/// Posts to a Facebook page with the page's own token. Pictures are uploaded unseen first; the one visible call then names them.
/// What became of a lost answer is read among the page's posts.
/// </summary>
public sealed partial class FacebookConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : MetaConnector(http, hosts, clock), IConnector
{
    private const string Host = "https://graph.facebook.com";
    private const string Person = "personToken";
    private const string UsualVersion = "v26.0";
    private const int Newest = 100;

    public override string Network => "facebook";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at Meta posts to your page. You allow it at Facebook, and can take it back there at any time; your password stays with Facebook. The permission has no fixed end; changing your password or losing your role on the page ends it.",
        [
            "On Meta’s developer page create an app of the type Business, with the use case “Manage everything on your Page”.",
            "Under permissions add pages_show_list (see which pages you run), pages_manage_posts (post and delete), pages_manage_engagement (the first comment below a post), pages_read_engagement and pages_read_user_content (read the page’s posts) and read_insights (read numbers); business_management when the page belongs to a business.",
            "Under Facebook Login for Business, Settings, enter the redirect address that stands below among the valid OAuth redirect addresses.",
            "As administrator of app and page you need no review. For pages of other people Meta asks for App Review and Business Verification.",
            "Under App settings, Basic, copy app ID and app secret.",
        ],
        [.. OAuthNetwork.Fields("App ID", "App secret"), new ConnectionField("version", "API version", false, false, "Meta keeps each about two years; leave it unless Facebook refuses it.", UsualVersion)],
        "https://developers.facebook.com/apps", SignsIn: true);

    public override bool ChoosesPlace => true;

    private protected override string Name => "Facebook";

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"/{Page(access)}?fields=id,name,username", cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Json(fine.Body) is { } page && Answers.Text(page["id"]) is { } id
            ? new CheckOutcome(true, $"Posts go out as the page {Answers.Text(page["name"])}.", id, Answers.Text(page["username"]) ?? Answers.Text(page["name"]))
            : Answers.Unchecked(answer, Refused);
    }

    public override async Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel)
    {
        // Once a page is chosen, its token is the one that posts; the person's own still lists the pages.
        var person = access.Secret(Person) ?? access.Secret(TokenLife.Access);
        var answer = await OnceAsync(new HttpCall(HttpMethod.Get, $"{Graph(access)}/me/accounts?fields=id,name,username,access_token,tasks&limit=100"), person, cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["data"] is not JsonArray pages)
        {
            var why = Answers.Unchecked(answer, Refused);
            return new PlacesOutcome.Failed(why.Kind ?? ErrorKind.Transient, why.Message);
        }

        return new PlacesOutcome.Found([.. from page in pages.OfType<JsonObject>()
                                           let id = Answers.Text(page["id"])
                                           let token = Answers.Text(page["access_token"])
                                           where id is not null && token is not null && (page["tasks"] is not JsonArray tasks || tasks.Any(task => Answers.Text(task) == "CREATE_CONTENT"))
                                           select new SignInPlace(id, Answers.Text(page["name"]) ?? id, Answers.Text(page["username"]))
                                           {
                                               Secrets = new Dictionary<string, string?>(StringComparer.Ordinal)
                                               {
                                                   [TokenLife.Access] = token, [Person] = person, [TokenLife.AccessEnds] = null, [TokenLife.SignInEnds] = null,
                                               },
                                           }]);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        if (post.IsComment)
        {
            return PlannedComment.Plan(post, prepared, key, now);
        }

        var ready = JsonNode.Parse(prepared.Data)!.AsObject();
        var call = new JsonObject { ["message"] = post.Text };
        if (Answers.Text(ready["video"]) is { } video)
        {
            call["video"] = video;
        }
        else if (ready["photos"] is JsonArray { Count: > 0 } photos)
        {
            call["photos"] = photos.DeepClone();
        }
        else if (post.Link is { } link)
        {
            call["link"] = link;
        }

        return new PlannedCall(FirstTry.Key(post, key, now), call.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        if (PlannedComment.Of(call) is { } comment)
        {
            return await CommentAsync(access, comment, cancel);
        }

        var body = JsonNode.Parse(call.Payload)!.AsObject();
        var message = Answers.Text(body["message"]) ?? "";
        if (Answers.Text(body["video"]) is { } video)
        {
            var finished = await TellAsync(access, $"/{Page(access)}/video_reels", [new("upload_phase", "finish"), new("video_id", video), new("video_state", "PUBLISHED"), new("description", message)], cancel);
            return Answers.Sent(finished, fine => Answers.Json(fine.Body) is not null ? Reel(video) : null, Refused);
        }

        var form = new List<KeyValuePair<string, string>> { new("published", "true"), new("fields", "id,permalink_url") };
        if (message.Length > 0)
        {
            form.Add(new("message", message));
        }

        if (Answers.Text(body["link"]) is { } link)
        {
            form.Add(new("link", link));
        }

        form.AddRange((body["photos"] as JsonArray ?? []).Select((id, at) => new KeyValuePair<string, string>($"attached_media[{at}]", new JsonObject { ["media_fbid"] = Answers.Text(id) }.ToJsonString())));
        var answer = await TellAsync(access, $"/{Page(access)}/feed", form, cancel);
        return Answers.Sent(answer, fine => Post(Answers.Json(fine.Body)), Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (PlannedComment.Of(call) is { } comment)
        {
            return await FindCommentAsync(access, call, comment, cancel);
        }

        var body = JsonNode.Parse(call.Payload)!.AsObject();
        if (Answers.Text(body["video"]) is { } video)
        {
            return await ReelAsync(access, video, cancel);
        }

        var since = FirstTry.Earliest(call);
        var answer = await AskAsync(access, $"/{Page(access)}/published_posts?fields=id,message,created_time,permalink_url&since={since.ToUnixTimeSeconds()}&limit={Newest}", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["data"] is not JsonArray list)
        {
            return CannotTell(answer);
        }

        var rows = list.OfType<JsonObject>().Where(row => At(row["created_time"]) >= since).ToList();
        return Post(rows.Find(row => FirstTry.ReadsSame(Answers.Text(row["message"]), Answers.Text(body["message"])))) is { } found
            ? new ReconcileOutcome.Found(found) { Raw = Answers.Cut(fine.Body) }
            : rows.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The page has posted so much since that the list does not reach back to this one.", Never: true);
    }

    public Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) => RemoveAsync(access, remoteId, cancel);

    public override Task<SignInOutcome> RedeemAsync(AccountAccess app, SignInAsk ask, string code, CancellationToken cancel) => LongAsync(app, ask, code, cancel);

    // The token of a page has no end of its own, and nobody but a person renews it.
    private protected override bool CanRenew(AccountAccess access) => false;

    private protected override OAuthNetwork Rules(AccountAccess access) => new(
        "Facebook", $"https://www.facebook.com/{Version(access)}/dialog/oauth", $"{Graph(access)}/oauth/access_token",
        ["pages_show_list", "pages_manage_posts", "pages_manage_engagement", "pages_read_engagement", "pages_read_user_content", "read_insights", "business_management"])
    {
        Separator = ",", Proof = false, IsOver = MetaErrors.IsTokenOver,
    };

    private protected override string Graph(AccountAccess access) => $"{Host}/{Version(access)}";

    private static string Version(AccountAccess access) => access.Setting("version") ?? UsualVersion;

    private static string Page(AccountAccess access) => Uri.EscapeDataString(access.Setting(SignInPlace.Key) ?? "me");

    private static RemotePost? Post(JsonObject? post) =>
        Answers.Text(post?["id"]) is { } id ? new RemotePost(id, Answers.Text(post!["permalink_url"]) ?? $"https://www.facebook.com/{id}") : null;

    private static RemotePost Reel(string video) => new(video, $"https://www.facebook.com/reel/{video}");

    private async Task<SignInOutcome> LongAsync(AccountAccess app, SignInAsk ask, string code, CancellationToken cancel)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal) { ["client_id"] = app.Setting(OAuthNetwork.Id)!, ["client_secret"] = app.Secret(OAuthNetwork.Secret)! };
        var address = Rules(app).Token;
        return await ReadTokenAsync(app, address, [.. named, new("redirect_uri", ask.Redirect), new("code", code)], cancel) is SignInOutcome.Refused refused
            ? refused
            : await ReadTokenAsync(app, address, [.. named, new("grant_type", "fb_exchange_token"), new("fb_exchange_token", app.Secret(TokenLife.Access)!)], cancel);
    }
}
