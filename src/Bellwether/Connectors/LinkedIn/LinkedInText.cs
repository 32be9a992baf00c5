using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Connectors.LinkedIn;

/// <summary>
/// LinkedIn's “little text”: signs with a meaning are escaped, or the text may be cut without a word; hashtags are written as
/// the template that keeps them one.
/// </summary>
internal static partial class LinkedInText
{
    private const string Signs = @"\|{}@[]()<>#*_~";

    /// <summary>A text as the network wants it.</summary>
    public static string Write(string text)
    {
        var written = new StringBuilder(text.Length + 32);
        var done = 0;
        foreach (var tag in Hashtag().EnumerateMatches(text))
        {
            Escape(written, text.AsSpan(done, tag.Index - done));
            written.Append(@"{hashtag|\#|");
            Escape(written, text.AsSpan(tag.Index + 1, tag.Length - 1));
            written.Append('}');
            done = tag.Index + tag.Length;
        }

        Escape(written, text.AsSpan(done));
        return written.ToString();
    }

    /// <summary>A text of the network as people read it.</summary>
    public static string Read(string text) => Escaped().Replace(Template().Replace(text, "#${tag}"), "${sign}");

    private static void Escape(StringBuilder written, ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            if (Signs.Contains(sign))
            {
                written.Append('\\');
            }

            written.Append(sign);
        }
    }

    [GeneratedRegex(@"(?<![\w#&/])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"\{hashtag\|\\?#\|(?<tag>(?:\\.|[^}\\])*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Template();

    [GeneratedRegex(@"\\(?<sign>[\\|{}@\[\]()<>#*_~])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Escaped();
}
