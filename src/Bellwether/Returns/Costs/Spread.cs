using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>
/// Spreads money evenly over the days it covers. Each day gets what the running share has grown by, rounded once, so that the
/// parts of any division into ranges add up to the whole to the last minor unit.
/// </summary>
public static class Spread
{
    /// <summary>The part of the money that falls on the days from one to another, both included.</summary>
    public static Money Within(Money whole, LocalDate first, LocalDate last, LocalDate from, LocalDate to)
    {
        var (begin, end) = (from > first ? from : first, to < last ? to : last);
        return end < begin
            ? Money.Zero(whole.Currency)
            : new Money(Until(whole, first, last, end) - Until(whole, first, last, begin.PlusDays(-1)), whole.Currency);
    }

    /// <summary>Shares a whole number by weights: the parts add up to it exactly, the largest remainders get what rounding leaves.</summary>
    public static IReadOnlyList<long> Shares(long whole, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        Rule.Require(weights.Count > 0 && sum > 0 && weights.All(weight => weight >= 0), "weights-invalid", "There is nothing to share by.");
        var exact = weights.Select(weight => whole * (weight / sum)).ToList();
        var parts = exact.Select(part => decimal.ToInt64(decimal.Floor(part))).ToList();
        foreach (var place in Enumerable.Range(0, parts.Count).OrderByDescending(place => exact[place] - parts[place]).ThenBy(place => place).Take((int)(whole - parts.Sum())))
        {
            parts[place]++;
        }

        return parts;
    }

    private static long Until(Money whole, LocalDate first, LocalDate last, LocalDate day)
    {
        var days = Period.DaysBetween(first, last) + 1;
        var gone = Math.Clamp(Period.DaysBetween(first, day) + 1, 0, days);
        return decimal.ToInt64(decimal.Round((decimal)whole.Minor * gone / days, 0, MidpointRounding.ToEven));
    }
}
