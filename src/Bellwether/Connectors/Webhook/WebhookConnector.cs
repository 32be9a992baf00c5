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
        return await DeliverAsync(access, "ping_" + Id<WebhookConnector>.New().Value.ToString("N"), body.ToJsonString(), cancel) switch
        {
            HttpAnswer.Answered { IsSuccess: true } => new CheckOutcome(true, "The receiver took a signed test delivery."),
            HttpAnswer.Answered { Status: 410 } => new CheckOutcome(false, "The receiver says it is gone for good (410).", Kind: ErrorKind.AuthRevoked),
            HttpAnswer.Answered { Status: >= 300 and < 400 } => new CheckOutcome(false, "The address redirects. Give the address it leads to.", Kind: ErrorKind.NotFound),
            HttpAnswer.Answered { Status: >= 500 } fault => new CheckOutcome(false, $"The receiver had a fault of its own ({fault.Status}).", Kind: ErrorKind.Transient),
            HttpAnswer.Answered told => new CheckOutcome(false, $"The receiver refused a test delivery ({told.Status}).", Kind: ErrorKind.PermissionMissing),
            HttpAnswer.NotSent not => new CheckOutcome(false, not.Why, Kind: ErrorKind.Transient),
            HttpAnswer.Unclear unclear => new CheckOutcome(false, unclear.Why, Kind: ErrorKind.Transient),
            _ => throw new InvalidOperationException("An answer of an unknown kind."),
        };
    }

    public Task<PrepareOutcome> PrepareAsync(AccountAccess access, OutgoingPost post, CancellationToken cancel) =>
        Task.FromResult<PrepareOutcome>(new PrepareOutcome.Ready(new PreparedPost("")));

    public PlannedCall Plan(AccountAccess access, OutgoingPost post, PreparedPost prepared, string? key, Instant now)
    {
        var id = key ?? (post.Segment == 0 ? post.Key : string.Create(CultureInfo.InvariantCulture, $"{post.Key}-{post.Segment + 1}"));
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

    public async Task<SendOutcome> SendAsync(AccountAccess access, PlannedCall call, IReadOnlyList<OutgoingMedia> media, CancellationToken cancel)
    {
        var answer = await DeliverAsync(access, call.ClientKey, call.Payload, cancel);
        if (answer is not HttpAnswer.Answered told)
        {
            return answer is HttpAnswer.NotSent not ? new SendOutcome.NotSent(not.Why) : new SendOutcome.Unknown(((HttpAnswer.Unclear)answer).Why);
        }

        var raw = Answers.Cut(told.Body);
        return told.Status switch
        {
            >= 200 and < 300 => new SendOutcome.Confirmed(Post(told.Body, call.ClientKey)) { Raw = raw },
            410 => new SendOutcome.Rejected(ErrorKind.AuthRevoked, "The receiver says it is gone for good (410), so this address is switched off.") { Raw = raw },
            429 or 502 or 503 or 504 => new SendOutcome.Throttled(Answers.RetryAfter(told, clock.Now()), ErrorKind.RateLimited) { Raw = raw },
            >= 300 and < 400 => new SendOutcome.Rejected(ErrorKind.NotFound, "The address redirects. Connect the address it leads to.") { Raw = raw },
            401 or 403 => new SendOutcome.Rejected(ErrorKind.PermissionMissing, $"The receiver does not accept the signature ({told.Status}).") { Raw = raw },
            408 or 409 or >= 500 => new SendOutcome.Unknown($"The receiver had a fault of its own ({told.Status}).") { Raw = raw },
            _ => new SendOutcome.Rejected(ErrorKind.ContentInvalid, $"The receiver refused the post ({told.Status}).") { Raw = raw },
        };
    }

    public Task<ReconcileOutcome> ReconcileAsync(AccountAccess access, PlannedCall call, CancellationToken cancel) =>
        Task.FromResult<ReconcileOutcome>(new ReconcileOutcome.CannotTell("A webhook cannot be read back; the same delivery is sent again under the same id.", Never: true));

    public Task<DeleteOutcome> DeleteAsync(AccountAccess access, string remoteId, CancellationToken cancel) =>
        Task.FromResult<DeleteOutcome>(new DeleteOutcome.Failed(ErrorKind.PermissionMissing, "A delivery cannot be taken back. Delete the post where it was received."));

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
