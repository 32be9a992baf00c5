using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.LinkedIn;

/// <summary>
/// Posts to a LinkedIn page, or to a member's own profile, through the versioned REST interface. It has no key against
/// repetitions, but refuses the same text again and names the post it already has: that is how a lost answer is found.
/// </summary>
public sealed partial class LinkedInConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector
{
    internal const string Api = "https://api.linkedin.com";
    private const string UsualVersion = "202607";
    private const string AsPage = "page";
    private const int Newest = 20;

    private static readonly OAuthNetwork Pages = new(
        "LinkedIn", "https://www.linkedin.com/oauth/v2/authorization", "https://www.linkedin.com/oauth/v2/accessToken", ["w_organization_social", "r_organization_social", "rw_organization_admin"]) { Proof = false };

    private static readonly OAuthNetwork Members = Pages with { Scopes = ["openid", "profile", "w_member_social"] };

    private static readonly OAuthNetwork CommentingPages = Pages with { Scopes = [.. Pages.Scopes, "w_organization_social_feed", "r_organization_social_feed"] };

    private static readonly OAuthNetwork CommentingMembers = Members with { Scopes = [.. Members.Scopes, "w_member_social_feed"] };

    public override string Network => "linkedin";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at LinkedIn posts for you. You allow it there, and can take it back there at any time; your password stays with LinkedIn.",
        [
            "Open the developer page, create an app and link it to your company page; let an administrator of the page verify it.",
            "For a page: under Products ask for “Community Management API”. LinkedIn looks at the request first. It gives w_organization_social (post), r_organization_social (read the page’s posts and numbers) and rw_organization_admin (see which pages you run).",
            "For a person’s own profile: add “Share on LinkedIn” (w_member_social: post) and “Sign In with LinkedIn using OpenID Connect” (openid, profile: your name). Both are granted at once; LinkedIn then tells no numbers.",
            "For first comments LinkedIn wants a right of its own: w_organization_social_feed (comment as a page) with r_organization_social_feed (look a comment up), or w_member_social_feed (comment as a person). They belong to “Community Management API”; see under Auth whether your application has them, and choose below to ask for them.",
            "Under Auth add the redirect address that stands below, exactly as it is.",
            "Copy client ID and client secret from the same page.",
        ],
        [
            new ConnectionField("as", "Post as", false, false, "Decides which rights are asked for.", AsPage, [new FieldChoice(AsPage, "A company page"), new FieldChoice("member", "A person’s own profile")]),
            .. OAuthNetwork.Fields(),
            new ConnectionField(
                "comments", "First comments", false, false, "LinkedIn refuses a sign-in that asks for a right your application does not have, so it is asked for only when you say so.", "no",
                [new FieldChoice("no", "Do not ask for it"), new FieldChoice("yes", "Ask for the right to comment")]),
            new ConnectionField("version", "API version", false, false, "The month of LinkedIn’s interface, as 202607. Each lives at least a year; leave it unless LinkedIn refuses it.", UsualVersion),
        ],
        "https://www.linkedin.com/developers/apps", SignsIn: true);

    public override bool ChoosesPlace => true;

    private protected override OAuthNetwork Rules(AccountAccess access) => (IsPage(access), access.Setting("comments") == "yes") switch
    {
        (true, true) => CommentingPages,
        (true, false) => Pages,
        (false, true) => CommentingMembers,
        _ => Members,
    };

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var path = IsPage(access) ? $"/rest/organizations/{Number(Author(access))}" : "/v2/userinfo";
        var answer = await AskAsync(access, path, cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return Answers.Unchecked(answer, Refused);
        }

        var name = Answers.Text(json["localizedName"]) ?? Answers.Text(json["name"]) ?? access.Setting(SignInPlace.NameKey);
        return new CheckOutcome(true, IsPage(access) ? $"Posts go out as the page {name}." : $"Posts go out as {name}.", Author(access), Answers.Text(json["vanityName"]) ?? name, ExpiresAt: TokenLife.End(access));
    }

    public override async Task<PlacesOutcome> PlacesAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, IsPage(access) ? "/rest/organizationAcls?q=roleAssignee&state=APPROVED&count=100" : "/v2/userinfo", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            var why = Answers.Unchecked(answer, Refused);
            return new PlacesOutcome.Failed(why.Kind ?? ErrorKind.Transient, why.Message);
        }

        if (!IsPage(access))
        {
            return new PlacesOutcome.Found(Answers.Text(json["sub"]) is { } self ? [new SignInPlace($"urn:li:person:{self}", Answers.Text(json["name"]) ?? self)] : []);
        }

        var places = new List<SignInPlace>();
        foreach (var row in (json["elements"] as JsonArray ?? []).OfType<JsonObject>().Where(row => Answers.Text(row["role"]) is "ADMINISTRATOR" or "CONTENT_ADMINISTRATOR").DistinctBy(row => Answers.Text(row["organization"])))
        {
            if (Answers.Text(row["organization"]) is { } urn)
            {
                var page = await AskAsync(access, $"/rest/organizations/{Number(urn)}", cancel) is HttpAnswer.Answered { IsSuccess: true } told ? Answers.Json(told.Body) : null;
                places.Add(new SignInPlace(urn, Answers.Text(page?["localizedName"]) ?? urn, Answers.Text(page?["vanityName"])));
            }
        }

        return new PlacesOutcome.Found(places);
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        if (post.IsComment)
        {
            return PlannedComment.Plan(post, prepared, key, now);
        }

        var body = new JsonObject
        {
            ["author"] = Author(access),
            ["commentary"] = LinkedInText.Write(post.Text),
            ["visibility"] = "PUBLIC",
            ["distribution"] = new JsonObject { ["feedDistribution"] = "MAIN_FEED", ["targetEntities"] = new JsonArray(), ["thirdPartyDistributionChannels"] = new JsonArray() },
            ["lifecycleState"] = "PUBLISHED",
            ["isReshareDisabledByAuthor"] = false,
        };
        if (Content(post, JsonNode.Parse(prepared.Data)!.AsArray()) is { } content)
        {
            body["content"] = content;
        }

        return new PlannedCall(FirstTry.Key(post, key, now), body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        if (PlannedComment.Of(call) is { } comment)
        {
            return await CommentAsync(access, comment, cancel);
        }

        var answer = await PostAsync(access, call, cancel);
        // Named as a repetition of a post that was made since the first try: that post is this one.
        return answer is HttpAnswer.Answered told && LinkedInErrors.Duplicate(told) is { } urn && LinkedInErrors.MadeAt(urn) >= FirstTry.Earliest(call)
            ? new SendOutcome.Confirmed(Post(urn)) { Raw = Answers.Cut(told.Body) }
            : Answers.Sent(answer, fine => fine.Header("x-restli-id") is { Length: > 0 } id ? Post(id) : null, Refused);
    }

    public Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) =>
        PlannedComment.Of(call) is { } comment ? FindCommentAsync(access, call, comment, cancel)
        : IsPage(access) ? ReadAsync(access, call, cancel) : RepeatAsync(access, call, cancel);

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(CommentUrn().Match(remoteId) is { Success: true } comment ? await RemoveCommentAsync(access, comment, cancel) : await TellAsync(access, HttpMethod.Delete, $"/rest/posts/{Uri.EscapeDataString(remoteId)}", null, cancel), Refused);

    internal static string Permalink(string urn) => $"https://www.linkedin.com/feed/update/{urn}/";

    private static RemotePost Post(string urn) => new(urn, Permalink(urn));

    private static bool IsPage(AccountAccess access) => access.Setting("as") != "member";

    private static string Author(AccountAccess access) => access.Setting(SignInPlace.Key) ?? "";

    private static string Number(string urn) => Uri.EscapeDataString(urn[(urn.LastIndexOf(':') + 1)..]);

    private static JsonObject? Content(OutgoingPost post, JsonArray media) => (media.Count, post.Link) switch
    {
        (> 1, _) => new JsonObject { ["multiImage"] = new JsonObject { ["images"] = media.DeepClone() } },
        (1, _) => new JsonObject { ["media"] = media[0]!.DeepClone() },
        (0, { } link) => new JsonObject { ["article"] = new JsonObject { ["source"] = link, ["title"] = post.Title ?? new Uri(link).Host } },
        _ => null,
    };

    /// <summary>Looks among the page's newest posts.</summary>
    private async Task<ReconcileOutcome> ReadAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var answer = await AskAsync(access, $"/rest/posts?q=author&author={Uri.EscapeDataString(Author(access))}&count={Newest}&sortBy=CREATED", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["elements"] is not JsonArray list)
        {
            return CannotTell(answer);
        }

        var text = LinkedInText.Read(Answers.Text(JsonNode.Parse(call.Payload)!["commentary"])!);
        var since = list.OfType<JsonObject>().Where(row => LinkedInErrors.MadeAt(Answers.Text(row["id"]) ?? "") >= FirstTry.Earliest(call)).ToList();
        return since.Find(row => FirstTry.ReadsSame(LinkedInText.Read(Answers.Text(row["commentary"]) ?? ""), text)) is { } found
            ? new ReconcileOutcome.Found(Post(Answers.Text(found["id"])!)) { Raw = Answers.Cut(found.ToJsonString()) }
            : since.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The page has posted so much since that the list does not reach back to this one.", Never: true);
    }

    /// <summary>
    /// A member's posts cannot be read. The same call once more leaves one post either way: it makes the one that is missing, or is
    /// refused with the name of the one that is there.
    /// </summary>
    private async Task<ReconcileOutcome> RepeatAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        var answer = await PostAsync(access, call, cancel);
        return answer switch
        {
            HttpAnswer.Answered { IsSuccess: true } fine when fine.Header("x-restli-id") is { Length: > 0 } id => new ReconcileOutcome.Found(Post(id)),
            HttpAnswer.Answered told when LinkedInErrors.Duplicate(told) is { } urn && LinkedInErrors.MadeAt(urn) >= FirstTry.Earliest(call) => new ReconcileOutcome.Found(Post(urn)) { Raw = Answers.Cut(told.Body) },
            HttpAnswer.NotSent not => new ReconcileOutcome.CannotTell(not.Why),
            HttpAnswer.Answered { Status: 401 or 429 } told => new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) },
            HttpAnswer.Answered told => new ReconcileOutcome.CannotTell(Refused(told).Message, Never: true) { Raw = Answers.Cut(told.Body) },
            _ => new ReconcileOutcome.CannotTell(Answers.Why(answer), Never: true),
        };
    }

    private ReconcileOutcome.CannotTell CannotTell(HttpAnswer answer) =>
        answer is HttpAnswer.Answered told ? new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) } : new ReconcileOutcome.CannotTell(Answers.Why(answer));

    private Refusal Refused(HttpAnswer.Answered answer) => LinkedInErrors.Of(answer, Clock.Now());

    private Task<HttpAnswer> PostAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) => TellAsync(access, HttpMethod.Post, "/rest/posts", call.Payload, cancel);

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => TellAsync(access, HttpMethod.Get, path, null, cancel);

    private Task<HttpAnswer> TellAsync(AccountAccess access, HttpMethod method, string path, string? json, CancellationToken cancel, string? restli = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["LinkedIn-Version"] = access.Setting("version") ?? UsualVersion, ["X-Restli-Protocol-Version"] = "2.0.0" };
        if (restli is not null)
        {
            headers["X-RestLi-Method"] = restli;
        }

        return CallAsync(access, new HttpCall(method, Api + path, json is null ? null : Encoding.UTF8.GetBytes(json)) { Headers = headers, Timeout = TimeSpan.FromSeconds(60) }, cancel);
    }
}
