using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.Reddit;

/// <summary>
/// Posts to one community of Reddit: text, a link or one picture, with a title and the community's flair. It has no key against
/// repetitions; a lost answer is looked up among the account's own posts.
/// </summary>
public sealed partial class RedditConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector
{
    private const string Api = "https://oauth.reddit.com";
    private const string Owner = "owner";
    private const string Self = "userName";
    private const int TitleMost = 300;
    private const int Newest = 100;

    public override string Network => "reddit";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at Reddit posts for you to one community. You allow it there, and can take it back there at any time; your password stays with Reddit. Since November 2025 Reddit looks at each application first and refuses most that are for marketing; without its yes, post by hand.",
        [
            "Ask Reddit for access under its Responsible Builder Policy: say that it is for your own account, which communities you mean, and that their moderators agree.",
            "On the page of applications create one of the kind “web app”; enter the redirect address that stands below as redirect uri, exactly as it is.",
            "Copy the id, which stands under the application’s name, and the secret.",
            "When you sign in, Reddit asks for: identity (your name), mysubreddits (choose the community), submit (post), read (look a post up, numbers, the community’s rules), edit (change and delete) and flair.",
            "Then choose the community. Read its rules: many forbid promotion, and one refusal by its moderators can cost the account. Your own profile is always allowed.",
            "The test looks whether the account may post there and whether the community wants a flair.",
        ],
        [
            .. OAuthNetwork.Fields("Application id", "Application secret"),
            new ConnectionField(Owner, "Name of the application’s owner", false, true, "The Reddit name under which the application was made, without u/. Reddit wants it in every call."),
            new ConnectionField("flair", "Flair", false, false, "The words of the flair that posts get, where the community has them."),
        ],
        "https://www.reddit.com/prefs/apps", SignsIn: true);

    public override bool ChoosesPlace => true;

    private protected override OAuthNetwork Rules(AccountAccess access) => new(
        "Reddit", "https://www.reddit.com/api/v1/authorize", "https://www.reddit.com/api/v1/access_token", ["identity", "mysubreddits", "submit", "read", "edit", "flair"])
    {
        Basic = true, Proof = false, Extra = new Dictionary<string, string>(StringComparer.Ordinal) { ["duration"] = "permanent" }, Headers = Agent(access),
    };

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var me = await AskAsync(access, "/api/v1/me", cancel);
        if (me is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json || Answers.Text(json["name"]) is not { } name)
        {
            return Answers.Unchecked(me, Refused);
        }

        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [Self] = name }, cancel);
        var about = await AskAsync(access, $"/r/{Place(access)}/about", cancel);
        if (about is not HttpAnswer.Answered { IsSuccess: true } told || Answers.Json(told.Body)?["data"] is not JsonObject community)
        {
            return Answers.Unchecked(about, Refused);
        }

        if (community["user_is_banned"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
        {
            return new CheckOutcome(false, $"u/{name} is banned from {Words(access)}.", Kind: ErrorKind.PermissionMissing);
        }

        var wanted = await RulesAsync(access, cancel);
        return wanted is { Failed: { } why }
            ? new CheckOutcome(false, why.Message, Kind: why.Kind)
            : wanted.Problem is { } problem
                ? new CheckOutcome(false, problem, Kind: ErrorKind.ContentInvalid)
                : new CheckOutcome(true, $"Signed in as u/{name}. Posts go to {Words(access)}{(wanted.Flair is null ? "" : $" with the flair “{wanted.FlairText}”")}.", Answers.Text(json["id"]), name, ExpiresAt: TokenLife.End(access));
    }

    public override async Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel)
    {
        var me = await AskAsync(access, "/api/v1/me", cancel);
        if (me is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Text(Answers.Json(fine.Body)?["name"]) is not { } name)
        {
            var why = Answers.Unchecked(me, Refused);
            return new PlacesOutcome.Failed(why.Kind ?? ErrorKind.Transient, why.Message);
        }

        var places = new List<SignInPlace>();
        foreach (var (list, hint) in new[] { ("moderator", "You moderate it"), ("subscriber", "Read its rules first") })
        {
            var answer = await AskAsync(access, $"/subreddits/mine/{list}?limit=100", cancel);
            places.AddRange(
                from row in (answer is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body)?["data"]?["children"] as JsonArray : null) ?? []
                let place = Answers.Text(row?["data"]?["display_name"])
                where place is not null && !place.StartsWith("u_", StringComparison.OrdinalIgnoreCase)
                select new SignInPlace(place, $"r/{place}", hint));
        }

        places.Add(new SignInPlace($"u_{name}", $"u/{name}", "Your own profile"));
        return new PlacesOutcome.Found([.. places.DistinctBy(place => place.Id, StringComparer.OrdinalIgnoreCase)]);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var ready = JsonNode.Parse(prepared.Data)!.AsObject();
        var (title, text) = Split(post);
        var form = new JsonObject { ["sr"] = Place(access), ["title"] = title, ["resubmit"] = "true", ["sendreplies"] = "true" };
        var (kind, part, value) = Answers.Text(ready["picture"]) is { } picture ? ("image", "url", picture) : text.Length == 0 && post.Link is { } link ? ("link", "url", link) : ("self", "text", text);
        (form["kind"], form[part]) = (kind, value);
        if (Answers.Text(ready["flair"]) is { } flair)
        {
            (form["flair_id"], form["flair_text"]) = (flair, Answers.Text(ready["flairText"]));
        }

        return new PlannedCall(FirstTry.Key(post, key, now), form.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var form = JsonNode.Parse(call.Payload)!.AsObject();
        var answer = await TellAsync(access, "/api/submit", form.Select(pair => new KeyValuePair<string, string>(pair.Key, Answers.Text(pair.Value) ?? "")), cancel);
        var outcome = Answers.Sent(answer, fine => Post(Answers.Json(fine.Body)?["json"]?["data"] as JsonObject), Refused, Clock.Now());
        // The post of a picture is made a moment later, and its answer names none.
        return outcome is SendOutcome.Unknown && answer is HttpAnswer.Answered { IsSuccess: true } && Answers.Text(form["kind"]) == "image"
            ? new SendOutcome.Unknown("Reddit has the picture and makes the post of it.") { Raw = outcome.Raw }
            : outcome;
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (access.Secret(Self) is not { } self)
        {
            return new ReconcileOutcome.CannotTell("Test the connection once, so that the account’s name is known.");
        }

        var answer = await AskAsync(access, $"/user/{Uri.EscapeDataString(self)}/submitted?sort=new&limit={Newest}", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["data"]?["children"] is not JsonArray rows)
        {
            return Answers.Unread(answer, Refused);
        }

        var (form, since) = (JsonNode.Parse(call.Payload)!, FirstTry.Earliest(call));
        var young = rows.Select(row => row?["data"]).OfType<JsonObject>().Where(row => At(row) >= since).ToList();
        var found = young.Find(row => string.Equals(Answers.Text(row["subreddit"]), Answers.Text(form["sr"]), StringComparison.OrdinalIgnoreCase)
            && FirstTry.ReadsSame(Answers.Text(row["title"]), Answers.Text(form["title"])) && FirstTry.ReadsSame(Answers.Text(row["selftext"]), Answers.Text(form["text"])));
        return Post(found) is { } post
            ? new ReconcileOutcome.Found(post) { Raw = Answers.Cut(found!.ToJsonString()) }
            : young.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The account has posted so much since that the list does not reach back to this one.", Never: true);
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await TellAsync(access, "/api/del", [new("id", remoteId)], cancel), Refused);

    /// <summary>The title, and what stands below it. A title that only repeats how the text begins takes the first line’s place.</summary>
    internal static (string Title, string Text) Split(OutgoingPost post)
    {
        var lines = post.Text.Split('\n', 2);
        var repeats = post.Title is null || lines[0].StartsWith(post.Title.TrimEnd('…', '.', ' '), StringComparison.Ordinal);
        if (repeats && lines[0].Trim().Length is > 0 and <= TitleMost)
        {
            var rest = lines.Length > 1 ? lines[1].Trim() : "";
            return (lines[0].Trim(), rest.Length == 0 ? "" : (post with { Text = rest }).TextWithLink);
        }

        var title = (post.Title ?? lines[0]).Trim();
        return (title.Length > TitleMost ? title[..TitleMost] : title, post.TextWithLink);
    }

    // The full name, such as t3_1abc, and where people read it.
    private static RemotePost? Post(JsonObject? row) => Answers.Text(row?["name"]) is { Length: > 0 } name
        ? new RemotePost(name, $"https://www.reddit.com/comments/{name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]}/") : null;

    private static Instant At(JsonObject row) => double.TryParse(Answers.Text(row["created_utc"]), NumberStyles.Float, CultureInfo.InvariantCulture, out var at) ? Instant.FromUnixTimeMilliseconds((long)(at * 1000)) : Instant.MinValue;

    private static string Place(AccountAccess access) => Uri.EscapeDataString(Other(access) ?? access.Setting(SignInPlace.Key) ?? "");

    private static string Words(AccountAccess access) => Other(access) is { } other ? $"r/{other}" : access.Setting(SignInPlace.NameKey) ?? "the community";

    /// <summary>The community that a post names itself, without “r/”; null where it goes to the account's.</summary>
    private static string? Other(AccountAccess access) =>
        access.Said("community")?.Trim().Trim('/') is { Length: > 0 } said ? said.StartsWith("r/", StringComparison.OrdinalIgnoreCase) ? said[2..] : said.StartsWith("u/", StringComparison.OrdinalIgnoreCase) ? $"u_{said[2..]}" : said : null;

    private Refusal Refused(HttpAnswer.Answered answer) => RedditErrors.Of(answer, Clock.Now());

    // Reddit turns away calls that do not say in this form who makes them.
    private static Dictionary<string, string> Agent(AccountAccess access) => new(StringComparer.Ordinal)
    {
        ["User-Agent"] = $"web:{access.Setting(OAuthNetwork.Id)}:v{typeof(RedditConnector).Assembly.GetName().Version?.ToString(3)} (by /u/{access.Setting(Owner)})",
    };

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(HttpMethod.Get, $"{Api}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}raw_json=1") { Headers = Agent(access) }, cancel);

    private async Task<HttpAnswer> TellAsync(AccountAccess access, string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(Form([.. form, new("api_type", "json"), new("raw_json", "1")]));
        return RedditErrors.Plain(await CallAsync(access, new HttpCall(HttpMethod.Post, Api + path, body, "application/x-www-form-urlencoded") { Headers = Agent(access), Timeout = TimeSpan.FromSeconds(60) }, cancel));
    }
}
