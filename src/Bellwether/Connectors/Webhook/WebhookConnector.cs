using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Webhook;

/// <summary>
/// Hands posts to an address of one's own: a site, an automation tool. The id of a delivery stays the same over every try,
/// so a receiver that keeps ids takes it once.
/// </summary>
public sealed class WebhookConnector(GuardedHttp http, TimeProvider clock) : IConnector
{
    public string Network => "webhook";

    public bool RepeatIsSafe => true;

    public ConnectionGuide Guide { get; } = new(
        "Each post is sent to your address as JSON, signed with a secret that only you and this program know.",
        ["Give the address that shall receive posts.", "After connecting, copy the signing secret into the receiver: it is shown once.", "Let the receiver check the signature and remember the webhook-id of each delivery, so that a repeated one counts once.", "If it answers with {\"id\", \"url\"}, the calendar links to the post."],
        [new ConnectionField("address", "Address", false, true, "Starts with https://, with a certificate of a known authority. For a host that the operator names in BELLWETHER_ALLOW_HOSTS, http:// works too.")]);

    public IReadOnlyDictionary<string, string> NewSecrets() => new Dictionary<string, string>(StringComparer.Ordinal) { ["secret"] = WebhookSignature.NewSecret() };

    public async Task<CheckOutcome> CheckAsync(AccountAccess access, CancellationToken cancel)
    {
        var body = new JsonObject { ["type"] = "ping", ["timestamp"] = Time(clock.Now()), ["data"] = new JsonObject() };
        var answer = await DeliverAsync(access, "ping_" + Id<WebhookConnector>.New().Value.ToString("N"), body.ToJsonString(), cancel);
        return answer is HttpAnswer.Answered { IsSuccess: true } ? new CheckOutcome(true, "The receiver took a signed test delivery.") : Answers.Unchecked(answer, Refused);
    }

    public Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) =>
        Task.FromResult<PrepareOutcome>(new PrepareOutcome.Ready(new PreparedPost("")));

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var id = key ?? post.PartKey;
        var media = post.Media.Select(one => (JsonNode)new JsonObject
        {
            ["contentType"] = one.ContentType, ["alt"] = one.AltText, ["url"] = one.PublicUrl, ["width"] = one.Width, ["height"] = one.Height, ["bytes"] = one.Bytes,
        });
        var body = new JsonObject
        {
            ["type"] = "post.publish",
            ["timestamp"] = Time(now),
            ["data"] = new JsonObject
            {
                ["id"] = id, ["publication"] = post.Key, ["part"] = post.Segment + 1, ["text"] = post.Text, ["title"] = post.Title,
                ["link"] = post.Link, ["language"] = post.Language, ["media"] = new JsonArray([.. media]),
                ["inReplyTo"] = post.Parts is { Count: > 0 } parts ? parts[^1].Id : null,
            },
        };
        return new PlannedCall(id, body.ToJsonString(HouseJson.Options), now);
    }

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel) =>
        Answers.Sent(await DeliverAsync(access, call.ClientKey, call.Payload, cancel), told => Post(told.Body, call.ClientKey), Refused);

    public Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) =>
        Task.FromResult<ReconcileOutcome>(new ReconcileOutcome.CannotTell("A webhook cannot be read back; the same delivery is sent again under the same id.", Never: true));

    public Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Task.FromResult<DeleteOutcome>(new DeleteOutcome.Failed(ErrorKind.PermissionMissing, "A delivery cannot be taken back. Delete the post where it was received."));

    /// <summary>What a receiver refuses, by its status alone; what stands before it in the way says 502, 503 or 504 where Standard Webhooks asks to wait.</summary>
    private Refusal Refused(HttpAnswer.Answered answer) => answer.Status switch
    {
        410 => new Refusal(ErrorKind.AuthRevoked, "The receiver says it is gone for good (410), so this address is switched off."),
        502 or 503 or 504 => new Refusal(ErrorKind.RateLimited, $"The receiver takes nothing for now ({answer.Status}).", Answers.RetryAfter(answer, clock.Now())),
        401 or 403 => new Refusal(ErrorKind.PermissionMissing, $"The receiver does not accept the signature ({answer.Status})."),
        404 => new Refusal(ErrorKind.NotFound, "Nobody listens at this address (404)."),
        _ => Answers.Usual(answer, clock.Now()) ?? new Refusal(ErrorKind.ContentInvalid, $"The receiver refused the delivery ({answer.Status})."),
    };

    private Task<HttpAnswer> DeliverAsync(AccountAccess access, string id, string payload, CancellationToken cancel)
    {
        var body = Encoding.UTF8.GetBytes(payload);
        var seconds = clock.Now().ToUnixTimeSeconds();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = seconds.ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = WebhookSignature.Of(access.Secret("secret")!, id, seconds, body),
        };
        return http.CallAsync(new HttpCall(HttpMethod.Post, access.Setting("address")!, body) { Headers = headers, Timeout = TimeSpan.FromSeconds(20) }, cancel);
    }

    private static RemotePost Post(string body, string key)
    {
        var reply = Answers.Json(body);
        return new RemotePost(
            Answers.Text(reply?["id"]) ?? key,
            Answers.Text(reply?["url"]) is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? url : null);
    }

    private static string Time(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
