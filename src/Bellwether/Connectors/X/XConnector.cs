using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Connectors.OAuth;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Connectors.X;

/// <summary>
/// Posts to X through its second interface. It has no key against repetitions: a lost answer is looked up in the account's own
/// posts, and X's refusal of the same text again is the second net.
/// </summary>
public sealed partial class XConnector(GuardedHttp http, NetworkHosts hosts, TimeProvider clock) : OAuthConnector(http, hosts, clock), IConnector
{
    private const string Api = "https://api.x.com/2";
    private const string Self = "userId";
    private const int Newest = 100;

    private static readonly OAuthNetwork Site = new(
        "X", "https://x.com/i/oauth2/authorize", Api + "/oauth2/token", ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"]) { Basic = true };

    public override string Network => "x";

    public bool RepeatIsSafe => false;

    public ConnectionGuide Guide { get; } = new(
        "An application of your own at X posts for you and pays for it: X charges per call. At the prices of 2026 a post costs about 0.015 US dollars, one with a link about 0.20, and reading its numbers about 0.001 each. Your password stays with X.",
        [
            "Open the developer console, create a project with an app, and buy credits; set a spending limit there.",
            "In the app open “User authentication settings”. Choose “Read and write”, and as type “Web App, Automated App or Bot”.",
            "As callback address enter the redirect address that stands below, exactly as it is.",
            "Copy client ID and client secret of OAuth 2.0, not the API key.",
            "When you sign in, X asks for: tweet.read and users.read (see your posts and your name), tweet.write (post and delete), media.write (pictures), offline.access (stay signed in).",
        ],
        OAuthNetwork.Fields(), "https://console.x.com", SignsIn: true);

    private protected override OAuthNetwork Rules(AccountAccess access) => Site;

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var answer = await AskAsync(access, "/users/me", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body)?["data"] is not { } me || Answers.Text(me["id"]) is not { } id)
        {
            return Answers.Unchecked(answer, Refused);
        }

        await access.KeepAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { [Self] = id }, cancel);
        var handle = Answers.Text(me["username"]);
        return new CheckOutcome(true, $"Signed in as @{handle}. X charges your application for each post, more for one with a link.", id, handle, ExpiresAt: TokenLife.End(access));
    }

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var body = new JsonObject { ["text"] = post.TextWithLink };
        if (JsonNode.Parse(prepared.Data) is JsonArray { Count: > 0 } media)
        {
            body["media"] = new JsonObject { ["media_ids"] = media };
        }

        if (post.Parts is { Count: > 0 } parts)
        {
            body["reply"] = new JsonObject { ["in_reply_to_tweet_id"] = parts[^1].Id };
        }

        return new PlannedCall(FirstTry.Key(post, key, now), body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var answer = await TellAsync(access, HttpMethod.Post, "/tweets", call.Payload, cancel);
        // Refused as a repetition: it may be our own, whose answer was lost.
        return answer is HttpAnswer.Answered told && XErrors.IsDuplicate(told) && await ReconcileAsync(access, call, cancel) is ReconcileOutcome.Found found
            ? new SendOutcome.Confirmed(found.Post) { Raw = found.Raw }
            : Answers.Sent(answer, fine => Answers.Text(Answers.Json(fine.Body)?["data"]?["id"]) is { } id ? Post(id) : null, Refused);
    }

    public async Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel)
    {
        if (access.Secret(Self) is not { } self)
        {
            return new ReconcileOutcome.CannotTell("Test the connection once, so that the account’s id is known.");
        }

        var since = FirstTry.Earliest(call).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var answer = await AskAsync(access, $"/users/{Uri.EscapeDataString(self)}/tweets?max_results={Newest}&start_time={Uri.EscapeDataString(since)}&tweet.fields=created_at,entities,referenced_tweets&exclude=retweets", cancel);
        if (answer is not HttpAnswer.Answered { IsSuccess: true } fine || Answers.Json(fine.Body) is not { } json)
        {
            return answer is HttpAnswer.Answered told ? new ReconcileOutcome.CannotTell(Refused(told).Message) { Raw = Answers.Cut(told.Body) } : new ReconcileOutcome.CannotTell(Answers.Why(answer));
        }

        var text = Answers.Text(JsonNode.Parse(call.Payload)!["text"]);
        var rows = (json["data"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return rows.Find(row => FirstTry.ReadsSame(XText.Read(row), text)) is { } found && Answers.Text(found["id"]) is { } id
            ? new ReconcileOutcome.Found(Post(id)) { Raw = Answers.Cut(found.ToJsonString()) }
            : rows.Count < Newest
                ? new ReconcileOutcome.NotThere { Raw = Answers.Cut(fine.Body) }
                : new ReconcileOutcome.CannotTell("The account has posted so much since that the list does not reach back to this one.", Never: true);
    }

    public async Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Answers.Deleted(await TellAsync(access, HttpMethod.Delete, $"/tweets/{Uri.EscapeDataString(remoteId)}", null, cancel), Refused);

    private static RemotePost Post(string id) => new(id, $"https://x.com/i/status/{id}");

    private Refusal Refused(HttpAnswer.Answered answer) => XErrors.Of(answer, Clock.Now());

    private Task<HttpAnswer> AskAsync(AccountAccess access, string path, CancellationToken cancel) => TellAsync(access, HttpMethod.Get, path, null, cancel);

    private Task<HttpAnswer> TellAsync(AccountAccess access, HttpMethod method, string path, string? json, CancellationToken cancel) =>
        CallAsync(access, new HttpCall(method, Api + path, json is null ? null : Encoding.UTF8.GetBytes(json)) { Timeout = TimeSpan.FromSeconds(60) }, cancel);
}
