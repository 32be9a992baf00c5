using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Networks;
using NodaTime.Text;

namespace Bellwether.Connectors.Mastodon;

/// <summary>Makes public profiles and posts of what a Mastodon server answers (entities Account and Status of its API).</summary>
internal static partial class MastodonPublic
{
    public static PublicProfile Of(JsonObject account, string host, IReadOnlyList<PublicPost>? posts)
    {
        var fields = (account["fields"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        var link = fields.Select(field => Address().Match((string?)field["value"] ?? "").Groups["link"].Value).FirstOrDefault(found => found.Length > 0);
        return new PublicProfile(
            (string?)account["acct"] ?? "", host, Words(account["display_name"]), Words(account["note"]), link is null ? null : WebUtility.HtmlDecode(link),
            Chosen(account["avatar"]), Chosen(account["header"]), null, fields.Exists(field => field["verified_at"] is not null), null,
            (long?)account["followers_count"], (long?)account["following_count"], (long?)account["statuses_count"], posts);
    }

    public static PublicPost? Post(JsonObject status)
    {
        if (!OffsetDateTimePattern.ExtendedIso.Parse((string?)status["created_at"] ?? "").TryGetValue(default, out var at) || (string?)status["id"] is not { } id)
        {
            return null;
        }

        var kinds = (status["media_attachments"] as JsonArray)?.OfType<JsonObject>().Select(media => (string?)media["type"]).ToList() ?? [];
        var form = kinds.Exists(kind => kind is "video" or "gifv") ? PublicPostForm.Video
            : kinds.Count > 0 ? PublicPostForm.Image
            : status["card"] is JsonObject ? PublicPostForm.Link
            : PublicPostForm.Text;
        return new PublicPost(id, at.ToInstant(), Words(status["content"]) ?? "", form, (long?)status["favourites_count"], (long?)status["reblogs_count"], (long?)status["replies_count"], (string?)status["url"]);
    }

    /// <summary>HTML from outside is text: paragraphs become lines, tags go, entities are read.</summary>
    internal static string? Words(JsonNode? html)
    {
        var text = WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace((string?)html ?? "", "\n"), "")).Trim();
        return text.Length == 0 ? null : text;
    }

    // A server gives everybody a picture; the one for who chose none is called “missing”.
    private static bool Chosen(JsonNode? address) => (string?)address is { Length: > 0 } text && !text.Contains("/missing.png", StringComparison.Ordinal);

    [GeneratedRegex("href=\"(?<link>https?://[^\"]+)\"", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Address();

    [GeneratedRegex("<br */?>|</p>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Tags();
}
