using System.Text.Json.Nodes;
using Bellwether.Networks;

namespace Bellwether.Connectors.Slack;

/// <summary>A message as Slack takes it: text in its own markup, and blocks where pictures stand in it.</summary>
internal static class SlackMessage
{
    private const int SectionLength = 3000;

    /// <summary>The metadata by which a message is found again; nobody sees it.</summary>
    public const string Event = "bellwether_post";

    /// <summary>Text with the three signs escaped that Slack reads as markup; addresses become links by themselves.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    public static JsonObject Of(string channel, OutgoingPost post, IReadOnlyList<string> files, string key)
    {
        var message = new JsonObject
        {
            ["channel"] = channel, ["text"] = Escape(post.TextWithLink), ["unfurl_links"] = true,
            ["metadata"] = new JsonObject { ["event_type"] = Event, ["event_payload"] = new JsonObject { ["id"] = key } },
        };
        if (files.Count > 0)
        {
            message["blocks"] = new JsonArray([.. Sections(post.TextWithLink), .. files.Zip(post.Media, Image)]);
        }

        if (post.Parts is { Count: > 0 } parts)
        {
            message["thread_ts"] = Place(parts[0].Id).Time;
        }

        return message;
    }

    /// <summary>Text as blocks, each as long as Slack takes one.</summary>
    public static IEnumerable<JsonNode> Sections(string text)
    {
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var length = Math.Min(rest.Length, SectionLength);
            while (Escape(rest[..length]).Length > SectionLength)
            {
                length = length * 9 / 10;
            }

            // Between two words where there are any, never inside a character.
            length = length == rest.Length ? length : rest.LastIndexOf(' ', length) is > 0 and var space ? space : char.IsHighSurrogate(rest[length - 1]) ? length - 1 : length;
            yield return new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = Escape(rest[..length]) } };
            rest = rest[length..].Trim();
        }
    }

    /// <summary>The channel and the time that together name a message: “C0123:1700000000.000100”.</summary>
    public static (string Channel, string Time) Place(string remoteId) => remoteId.Split(':') is [var channel, var time] ? (channel, time) : ("", remoteId);

    public static RemotePost? Post(AccountAccess access, string? channel, JsonNode? message) =>
        channel is not null && Answers.Text(message?["ts"]) is { } time
            ? new RemotePost($"{channel}:{time}", access.Secret("team") is { } team ? $"{team.TrimEnd('/')}/archives/{channel}/p{time.Replace(".", "", StringComparison.Ordinal)}" : null)
            : null;

    private static JsonNode Image(string file, OutgoingMedia media) =>
        new JsonObject { ["type"] = "image", ["slack_file"] = new JsonObject { ["id"] = file }, ["alt_text"] = media.AltText.Length > 0 ? media.AltText : "picture" };
}
