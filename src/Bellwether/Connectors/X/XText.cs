using System.Net;
using System.Text.Json.Nodes;

namespace Bellwether.Connectors.X;

/// <summary>A post's text as it was written: X shortens each link, adds one for media, and escapes three signs.</summary>
internal static class XText
{
    public static string Read(JsonObject post)
    {
        var text = Answers.Text(post["text"]) ?? "";
        foreach (var link in (post["entities"]?["urls"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (Answers.Text(link["url"]) is { Length: > 0 } shortened)
            {
                text = text.Replace(shortened, link["media_key"] is null ? Answers.Text(link["expanded_url"]) : "", StringComparison.Ordinal);
            }
        }

        return WebUtility.HtmlDecode(text);
    }
}
