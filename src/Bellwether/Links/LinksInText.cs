using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Links;

/// <summary>A web address within a text.</summary>
public readonly record struct FoundLink(int Start, string Address);

/// <summary>Finds web addresses in a post's text and puts others in their place.</summary>
public static partial class LinksInText
{
    /// <summary>The addresses in the order they stand. Punctuation that ends the sentence is no part of them.</summary>
    public static IReadOnlyList<FoundLink> Find(string text) =>
        [.. Web().Matches(text).Select(match => new FoundLink(match.Index, Trim(match.Value))).Where(link => link.Address.IndexOf("://", StringComparison.Ordinal) + 3 < link.Address.Length)];

    /// <summary>The text with each address replaced; the rest stays as it is, to the byte.</summary>
    public static string Replace(string text, Func<string, string> instead)
    {
        var result = new StringBuilder();
        var done = 0;
        foreach (var link in Find(text))
        {
            result.Append(text, done, link.Start - done).Append(instead(link.Address));
            done = link.Start + link.Address.Length;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    private static string Trim(string address)
    {
        while (address.Length > 0)
        {
            var last = address[^1];
            var closes = last switch { ')' => '(', ']' => '[', '}' => '{', _ => '\0' };
            var unmatched = closes != '\0' && address.Count(character => character == last) > address.Count(character => character == closes);
            if (!unmatched && !".,;:!?…*_~'’”»".Contains(last, StringComparison.Ordinal))
            {
                break;
            }

            address = address[..^1];
        }

        return address;
    }

    [GeneratedRegex("""https?://[^\s<>"“”«»|\\^`]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Web();
}
