using Bellwether.Actions;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>One payment and the days it covers.</summary>
public sealed record Occurrence(Money Amount, LocalDate First, LocalDate Last);

/// <summary>The payments of something that costs money once or again and again.</summary>
public static class Occurrences
{
    /// <summary>The payments that cover any of the days from one to another.</summary>
    /// <param name="months">How many months lie between two; none for what is paid once.</param>
    /// <param name="last">For what is paid once: the last day it covers. Else: the day after which it is paid no more.</param>
    public static IEnumerable<Occurrence> Of(Money amount, LocalDate first, LocalDate? last, int months, LocalDate from, LocalDate to)
    {
        if (months == 0)
        {
            var only = new Occurrence(amount, first, last is { } end && end > first ? end : first);
            return only.First <= to && only.Last >= from ? [only] : [];
        }

        return Again(amount, first, last, months, from, to);
    }

    /// <summary>The payments of an entered cost.</summary>
    public static IEnumerable<Occurrence> Of(CostSheet cost, LocalDate from, LocalDate to) =>
        Of(cost.Amount, cost.From, cost.Until, cost.Repeat switch { CostRepeat.Month => 1, CostRepeat.Year => 12, _ => 0 }, from, to);

    /// <summary>The payments of a tool; none while its cost is not known. What was paid once counts on its first day.</summary>
    public static IEnumerable<Occurrence> Of(Tool tool, LocalDate begins, LocalDate from, LocalDate to) =>
        tool.Cost is not { Minor: > 0 } cost ? [] : tool.Every == CostPeriod.Once
            ? Of(cost, tool.Since ?? begins, null, 0, from, to)
            : Of(cost, tool.Since ?? begins, tool.Until, tool.Every.Months(), from, to);

    private static IEnumerable<Occurrence> Again(Money amount, LocalDate first, LocalDate? last, int months, LocalDate from, LocalDate to)
    {
        // Counted from the first day each time, so that the 31st does not wander to the 28th.
        var skipped = from > first ? Math.Max(0, (Period.Between(first, from, PeriodUnits.Months).Months / months) - 1) : 0;
        for (var turn = skipped; ; turn++)
        {
            var begin = first.PlusMonths(turn * months);
            // What was stored with a later day than may be told ends there, before the calendar does.
            if (begin > to || begin > last || begin > DayRange.Last)
            {
                yield break;
            }

            var end = first.PlusMonths((turn + 1) * months).PlusDays(-1);
            if (end >= from)
            {
                yield return new Occurrence(amount, begin, end);
            }
        }
    }
}
