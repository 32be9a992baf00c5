using System.Text.Json.Nodes;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Bluesky;

/// <summary>The record of a post, exactly as it is put.</summary>
internal static class BlueskyRecord
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.fff'Z'");

    public static JsonObject Of(OutgoingPost post, JsonObject prepared, Instant now)
    {
        var record = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = post.Text, ["createdAt"] = Time.Format(now) };
        if (post.Language is { Length: > 0 } language)
        {
            record["langs"] = new JsonArray(language);
        }

        var dids = (prepared["mentions"] as JsonObject)?.ToDictionary(one => one.Key, one => (string)one.Value!, StringComparer.Ordinal) ?? [];
        if (Facets.Of(post.Text, dids) is { Count: > 0 } facets)
        {
            record["facets"] = facets;
        }

        if (Embed(post, prepared["blobs"] as JsonArray ?? []) is { } embed)
        {
            record["embed"] = embed;
        }

        if (post.Parts is { Count: > 0 } before)
        {
            record["reply"] = new JsonObject { ["root"] = Reference(before[0]), ["parent"] = Reference(before[^1]) };
        }

        return record;
    }

    private static JsonObject? Embed(OutgoingPost post, JsonArray blobs)
    {
        if (post.Media.Count > 0 && post.Media[0].ContentType.StartsWith("video/", StringComparison.Ordinal))
        {
            return With(new JsonObject { ["$type"] = "app.bsky.embed.video", ["video"] = blobs[0]!.DeepClone(), ["alt"] = post.Media[0].AltText }, post.Media[0]);
        }

        if (post.Media.Count > 0)
        {
            var images = post.Media.Zip(blobs, (media, blob) => (JsonNode)With(new JsonObject { ["alt"] = media.AltText, ["image"] = blob!.DeepClone() }, media));
            return new JsonObject { ["$type"] = "app.bsky.embed.images", ["images"] = new JsonArray([.. images]) };
        }

        return post.Link is { } link
            ? new JsonObject { ["$type"] = "app.bsky.embed.external", ["external"] = new JsonObject { ["uri"] = link, ["title"] = post.Title ?? new Uri(link).Host, ["description"] = "" } }
            : null;
    }

    private static JsonObject With(JsonObject embed, OutgoingMedia media)
    {
        if (media is { Width: > 0, Height: > 0 })
        {
            embed["aspectRatio"] = new JsonObject { ["width"] = media.Width, ["height"] = media.Height };
        }

        return embed;
    }

    private static JsonObject Reference(RemotePost post) => new() { ["uri"] = post.Id, ["cid"] = post.Check };
}
