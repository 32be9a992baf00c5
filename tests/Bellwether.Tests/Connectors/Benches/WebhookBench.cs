using System.Text.Json.Nodes;
using Bellwether.Connectors.Webhook;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A receiver that remembers the ids of deliveries, as the Standard Webhooks specification asks of one.</summary>
public sealed class WebhookBench : FakeBench
{
    private readonly string secret = WebhookSignature.NewSecret();
    private readonly Dictionary<string, SeenPost> posts = new(StringComparer.Ordinal);

    public override string Network => "webhook";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("address", $"{Front.Address}/hook"));

    public override bool RepeatIsHarmless => true;

    public override bool TakesBack => false;

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => Task.FromResult(Alone<IReadOnlyList<SeenPost>>(() => [.. posts.Values]));

    protected override IReadOnlyDictionary<string, string> Once => Typed(("secret", secret));

    protected override bool IsVisible(HttpRequest call) => !call.Headers["webhook-id"].ToString().StartsWith("ping_", StringComparison.Ordinal);

    protected override (int Status, JsonNode? Body) Answer(HttpContext http, JsonObject? json, IFormCollection? form)
    {
        if (!CredentialsHold)
        {
            return (410, null);
        }

        if (Words(json!["type"]) == "ping")
        {
            return (204, null);
        }

        var (id, data) = (http.Request.Headers["webhook-id"].ToString(), json["data"]!);
        if (Words(data["text"]).Length > 50_000)
        {
            return (400, null);
        }

        posts.TryAdd(id, new SeenPost(id, Words(data["text"]), [.. data["media"]!.AsArray().Select(media => Words(media!["alt"]))], data["inReplyTo"] is { } to ? Words(to) : null));
        return (200, new JsonObject { ["id"] = id });
    }
}
