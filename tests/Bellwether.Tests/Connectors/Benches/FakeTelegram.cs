using System.Text.Json.Nodes;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bellwether.Tests.Connectors.Benches;

/// <summary>A stateful fake of Telegram's Bot API, written after its machine-readable description (version 10.1) and the texts of its errors. It is not Telegram.</summary>
public sealed class FakeTelegram : FakeBench
{
    private const string Token = "1234:telegram-token";
    private readonly List<JsonObject> messages = [];

    public override string Network => "telegram";

    public override IReadOnlyDictionary<string, string> Fields => Typed(("chat", "https://t.me/tacoloco"), ("token", Token), ("address", Front.Address));

    public override bool MendsItself => false;

    public override bool? TakesPictures => false;

    public override WebhookFault TooMany(TimeSpan wait) =>
        WebhookFault.Says(429, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{wait.TotalSeconds}}}","parameters":{"retry_after":{{{wait.TotalSeconds}}}}}""");

    public override Task<string?> TakeRightAsync()
    {
        HasRight = false;
        return Task.FromResult<string?>("Post messages");
    }

    public override Task<IReadOnlyList<SeenPost>> SeenAsync() => Task.FromResult(Alone<IReadOnlyList<SeenPost>>(() =>
        [.. messages.Select(message => new SeenPost(Words(message["message_id"]), Words(message["text"] ?? message["caption"]), [], message["reply_to_message"] is { } to ? Words(to["message_id"]) : null))]));

    protected override bool IsVisible(HttpRequest call) => call.Path.Value!.Contains("/send", StringComparison.Ordinal);

    protected override (int Status, JsonNode? Body) Answer(HttpContext http, JsonObject? json, IFormCollection? form)
    {
        if (http.Request.Path.Value!.Split('/') is not [_, var bot, var method] || bot != "bot" + Token || !CredentialsHold)
        {
            return Bad(401, "Unauthorized");
        }

        string Field(string name) => form is null ? Words(json?[name]) : form[name].ToString();
        return method switch
        {
            "getMe" => Fine(new JsonObject { ["id"] = 1234, ["is_bot"] = true, ["username"] = "tacoloco_bot" }),
            _ when Field("chat_id") != "@tacoloco" => Bad(400, "Bad Request: chat not found"),
            "getChat" => Fine(Chat()),
            "getChatMember" => Fine(new JsonObject { ["status"] = "administrator", ["can_post_messages"] = HasRight }),
            "getChatMemberCount" => Fine(42),
            "sendMessage" => Send(Field("text"), "text", 4096, json),
            "sendPhoto" or "sendVideo" => form!.Files.Count == 1 ? Send(Field("caption"), "caption", 1024, null) : Bad(400, "Bad Request: there is no photo in the request"),
            "sendMediaGroup" => Album(Field("media"), form!),
            "editMessageText" or "editMessageCaption" => Edit(json!, method == "editMessageText" ? "text" : "caption"),
            "deleteMessage" => messages.RemoveAll(message => Words(message["message_id"]) == Field("message_id")) > 0 ? Fine(true) : Bad(400, "Bad Request: message to delete not found"),
            _ => Bad(404, "Not Found"),
        };
    }

    private (int Status, JsonNode? Body) Send(string text, string field, int limit, JsonObject? json)
    {
        if (text.Length > limit)
        {
            return Bad(400, field == "text" ? "Bad Request: message is too long" : "Bad Request: message caption is too long");
        }

        if (field == "text" && text.Length == 0)
        {
            return Bad(400, "Bad Request: message text is empty");
        }

        var message = new JsonObject { ["message_id"] = NextNumber(), ["chat"] = Chat(), [field] = text };
        if (json?["reply_parameters"]?["message_id"] is { } to)
        {
            message["reply_to_message"] = new JsonObject { ["message_id"] = to.DeepClone() };
        }

        messages.Add(message);
        return Fine(message.DeepClone());
    }

    private (int Status, JsonNode? Body) Album(string media, IFormCollection form)
    {
        var items = JsonNode.Parse(media)!.AsArray();
        if (items.Count is < 2 or > 10 || !items.All(item => form.Files.GetFile(Words(item!["media"]).Replace("attach://", "", StringComparison.Ordinal)) is not null))
        {
            return Bad(400, "Bad Request: wrong file identifier/HTTP URL specified");
        }

        return Fine(new JsonArray([.. items.Select(item => Send(Words(item!["caption"]), "caption", 1024, null).Body!["result"]!.DeepClone())]));
    }

    private (int Status, JsonNode? Body) Edit(JsonObject json, string field)
    {
        var message = messages.Find(one => Words(one["message_id"]) == Words(json["message_id"]));
        if (message?[field] is null)
        {
            return Bad(400, message is null ? "Bad Request: message to edit not found" : "Bad Request: there is no text in the message to edit");
        }

        if (Words(message[field]) == Words(json[field]))
        {
            return Bad(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        message[field] = Words(json[field]);
        return Fine(message.DeepClone());
    }

    private static JsonObject Chat() => new() { ["id"] = -1001234567890, ["type"] = "channel", ["title"] = "Taco Loco", ["username"] = "tacoloco" };

    private static (int Status, JsonNode? Body) Fine(JsonNode result) => (200, new JsonObject { ["ok"] = true, ["result"] = result });

    private static (int Status, JsonNode? Body) Bad(int status, string description) => (status, new JsonObject { ["ok"] = false, ["error_code"] = status, ["description"] = description });
}
