using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Bellwether.Networks;

namespace Bellwether.Connectors.Bluesky;

/// <summary>
/// The network links nothing by itself: links, mentions and tags are named by their places in the text, counted in bytes of
/// UTF-8, the end not included.
/// </summary>
internal static partial class Facets
{
    /// <summary>The handles that a text mentions, without the @.</summary>
    public static IEnumerable<string> Handles(string text) => Mention().Matches(text).Select(match => match.Groups["handle"].Value.ToLowerInvariant()).Distinct();

    /// <summary>The facets of a text; a mention whose handle did not resolve stays plain.</summary>
    public static JsonArray Of(string text, IReadOnlyDictionary<string, string> dids)
    {
        var found = new List<(int Start, int End, JsonObject Feature)>();
        found.AddRange(TextCount.WebLink().Matches(text).Select(match => (match.Index, match.Index + match.Length, Feature("link", "uri", match.Value))));
        foreach (Match match in Mention().Matches(text))
        {
            if (dids.TryGetValue(match.Groups["handle"].Value.ToLowerInvariant(), out var did))
            {
                found.Add((match.Index, match.Index + match.Length, Feature("mention", "did", did)));
            }
        }

        foreach (Match match in Tag().Matches(text))
        {
            var tag = match.Groups["tag"].Value;
            if (TextCount.Graphemes(tag) <= 64)
            {
                found.Add((match.Index, match.Index + match.Length, Feature("tag", "tag", tag)));
            }
        }

        var facets = new JsonArray();
        var end = 0;
        foreach (var (start, stop, feature) in found.OrderBy(one => one.Start))
        {
            // A tag inside a link is part of the link.
            if (start < end)
            {
                continue;
            }

            end = stop;
            facets.Add(new JsonObject
            {
                ["index"] = new JsonObject { ["byteStart"] = Encoding.UTF8.GetByteCount(text.AsSpan(0, start)), ["byteEnd"] = Encoding.UTF8.GetByteCount(text.AsSpan(0, stop)) },
                ["features"] = new JsonArray(feature),
            });
        }

        return facets;
    }

    private static JsonObject Feature(string kind, string name, string value) =>
        new() { ["$type"] = $"app.bsky.richtext.facet#{kind}", [name] = value };

    [GeneratedRegex(@"(?<![\w@/.])@(?<handle>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])", RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#&/])#(?<tag>[\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)", RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Tag();
}
