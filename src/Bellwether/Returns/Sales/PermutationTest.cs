using Bellwether.Kernel;

namespace Bellwether.Returns.Sales;

/// <summary>Whether two groups of numbers differ more than chance would divide them.</summary>
/// <param name="Difference">Mean after less mean before.</param>
/// <param name="Ways">In how many ways the numbers can be divided into groups of these sizes.</param>
/// <param name="OneSided">In how many of them the difference is at least as large, in the same direction.</param>
/// <param name="TwoSided">In how many it is at least as large in either direction.</param>
public sealed record PermutationResult(decimal MeanBefore, decimal MeanAfter, decimal Difference, long Ways, long OneSided, long TwoSided)
{
    /// <summary>The chance of a difference as large in either direction, were there none.</summary>
    public decimal P => decimal.Round((decimal)TwoSided / Ways, 6, MidpointRounding.ToEven);
}

/// <summary>
/// The exact permutation test of two means: it counts every way of dividing the numbers, assumes no distribution and holds for
/// the smallest samples.
/// </summary>
public static class PermutationTest
{
    /// <summary>So many numbers in a group are counted in every way; there are 2.7 million ways for two such groups.</summary>
    public const int Most = 12;

    /// <summary>What is called shown: a chance of at most one in twenty.</summary>
    public const decimal Level = 0.05m;

    /// <summary>The chance of the clearest difference that groups of these sizes can have, in either direction.</summary>
    public static decimal Smallest(int before, int after) => before == 0 || after == 0 ? 1 : Math.Min(1, (before == after ? 2m : 1m) / Ways(before + after, after));

    /// <summary>Compares the numbers after with those before; each group has 1 to 12 of them.</summary>
    public static PermutationResult Of(IReadOnlyList<decimal> before, IReadOnlyList<decimal> after)
    {
        Rule.Require(before.Count is > 0 and <= Most && after.Count is > 0 and <= Most, "sample-size", $"Each side has between 1 and {Most} numbers.");
        // Exact whole numbers: what is compared is the sum of the later group, times the number of all, less its share of the total.
        var all = before.Concat(after).Select(value => checked((Int128)decimal.Truncate(decimal.Round(value, 6) * 1_000_000m))).ToArray();
        var total = all.Aggregate((Int128)0, (sum, value) => sum + value);
        var count = new Counter(all, after.Count, total);
        count.Go(0, 0, 0);
        var (meanBefore, meanAfter) = (before.Average(), after.Average());
        return new PermutationResult(meanBefore, meanAfter, meanAfter - meanBefore, Ways(all.Length, after.Count), count.OneSided, count.TwoSided);
    }

    private static long Ways(int of, int chosen)
    {
        var ways = 1L;
        for (var each = 1; each <= chosen; each++)
        {
            ways = checked(ways * (of - chosen + each)) / each;
        }

        return ways;
    }

    /// <summary>Walks through every choice of the later group.</summary>
    private sealed class Counter
    {
        private readonly Int128[] all;
        private readonly int size;
        private readonly Int128 share;
        private readonly Int128 seen;

        public Counter(Int128[] all, int size, Int128 total)
        {
            (this.all, this.size, share) = (all, size, total * size);
            seen = (all[^size..].Aggregate((Int128)0, (sum, value) => sum + value) * all.Length) - share;
        }

        public long OneSided { get; private set; }

        public long TwoSided { get; private set; }

        public void Go(int at, int chosen, Int128 sum)
        {
            if (chosen == size)
            {
                var difference = (sum * all.Length) - share;
                OneSided += seen >= 0 ? difference >= seen ? 1 : 0 : difference <= seen ? 1 : 0;
                TwoSided += Int128.Abs(difference) >= Int128.Abs(seen) ? 1 : 0;
                return;
            }

            for (var next = at; next <= all.Length - (size - chosen); next++)
            {
                Go(next + 1, chosen + 1, sum + all[next]);
            }
        }
    }
}
