using Bellwether.Kernel;

namespace Bellwether.Returns.Ranking;

/// <summary>How far a sum of orders may lie from what is seen, as factors of it.</summary>
/// <param name="Low">What is seen times this is the lower end.</param>
/// <param name="High">What is seen times this is the upper end.</param>
public sealed record ReturnRange(decimal Low, decimal High)
{
    /// <summary>Fewer orders than this tell nothing.</summary>
    public const int Least = 5;

    // Between the 5th and the 95th percentile.
    private const double Z = 1.644854;

    /// <summary>
    /// The range in which nine of ten sums would fall, were as many orders of such values to come by chance again: orders come like a
    /// Poisson process, so the sum varies by the sum of their squares; its logarithm is taken as normal, so that it stays above nothing.
    /// Null with fewer than five orders.
    /// </summary>
    public static ReturnRange? Of(IReadOnlyCollection<Money> values) => Of([.. values.Select(value => (decimal)value.Minor)], values.Count(value => value.Minor > 0));

    /// <summary>The same of parts of orders, which may be less than as many whole ones.</summary>
    internal static ReturnRange? Of(IReadOnlyCollection<decimal> parts, decimal orders)
    {
        var amounts = parts.Select(part => (double)part).Where(minor => minor > 0).ToList();
        if (orders < Least)
        {
            return null;
        }

        var sum = amounts.Sum();
        var factor = Math.Exp(Z * Math.Sqrt(Math.Log(1 + (amounts.Sum(minor => minor * minor) / (sum * sum)))));
        return new ReturnRange(decimal.Round((decimal)(1 / factor), 6), decimal.Round((decimal)factor, 6));
    }
}
