namespace Bellwether.Returns.Attribution;

/// <summary>Whole numbers out of fractions, so that they add up to what they are parts of: no cent is lost and none is made.</summary>
internal static class Parts
{
    /// <summary>
    /// Each fraction rounded down, and what is left over given one by one to those that lost most; to the first of equals. The fractions
    /// add up to the whole but for what computing lost.
    /// </summary>
    public static long[] Of(IReadOnlyList<double> fractions, long whole)
    {
        var parts = fractions.Select(fraction => (long)Math.Floor(fraction)).ToArray();
        if (parts.Length == 0)
        {
            return parts;
        }

        var left = whole - parts.Sum();
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(place => fractions[place] - Math.Floor(fractions[place])).ThenBy(place => place).ToList();
        for (var given = 0; left != 0; given++)
        {
            // Computing in fractions may leave one too many as well as one too few.
            var place = left > 0 ? order[given % order.Count] : order[^((given % order.Count) + 1)];
            parts[place] += Math.Sign(left);
            left -= Math.Sign(left);
        }

        return parts;
    }
}
