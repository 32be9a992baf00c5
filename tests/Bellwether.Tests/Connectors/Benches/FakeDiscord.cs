using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A stateful fake of Discord's API 10, written after its OpenAPI description and its documentation (a nonce is honoured for some minutes). It is not Discord.</summary>
public sealed class FakeDiscord(bool bot) : FakeBench
{
    private const long Epoch = 1_420_070_400_000;
    private const string Hook = "webhooks/77/hook-secret";
    private readonly List<JsonObject> messages = [];

    public override string Network => "discord";

    public override IReadOnlyDictionary<string, string> Fields =>
        bot ? Typed(("token", "bot-token"), ("channel", "900"), ("address", Front.Address)) : Typed(("webhook", $"{Front.Address}/api/{Hook}"));

    public override bool MendsItself => bot;

    public override bool RepeatIsHarmless => bot;

    public override bool PartsHang => bot;

    public override string Refused => new('a', 2001);

    public override WebhookFault TooMany(TimeSpan wait) => WebhookFault.Says(429, $$"""{"message":"You are being rate limited.","retry_after":{{wait.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture)}},"global":false}""");

    public override Task<string?> TakeRightAsync()
    {
        HasRight = false;
        return Task.FromResult<string?>(bot ? "Read Message History" : null);
    }

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => Task.FromResult(Alone<IReadOnlyList<SeenPost>>(() =>
    [
        .. messages.Select(message => new SeenPost(
            Words(message["id"]), Words(message["content"]), [.. message["attachments"]!.AsArray().Select(one => Words(one!["description"]))],
            message["message_reference"] is { } to ? Words(to["message_id"]) : null)),
    ]));

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult(Alone<PostFigures?>(() =>
    {
        messages.Find(message => Words(message["id"]) == id)!["reactions"] = new JsonArray(new JsonObject { ["count"] = 1 }, new JsonObject { ["count"] = 1 });
        return new PostFigures(Likes: 2);
    }));

    protected override bool IsVisible(HttpRequest call) => call.Method == "POST";

    protected override (int Status, JsonNode? Body) Answer(HttpContext http, JsonObject? json, IFormCollection? form)
    {
        var path = http.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal);
        if (bot ? http.Request.Headers.Authorization != "Bot bot-token" || !CredentialsHold : !path.StartsWith(Hook, StringComparison.Ordinal) || !CredentialsHold)
        {
            return bot ? Bad(401, 0, "401: Unauthorized") : Bad(404, 10015, "Unknown Webhook");
        }

        var rest = bot && path.StartsWith("channels/900", StringComparison.Ordinal) ? path["channels/900".Length..] : !bot ? path[Hook.Length..] : null;
        return (http.Request.Method, rest) switch
        {
            ("GET", _) when path == "users/@me" => (200, new JsonObject { ["id"] = "55", ["username"] = "taco" }),
            ("GET", _) when path == "guilds/800" => (200, new JsonObject { ["id"] = "800", ["approximate_member_count"] = 42 }),
            ("GET", "") => (200, bot ? new JsonObject { ["id"] = "900", ["guild_id"] = "800", ["name"] = "news" } : new JsonObject { ["id"] = "77", ["guild_id"] = "800", ["channel_id"] = "900", ["name"] = "Taco" }),
            ("GET", "/messages") when bot => HasRight ? (200, Since(http.Request.Query["after"].ToString())) : Bad(403, 50013, "Missing Permissions"),
            ("POST", "/messages" or "") => Post(form is null ? json! : JsonNode.Parse(form["payload_json"].ToString())!.AsObject(), form, http.Request.Query["wait"] == "true" || bot),
            (_, { } one) when one.StartsWith("/messages/", StringComparison.Ordinal) => One(http.Request.Method, one["/messages/".Length..], json),
            _ => Bad(404, 10003, "Unknown Channel"),
        };
    }

    private (int Status, JsonNode? Body) Post(JsonObject json, IFormCollection? form, bool wait)
    {
        var (text, nonce) = (Words(json["content"]), Words(json["nonce"]));
        if (text.Length > 2000 || nonce.Length > 25)
        {
            return (400, JsonNode.Parse("""{"code":50035,"message":"Invalid Form Body","errors":{"content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer in length."}]}}}"""));
        }

        if (nonce.Length > 0 && messages.Find(message => Words(message["nonce"]) == nonce) is { } known)
        {
            return (200, known.DeepClone());
        }

        var described = json["attachments"]?.AsArray() ?? [];
        if (described.Count != (form?.Files.Count ?? 0) || form?.Files.Select(file => file.Name).SequenceEqual(described.Select(one => $"files[{one!["id"]}]")) == false)
        {
            return Bad(400, 50035, "Invalid Form Body");
        }

        var id = ((TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22) + NextNumber();
        var message = new JsonObject
        {
            ["id"] = id.ToString(CultureInfo.InvariantCulture), ["channel_id"] = "900", ["content"] = text, ["author"] = new JsonObject { ["id"] = bot ? "55" : "77" },
            ["attachments"] = described.DeepClone(), ["message_reference"] = json["message_reference"]?.DeepClone(), ["nonce"] = nonce,
        };
        messages.Add(message);
        return wait ? (200, message.DeepClone()) : (204, null);
    }

    private JsonArray Since(string after) => new([.. messages.Where(message => after.Length == 0 || long.Parse(Words(message["id"]), CultureInfo.InvariantCulture) > long.Parse(after, CultureInfo.InvariantCulture)).Select(message =>
    {
        // What is read back has no nonce.
        var read = message.DeepClone().AsObject();
        read.Remove("nonce");
        return (JsonNode)read;
    })]);

    private (int Status, JsonNode? Body) One(string method, string id, JsonObject? json)
    {
        var message = messages.Find(one => Words(one["id"]) == id);
        if (message is null)
        {
            return Bad(404, 10008, "Unknown Message");
        }

        if (method == "DELETE")
        {
            messages.Remove(message);
            return (204, null);
        }

        message["content"] = json?["content"]?.DeepClone() ?? message["content"]!.DeepClone();
        return (200, message.DeepClone());
    }

    private static (int Status, JsonNode? Body) Bad(int status, int code, string message) => (status, new JsonObject { ["code"] = code, ["message"] = message });
}
