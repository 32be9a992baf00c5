using System.Text.RegularExpressions;
using Bellwether.Kernel;

namespace Bellwether.Channels;

/// <summary>Whether a text says something that was written down elsewhere: word for word, or in a sentence so alike that it counts as the same.</summary>
public static partial class SaidIn
{
    /// <summary>Whether <paramref name="text"/> says <paramref name="line"/>; case, spacing and links do not count.</summary>
    public static bool Says(string text, string line)
    {
        var (all, wanted) = (Similarity.Normal(text), Bare(Similarity.Normal(line)));
        if (!wanted.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        return Contains(all, wanted) || Sentences(text).Any(sentence => Similarity.Of(Bare(sentence), wanted) >= Similarity.SameText);
    }

    /// <summary>Whether it stands there as a whole, not inside longer words.</summary>
    private static bool Contains(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Sentences(string text) => Stops().Split(text).Where(sentence => sentence.Any(char.IsLetterOrDigit));

    private static string Bare(string sentence) => sentence.Trim().TrimEnd('.', '!', '?', '…', ' ');

    [GeneratedRegex(@"(?<=[.!?…])\s+|[\r\n]+", RegexOptions.CultureInvariant, Searching.LongestMilliseconds)]
    private static partial Regex Stops();
}
