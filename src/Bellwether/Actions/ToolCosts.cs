using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>What tools cost in one currency.</summary>
/// <param name="PerMonth">What is paid again and again, as the share of a month.</param>
/// <param name="Once">What is paid a single time.</param>
public sealed record ToolCostSum(Money PerMonth, Money Once);

/// <summary>Adds up what tools cost. Two currencies never add.</summary>
public static class ToolCosts
{
    /// <summary>How many months lie between two payments; none for what is paid once.</summary>
    public static int Months(this CostPeriod every) => every switch { CostPeriod.Month => 1, CostPeriod.Quarter => 3, CostPeriod.Year => 12, _ => 0 };

    /// <summary>The share of a month, rounded half to even; nothing for what is paid once or not known.</summary>
    public static Money? PerMonth(Tool tool) =>
        tool.Cost is { } cost && tool.Every.Months() is > 0 and var months ? Money.Of(cost.Amount / months, cost.Currency) : null;

    /// <summary>One sum per currency, the brand's own first. Tools that are given up by <paramref name="today"/> count no more.</summary>
    public static IReadOnlyList<ToolCostSum> Sums(IEnumerable<Tool> tools, string own, LocalDate today) =>
    [
        .. tools.Where(tool => tool.Cost is not null && !(tool.Until < today)).GroupBy(tool => tool.Currency!, StringComparer.Ordinal).OrderBy(group => group.Key != own).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                // Rounded once, at the end: thirds and twelfths of many tools do not drift.
                var monthly = group.Where(tool => tool.Every != CostPeriod.Once).Sum(tool => tool.Cost!.Value.Amount / tool.Every.Months());
                var once = group.Where(tool => tool.Every == CostPeriod.Once).Sum(tool => tool.Cost!.Value.Amount);
                return new ToolCostSum(Money.Of(monthly, group.Key), Money.Of(once, group.Key));
            }),
    ];

    /// <summary>What is paid for a tool from one day to another: each payment counts on the day its period begins. Null when the cost is not known.</summary>
    public static Money? Paid(Tool tool, LocalDate from, LocalDate to) =>
        tool.Cost is { } cost ? new Money(checked(cost.Minor * Payments(tool, from, to)), cost.Currency) : null;

    private static int Payments(Tool tool, LocalDate from, LocalDate to)
    {
        var first = tool.Since ?? from;
        var last = tool.Until is { } until && until < to ? until : to;
        if (tool.Every == CostPeriod.Once)
        {
            return first >= from && first <= last ? 1 : 0;
        }

        // Counted from the first day each time, so that the 31st does not wander to the 28th.
        var months = tool.Every.Months();
        return After(last) - After(from.PlusDays(-1));

        int After(LocalDate day) => day < first ? 0 : (NodaTime.Period.Between(first, day, PeriodUnits.Months).Months / months) + 1;
    }
}
