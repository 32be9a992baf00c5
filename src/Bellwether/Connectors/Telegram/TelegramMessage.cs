using System.Globalization;
using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Telegram;

/// <summary>A message as the Bot API takes it and gives it back. Text goes without any markup, so nothing in it needs escaping.</summary>
internal static class TelegramMessage
{
    /// <summary>The call for a post: its method and its fields; files are named “attach://file0” and travel beside it.</summary>
    public static JsonObject Of(string chat, OutgoingPost post)
    {
        var text = post.TextWithLink;
        var message = new JsonObject { ["method"] = Method(post.Media), ["chat_id"] = chat };
        switch (post.Media.Count)
        {
            case 0:
                message["text"] = text;
                break;
            case 1:
                message[post.Media[0].IsVideo ? "video" : "photo"] = "attach://file0";
                message["caption"] = text;
                break;
            default:
                message["media"] = new JsonArray([.. post.Media.Select((media, place) => Item(media, place, place == 0 ? text : null))]);
                break;
        }

        if (post.Parts is { Count: > 0 } parts)
        {
            message["reply_parameters"] = new JsonObject { ["message_id"] = Ids(parts[^1].Id)[0], ["allow_sending_without_reply"] = true };
        }

        return message;
    }

    /// <summary>The numbers behind an id: one, or those of an album.</summary>
    public static IReadOnlyList<long> Ids(string remoteId) => [.. remoteId.Split(',').Select(id => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture))];

    /// <summary>What came back: a message, or the messages of an album.</summary>
    public static RemotePost? Post(JsonNode? result)
    {
        var messages = result is JsonArray list ? list.OfType<JsonObject>().ToList() : result is JsonObject one ? [one] : [];
        var ids = messages.Select(message => Answers.Text(message["message_id"])).OfType<string>().ToList();
        return ids.Count == 0 ? null : new RemotePost(string.Join(',', ids), Address(messages[0]["chat"], ids[0]));
    }

    // A private channel's address leads only its members there.
    private static string? Address(JsonNode? chat, string id) =>
        Answers.Text(chat?["username"]) is { } name ? $"https://t.me/{name}/{id}"
        : Answers.Text(chat?["id"]) is { } number && number.StartsWith("-100", StringComparison.Ordinal) ? $"https://t.me/c/{number[4..]}/{id}"
        : null;

    private static string Method(IReadOnlyList<OutgoingMedia> media) => media.Count switch
    {
        0 => "sendMessage",
        1 => media[0].IsVideo ? "sendVideo" : "sendPhoto",
        _ => "sendMediaGroup",
    };

    private static JsonObject Item(OutgoingMedia media, int place, string? caption)
    {
        var item = new JsonObject { ["type"] = media.IsVideo ? "video" : "photo", ["media"] = $"attach://file{place.ToString(CultureInfo.InvariantCulture)}" };
        if (caption is { Length: > 0 })
        {
            item["caption"] = caption;
        }

        return item;
    }
}
