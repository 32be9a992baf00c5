using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.GoogleBusiness;

/// <summary>
/// Posts news, events and offers to a place on Google's map. It has no key against repetitions; a lost answer is looked up in the
/// list of the place's posts.
/// </summary>
public sealed class GoogleBusinessConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector, IEditPosts
{
    private const string Api = "https://mybusiness.googleapis.com/v4/";
    private const string Accounts = "https://mybusinessaccountmanagement.googleapis.com/v1/accounts";
    private const string Locations = "https://mybusinessbusinessinformation.googleapis.com/v1/";
    private const string NoButton = "NONE";
    private const int TitleMost = 58;
    private const int Newest = 100;

    private static readonly OAuthNetwork Site = new(
        "Google", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token", ["https://www.googleapis.com/auth/business.manage"])
    {
        Extra = new Dictionary<string, string>(StringComparer.Ordinal) { ["access_type"] = "offline", ["prompt"] = "consent" },
    };

    public override string Network => "google_business";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "A project of your own at Google posts to your place on the map. You allow it there, and can take it back there at any time; your password stays with Google. Google tells numbers of the place as a whole, and none of a post.",
        [
            "In the Google Cloud console create a project and ask for access to the Business Profile APIs with Google’s form; until it is given, every call is refused.",
            "Then enable “My Business Account Management API”, “My Business Business Information API” and “Google My Business API”.",
            "Set up the consent screen and publish it: while it is in testing Google ends each sign-in after seven days.",
            "Create credentials of the kind “OAuth client ID”, type Web application, and enter the redirect address that stands below.",
            "Copy client ID and client secret.",
            "When you sign in, Google asks for one right, business.manage: it covers posting, changing and deleting posts, and reading which places are yours. Then choose the place.",
            "The test reads the place’s name. A place has to be verified before posts show.",
        ],
        [
            .. OAuthNetwork.Fields(),
            new ConnectionField("button", "Button of posts with a link", false, false, "It stands below the post and leads to the link.", "LEARN_MORE",
                [new FieldChoice("LEARN_MORE", "Learn more"), new FieldChoice("BOOK", "Book"), new FieldChoice("ORDER", "Order online"), new FieldChoice("SHOP", "Shop"), new FieldChoice("SIGN_UP", "Sign up"), new FieldChoice(NoButton, "No button")]),
            new ConnectionField("ending", "A post that holds until a day is", false, false, "Posts with an end are shown with their title and their days.", "event", [new FieldChoice("event", "An event"), new FieldChoice("offer", "An offer"), new FieldChoice("update", "News like all others")]),
        ],
        "https://console.cloud.google.com/apis/credentials", SignsIn: true);

    public override bool ChoosesPlace => true;

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var place = Place(access);
        var answer = await AskAsync(access, $"{Locations}{place[(place.IndexOf("locations/", StringComparison.Ordinal) is var at && at > 0 ? at : 0)..]}?readMask=name,title,metadata", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return Answers.Unchecked(answer, Refused);
        }

