using System.Text.Json.Nodes;
using Bellwether.Networks;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Connectors.Bluesky;

/// <summary>Makes public profiles of what Bluesky's app view, or a server's own records, say.</summary>
internal static class BlueskyPublic
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>From the app view: with followers and reactions.</summary>
    public static PublicProfile OfView(JsonObject profile, JsonObject? feed, Instant since)
    {
        var did = (string?)profile["did"] ?? "";
        var posts = (feed?["feed"] as JsonArray)?.OfType<JsonObject>()
            // A reason is somebody's repost; a reply is a conversation, not a post of its own.
            .Where(item => item["reason"] is null && item["reply"] is null)
            .Select(item => item["post"] as JsonObject).OfType<JsonObject>()
            .Where(post => (string?)post["author"]?["did"] == did)
            .Select(post => Post((string?)post["uri"] ?? "", post["record"] as JsonObject, (long?)post["likeCount"], (long?)post["repostCount"] + ((long?)post["quoteCount"] ?? 0), (long?)post["replyCount"]));
        return new PublicProfile(
            (string?)profile["handle"] ?? did, "bsky.app", Text(profile["displayName"]), Text(profile["description"]), null, profile["avatar"] is not null, profile["banner"] is not null, null,
            null, profile["pinnedPost"] is not null, (long?)profile["followersCount"], (long?)profile["followsCount"], (long?)profile["postsCount"], Since(posts, since));
    }

    /// <summary>From a server's own records: what the account itself wrote, and nothing that others did.</summary>
    public static PublicProfile OfRecords(string handle, string did, string host, JsonObject? profile, JsonObject? records, Instant since)
    {
        var posts = (records?["records"] as JsonArray)?.OfType<JsonObject>()
            .Where(row => row["value"]?["reply"] is null)
            .Select(row => Post((string?)row["uri"] ?? "", row["value"] as JsonObject, null, null, null));
        return new PublicProfile(
            handle, host, Text(profile?["displayName"]), Text(profile?["description"]), null, profile?["avatar"] is not null, profile?["banner"] is not null,
            HashOf((string?)profile?["avatar"]?["ref"]?["$link"]), null, profile?["pinnedPost"] is not null, null, null, null, Since(posts, since));
    }

    /// <summary>The SHA-256 inside a content identifier (CIDv1, raw bytes, base 32); null for any other kind.</summary>
    internal static string? HashOf(string? cid)
    {
        if (cid is not { Length: > 40 } || cid[0] != 'b')
        {
            return null;
        }

        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var sign in cid.AsSpan(1))
        {
            var value = Base32.IndexOf(sign, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return bytes is [1, 0x55, 0x12, 32, ..] && bytes.Count >= 36 ? Convert.ToHexStringLower([.. bytes.Skip(4).Take(32)]) : null;
    }

    private static PublicPost? Post(string uri, JsonObject? record, long? likes, long? shares, long? comments)
    {
        if (record is null || !OffsetDateTimePattern.ExtendedIso.Parse((string?)record["createdAt"] ?? "").TryGetValue(default, out var at))
        {
            return null;
        }

        var embed = record["embed"] as JsonObject;
        var kind = (string?)embed?["media"]?["$type"] ?? (string?)embed?["$type"] ?? "";
        var form = kind.Contains("video", StringComparison.Ordinal) ? PublicPostForm.Video
            : kind.Contains("images", StringComparison.Ordinal) ? PublicPostForm.Image
            : kind.Contains("external", StringComparison.Ordinal) ? PublicPostForm.Link
            : PublicPostForm.Text;
        var url = uri.Split('/') is [_, _, var did, _, var key] ? $"https://bsky.app/profile/{did}/post/{key}" : null;
        return new PublicPost(uri, at.ToInstant(), (string?)record["text"] ?? "", form, likes, shares, comments, url);
    }

    private static List<PublicPost>? Since(IEnumerable<PublicPost?>? posts, Instant since) =>
        posts?.OfType<PublicPost>().Where(post => post.At >= since).OrderByDescending(post => post.At).ToList();

    private static string? Text(JsonNode? node) => string.IsNullOrWhiteSpace((string?)node) ? null : ((string?)node)!.Trim();
}
