using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Networks;

/// <summary>Counts a text the way a network does. One function for the composer, the precheck and the sender.</summary>
public static partial class TextCount
{
    /// <summary>The length of a text in a unit; <paramref name="urlWeight"/> replaces the length of each link where the unit is weighted.</summary>
    public static int Of(string text, CountUnit unit, int? urlWeight = null) => unit switch
    {
        CountUnit.Graphemes => Graphemes(text),
        CountUnit.Utf8Bytes => Encoding.UTF8.GetByteCount(text),
        CountUnit.Utf16 => text.Length,
        CountUnit.XWeighted => XWeighted(text, urlWeight ?? 23),
        CountUnit.Mastodon => Mastodon(text, urlWeight ?? 23),
        CountUnit.Threads => Threads(text),
        _ => text.EnumerateRunes().Count(),
    };

    /// <summary>What a reader sees as characters.</summary>
    public static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>X's weighted length: in NFC, links <paramref name="urlWeight"/>, an emoji 2, code points 1 or 2 by their range.</summary>
    public static int XWeighted(string text, int urlWeight = 23)
    {
        var normal = Nfc(text);
        var count = 0;
        var rest = AnyLink().Replace(normal, _ =>
        {
            count += urlWeight;
            return "";
        });
        foreach (var cluster in Clusters(rest))
        {
            count += IsEmoji(cluster) ? 2 : cluster.EnumerateRunes().Sum(rune => IsLight(rune.Value) ? 1 : 2);
        }

        return count;
    }

    /// <summary>Mastodon's length: graphemes, each http(s) link <paramref name="urlWeight"/>, of @user@host only @user. Pass text and content warning together.</summary>
    public static int Mastodon(string text, int urlWeight = 23)
    {
        var links = WebLink().Count(text);
        var rest = RemoteMention().Replace(WebLink().Replace(text, ""), "${name}");
        return Graphemes(rest) + (links * urlWeight);
    }

    private static int Threads(string text) =>
        Clusters(text).Sum(cluster => IsEmoji(cluster) ? Encoding.UTF8.GetByteCount(cluster) : cluster.EnumerateRunes().Count());

    private static IEnumerable<string> Clusters(string text)
    {
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            yield return clusters.GetTextElement();
        }
    }

    private static bool IsLight(int codePoint) =>
        codePoint is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);

    // .NET knows no emoji property: the pictograph planes, plus anything that asks for emoji presentation or is a keycap.
    private static bool IsEmoji(string cluster)
    {
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or 0xFE0F or 0x20E3 or 0x2B50 or 0x2B55 or 0x231A or 0x231B)
            {
                return true;
            }
        }

        return false;
    }

    // Normalize throws on half a surrogate pair, which a clipboard can hold.
    private static string Nfc(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]}'’”]", RegexOptions.IgnoreCase, Searching.LongestMilliseconds)]
    internal static partial Regex WebLink();

    // Without a scheme only hosts under well-known endings count; the network's own list is longer and changes.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]}'’”]|(?<![\w@./-])(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|biz|co|tv|io|app|dev|shop|blog|online|site|store|news|agency|cafe|bar|restaurant|berlin|paris|london|tokyo|eu|de|fr|uk|es|it|nl|ch|at|us|ca|jp|in|br|au|pl|se)(?![\w@-])(?:/[^\s<>""]*[^\s<>"".,;:!?)\]}'’”])?", RegexOptions.IgnoreCase, Searching.LongestMilliseconds)]
    private static partial Regex AnyLink();

    [GeneratedRegex(@"(?<![\w/])(?<name>@[A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]", RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex RemoteMention();
}
