using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Connectors.Mastodon;

/// <summary>
/// Whether a post that a server shows is the one that was planned. The server shows HTML: of “@ana@example.org” it leaves
/// “@ana”, of lines it makes paragraphs; so both are compared without white space and without the servers of mentions.
/// </summary>
internal static partial class MastodonText
{
    public static bool IsSame(JsonObject planned, JsonObject status) =>
        Plain(Answers.Text(planned["status"]) ?? "") == Plain(MastodonPublic.Words(status["content"]) ?? "")
        && Answers.Text(planned["in_reply_to_id"]) == Answers.Text(status["in_reply_to_id"])
        && ((planned["media_ids"] as JsonArray)?.Count ?? 0) == ((status["media_attachments"] as JsonArray)?.Count ?? 0);

    private static string Plain(string text) => Space().Replace(Mention().Replace(text, "@${name}"), "");

    [GeneratedRegex(@"(?<![\w/])@(?<name>\w+(?:[.-]\w+)*)@[\w.-]+\w", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Space();
}
