using Bellwether.Networks;

namespace Bellwether.Calendar;

/// <summary>Cuts a text into the parts of a thread that a network takes: between paragraphs where it can, then sentences, then words.</summary>
public static class ThreadSplit
{
    /// <summary>The text with a line of three dashes between its parts; unchanged when it fits.</summary>
    public static string Of(Network network, string text)
    {
        bool Fits(string part) => TextFit.Of(network, part).All(fit => fit.Fits);
        return string.Join("\n---\n", ThreadText.Parts(text).SelectMany(part => Cut(part, Fits)));
    }

    private static IEnumerable<string> Cut(string text, Func<string, bool> fits)
    {
        var rest = text.Trim();
        while (rest.Length > 0 && !fits(rest))
        {
            var end = Best(rest, fits);
            yield return rest[..end].Trim();
            rest = rest[end..].Trim();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    /// <summary>Where to cut: after the last paragraph, sentence or word that fits, never inside a character.</summary>
    private static int Best(string text, Func<string, bool> fits)
    {
        var (low, high) = (1, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = fits(text[..middle]) ? (middle, high) : (low, middle - 1);
        }

        foreach (var mark in (string[])["\n\n", "\n", ". ", "! ", "? ", " "])
        {
            // A cut in the first third would leave a stump.
            var at = text.LastIndexOf(mark, low - 1, StringComparison.Ordinal);
            if (at > low / 3)
            {
                return at + mark.TrimEnd().Length + (mark[0] == ' ' || mark[0] == '\n' ? 1 : 0);
            }
        }

        var starts = System.Globalization.StringInfo.ParseCombiningCharacters(text);
        var index = Array.FindLastIndex(starts, start => start <= low && start > 0);
        return index < 0 ? text.Length : starts[index];
    }
}
