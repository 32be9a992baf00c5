using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bellwether.Kernel;

/// <summary>
/// How alike two texts are, from 0 to 1: the Sørensen-Dice coefficient over pairs of neighbouring characters.
/// Case, spacing and the addresses of links do not count, for each variant's link carries its own code.
/// </summary>
public static partial class Similarity
{
    /// <summary>From this likeness on two variants count as the same text.</summary>
    public const double SameText = 0.85;

    /// <summary>The likeness of two texts: 1 for equal ones, the same in both directions.</summary>
    public static double Of(string left, string right)
    {
        var (one, other) = (Normal(left), Normal(right));
        if (one == other)
        {
            return 1;
        }

        var pairs = Pairs(one);
        var (size, shared) = (0, 0);
        var otherPairs = Pairs(other);
        foreach (var (pair, count) in pairs)
        {
            size += count;
            shared += Math.Min(count, otherPairs.GetValueOrDefault(pair));
        }

        size += otherPairs.Values.Sum();
        // Only equal texts are 100 %: other texts may share every pair in another order.
        return size == 0 ? 0 : Math.Min(2.0 * shared / size, 0.999);
    }

    /// <summary>What is compared: compatibility form, lower case, single spaces, each link one sign.</summary>
    internal static string Normal(string text)
    {
        var wellFormed = new string([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);
        var plain = Link().Replace(wellFormed.Normalize(NormalizationForm.FormKC), "\u2197").ToLower(CultureInfo.InvariantCulture);
        return Spaces().Replace(plain, " ").Trim();
    }

    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < text.Length; i++)
        {
            var pair = (text[i - 1], text[i]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Searching.LongestMilliseconds)]
    private static partial Regex Spaces();
}