        var title = Answers.Text(json["title"]) ?? access.Setting(SignInPlace.NameKey);
        return json["metadata"]?["canOperateLocalPost"]?.GetValueKind() == System.Text.Json.JsonValueKind.False
            ? new CheckOutcome(false, $"Google takes no posts for {title}. Verify the place in its profile first.", Kind: ErrorKind.PermissionMissing)
            : new CheckOutcome(true, $"Posts go out for {title}.", place, title, ExpiresAt: TokenLife.End(access));
    }

    public override async Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, Accounts, cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return Unread(answer);
        }

        var places = new List<SignInPlace>();
        foreach (var account in (json["accounts"] as JsonArray ?? []).Select(row => Answers.Text(row?["name"])).OfType<string>())
        {
            var told = await AskAsync(access, $"{Locations}{account}/locations?readMask=name,title,storefrontAddress&pageSize=100", cancel);
            if (told is not HttpAnswer.Answered { IsSuccess: true } list)
            {
                return Unread(told);
            }

            places.AddRange(
                from row in Answers.Json(list.Body)?["locations"] as JsonArray ?? []
                let name = Answers.Text(row?["name"])
                where name is not null
                select new SignInPlace($"{account}/{name}", Answers.Text(row!["title"]) ?? name, Answers.Text(row["storefrontAddress"]?["locality"])));
        }

        return new PlacesOutcome.Found(places);
    }

    public Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) => Task.FromResult<PrepareOutcome>(
        post.Media.Count > 1 || post.Media.Any(media => media.ContentType is not ("image/jpeg" or "image/png"))
            ? new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "Google takes one picture with a post, as JPEG or PNG, and no video. Keep one.")
            : post.Media.Any(media => media.PublicUrl is null)
                ? new PrepareOutcome.Failed(ErrorKind.MediaInvalid, "Google fetches the picture from this program, so it has to be reachable from outside. Start it with --public-url and its https address.")
                : new PrepareOutcome.Ready(new PreparedPost("")));

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var body = new JsonObject { ["summary"] = post.Text, ["languageCode"] = post.Language ?? "en", ["topicType"] = "STANDARD" };
        if (post.Span is { } span && access.Setting("ending") is not "update")
        {
            var isOffer = access.Setting("ending") == "offer";
            var title = post.Title ?? post.Text.Split('\n')[0];
            body["topicType"] = isOffer ? "OFFER" : "EVENT";
            body["event"] = new JsonObject { ["title"] = title.Length > TitleMost ? title[..TitleMost].TrimEnd() : title, ["schedule"] = new JsonObject { ["startDate"] = Day(span.From), ["startTime"] = Time(span.From), ["endDate"] = Day(span.Until), ["endTime"] = Time(span.Until) } };
            if (isOffer && post.Link is { } redeem)
            {
                body["offer"] = new JsonObject { ["redeemOnlineUrl"] = redeem };
            }
        }

        // An offer leads to its link by itself.
        var button = access.Setting("button") ?? "LEARN_MORE";
        if ((access.Said("buttonLink") ?? post.Link) is { } address && body["offer"] is null && button != NoButton)
        {
            body["callToAction"] = new JsonObject { ["actionType"] = button, ["url"] = address };
        }

        if (post.Media is [var picture])
        {
            body["media"] = new JsonArray(new JsonObject { ["mediaFormat"] = "PHOTO", ["sourceUrl"] = picture.PublicUrl });
        }

        return new PlannedCall(FirstTry.Key(post, key, now), body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var answer = await TellAsync(access, HttpMethod.Post, $"{Api}{Place(access)}/localPosts", call.Payload, cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } fine && Answers.Text(Answers.Json(fine.Body)?["state"]) == "REJECTED"
            ? new SendOutcome.Rejected(ErrorKind.PolicyBlocked, "Google refuses the post for its content. Telephone numbers in the text are the usual reason.") { Raw = Answers.Cut(fine.Body) }
            : Answers.Sent(answer, told => Post(Answers.Json(told.Body)), Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"{Api}{Place(access)}/localPosts?pageSize={Newest}", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return Answers.Unread(answer, Refused);
        }

        var words = Answers.Text(JsonNode.Parse(call.Payload)!["summary"]);
        var young = (json["localPosts"] as JsonArray ?? []).OfType<JsonObject>().Where(row => At(row) >= FirstTry.Earliest(call)).ToList();
        return Post(young.Find(row => FirstTry.ReadsSame(Answers.Text(row["summary"]), words))) is { } found
            ? new ReconcileOutcome.Found(found) { Raw = Answers.Cut(fine.Body) }
            : young.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The place has so many posts since that the list does not reach back to this one.", Never: true);
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await TellAsync(access, HttpMethod.Delete, Api + remoteId, null, cancel), Refused);

    public async Task<EditOutcome> EditAsync(AccountAccess access, string remoteId, OutgoingPost post, CancellationToken cancel) => Answers.Edited(
        await TellAsync(access, HttpMethod.Patch, $"{Api}{remoteId}?updateMask=summary", new JsonObject { ["summary"] = post.Text }.ToJsonString(HouseJson.Options), cancel), fine => Post(Answers.Json(fine.Body)), Refused);

    private static string Place(AccountAccess access) => access.Setting(SignInPlace.Key) ?? "";

    private static RemotePost? Post(JsonObject? post) => Answers.Text(post?["name"]) is { Length: > 0 } name ? new RemotePost(name, Answers.Text(post!["searchUrl"])) : null;

    private static Instant At(JsonObject row) => InstantPattern.ExtendedIso.Parse(Answers.Text(row["createTime"]) ?? "").TryGetValue(default, out var at) ? at : Instant.MinValue;

    private static JsonObject Day(LocalDateTime at) => new() { ["year"] = at.Year, ["month"] = at.Month, ["day"] = at.Day };

    private static JsonObject Time(LocalDateTime at) => new() { ["hours"] = at.Hour, ["minutes"] = at.Minute };

    private PlacesOutcome.Failed Unread(HttpAnswer answer)
    {
        var why = Answers.Unchecked(answer, Refused);
        return new PlacesOutcome.Failed(why.Kind ?? ErrorKind.Transient, why.Message);
    }

    private Refusal Refused(HttpAnswer.Answered answer) => GoogleErrors.Of(answer, Clock.Now());

    private Task<HttpAnswer> AskAsync(AccountAccess access, string address, CancellationToken cancel) => TellAsync(access, HttpMethod.Get, address, null, cancel);

    private Task<HttpAnswer> TellAsync(AccountAccess access, HttpMethod method, string address, string? json, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(method, address, json is null ? null : Encoding.UTF8.GetBytes(json)) { Timeout = TimeSpan.FromSeconds(60) }, cancel);
}
