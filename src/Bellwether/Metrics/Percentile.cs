using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>Percentiles of raw values, by linear interpolation between the closest ranks.</summary>
public static class Percentile
{
    /// <summary>The value below which the share lies; nothing for no values.</summary>
    public static decimal? Of(IEnumerable<decimal> values, decimal share)
    {
        Rule.Require(share is >= 0 and <= 1, "share-out-of-range", "A percentile's share lies between 0 and 1.", "share");
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
        {
            return null;
        }

        var rank = share * (sorted.Count - 1);
        var below = (int)Math.Floor(rank);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (rank - below));
    }
}
