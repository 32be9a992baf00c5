using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Networks;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A stateful fake of Slack's Web API and of an incoming webhook, written after Slack's reference of the methods used: it says no with 200 and “ok: false”. It is not Slack.</summary>
public sealed class FakeSlack(bool token) : FakeBench
{
    private readonly List<JsonObject> messages = [];
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    public override string Network => "slack";

    public override IReadOnlyDictionary<string, string> Fields =>
        token ? Typed(("token", "xoxb-token"), ("channel", "C900"), ("address", Front.Address)) : Typed(("webhook", $"{Front.Address}/services/T1/B1/secret"));

    public override bool MendsItself => token;

    public override bool TakesBack => token;

    public override bool? TakesPictures => token ? true : null;

    public override bool PartsHang => token;

    public override Task<string?> TakeRightAsync()
    {
        HasRight = false;
        return Task.FromResult<string?>(token ? "channels:history" : null);
    }

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => Task.FromResult(Alone<IReadOnlyList<SeenPost>>(() =>
    [
        .. messages.Select(message => new SeenPost(
            token ? "C900:" + Words(message["ts"]) : Words(message["ts"]), Words(message["text"]),
            [.. (message["blocks"] as JsonArray ?? []).Where(block => Words(block!["type"]) == "image").Select(block => Words(block!["alt_text"]))],
            message["thread_ts"] is { } to ? "C900:" + Words(to) : null)),
    ]));

    public override Task<PostFigures?> ReactAsync(string id) => Task.FromResult(Alone<PostFigures?>(() =>
    {
        if (!token)
        {
            return null;
        }

        Find(id.Split(':')[1])!["reactions"] = new JsonArray(new JsonObject { ["name"] = "taco", ["count"] = 2 });
        return new PostFigures(Likes: 2);
    }));

    protected override bool IsVisible(HttpRequest call) => call.Path.Value is "/api/chat.postMessage" || call.Path.Value!.StartsWith("/services/", StringComparison.Ordinal);

    protected override (int Status, JsonNode? Body) Answer(HttpContext http, JsonObject? json, IFormCollection? form)
    {
        var path = http.Request.Path.Value!;
        string Field(string name) => form?[name].ToString() ?? Words(json?[name]);
        if (path.StartsWith("/services/", StringComparison.Ordinal))
        {
            return !CredentialsHold ? (404, "no_service") : Post(json!).Body is { } made && made["ok"]!.GetValue<bool>() ? (200, "ok") : (400, "invalid_payload");
        }

        if (path.StartsWith("/upload/", StringComparison.Ordinal))
        {
            return (200, "OK");
        }

        if (http.Request.Headers.Authorization != "Bearer xoxb-token" || !CredentialsHold)
        {
            return Bad("invalid_auth");
        }

        http.Response.Headers["X-OAuth-Scopes"] = "chat:write,channels:read,files:write" + (HasRight ? ",channels:history" : "");
        return path["/api/".Length..] switch
        {
            "auth.test" => Fine(("url", Front.Address + "/"), ("team", "Taco"), ("user", "bellwether"), ("user_id", "U1")),
            "conversations.info" => Field("channel") == "C900" ? Fine(("channel", new JsonObject { ["id"] = "C900", ["name"] = "news", ["is_member"] = true, ["num_members"] = 42 })) : Bad("channel_not_found"),
            "files.getUploadURLExternal" => Upload(Field("alt_txt")),
            "files.completeUploadExternal" => files.ContainsKey(Words(json!["files"]![0]!["id"])) ? Fine() : Bad("file_not_found"),
            "chat.postMessage" => Post(json!),
            "conversations.history" => Fine(("messages", Read(message => message["thread_ts"] is null && IsAfter(message, Field("oldest")))), ("has_more", false)),
            "conversations.replies" => Field("latest").Length > 0
                ? Find(Field("ts")) is null ? Bad("thread_not_found") : Fine(("messages", Read(message => Words(message["ts"]) == Field("ts"))))
                : Fine(("messages", Read(message => (Words(message["thread_ts"]) == Field("ts") || Words(message["ts"]) == Field("ts")) && IsAfter(message, Field("oldest")))), ("has_more", false)),
            "chat.update" => Update(json!),
            "chat.delete" => messages.RemoveAll(message => Words(message["ts"]) == Field("ts")) > 0 ? Fine() : Bad("message_not_found"),
            _ => Bad("unknown_method"),
        };
    }

    private (int Status, JsonNode? Body) Upload(string alt)
    {
        var id = $"F{NextNumber()}";
        files[id] = alt;
        return Fine(("upload_url", $"{Front.Address}/upload/{id}"), ("file_id", id));
    }

    private (int Status, JsonNode? Body) Post(JsonObject json)
    {
        var text = Words(json["text"]);
        if (text.Length is 0 or > 40_000)
        {
            return Bad(text.Length == 0 ? "no_text" : "msg_too_long");
        }

        if ((json["blocks"] as JsonArray ?? []).Any(block => Words(block!["type"]) == "image" && !files.ContainsKey(Words(block["slack_file"]?["id"])))
            || (json["blocks"] as JsonArray ?? []).Any(block => Words(block!["type"]) == "section" && Words(block["text"]!["text"]).Length > 3000))
        {
            return Bad("invalid_blocks");
        }

        var message = json.DeepClone().AsObject();
        message["ts"] = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{NextNumber():000000}");
        messages.Add(message);
        return Fine(("channel", "C900"), ("ts", Words(message["ts"])));
    }

    private (int Status, JsonNode? Body) Update(JsonObject json)
    {
        var message = Find(Words(json["ts"]));
        if (message is null)
        {
            return Bad("message_not_found");
        }

        message["text"] = json["text"]!.DeepClone();
        message["blocks"] = json["blocks"]?.DeepClone();
        return Fine(("channel", "C900"), ("ts", Words(message["ts"])));
    }

    private JsonObject? Find(string time) => messages.Find(message => Words(message["ts"]) == time);

    private JsonArray Read(Func<JsonObject, bool> which) => new([.. messages.Where(which).Select(message => message.DeepClone())]);

    private static bool IsAfter(JsonObject message, string oldest) => decimal.Parse(Words(message["ts"]), CultureInfo.InvariantCulture) > decimal.Parse(oldest, CultureInfo.InvariantCulture);

    private static (int Status, JsonNode? Body) Fine(params (string Key, JsonNode Value)[] fields)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (key, value) in fields)
        {
            body[key] = value;
        }

        return (200, body);
    }

    private static (int Status, JsonNode? Body) Bad(string error) => (200, new JsonObject { ["ok"] = false, ["error"] = error });
}
