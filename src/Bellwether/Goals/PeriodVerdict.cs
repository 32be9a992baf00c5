using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>How one week (or other period) of a goal that counts and judges items came out.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Done">How many there were.</param>
/// <param name="Planned">How many there should be.</param>
/// <param name="Passed">Items that reached every threshold.</param>
/// <param name="Judged">Items old enough to judge, with all their numbers.</param>
/// <param name="Pending">Items still too young.</param>
/// <param name="Met">Whether the whole was met; null while it is open.</param>
/// <param name="Words">The same in words.</param>
public sealed record PeriodVerdict(LocalDate From, LocalDate Until, int? Done, decimal? Planned, int? Passed, int? Judged, int? Pending, bool? Met, string Words)
{
    private const int Shown = 8;

    /// <summary>The last eight periods, newest first; none for a goal without a cadence or items.</summary>
    public static IReadOnlyList<PeriodVerdict> Of(AssessedGoal goal, LocalDate today, IsoDayOfWeek weekStart)
    {
        var cadence = goal.Targets.FirstOrDefault(target => target.Target.Type == TargetType.Cadence);
        var each = goal.Targets.FirstOrDefault(target => target.Target.Type == TargetType.EachAtLeast);
        if (cadence is null && each is null)
        {
            return [];
        }

        var length = cadence?.Aim.Period ?? each!.Aim.Period;
        var first = goal.Targets.Min(target => target.Target.Start) ?? today;
        var periods = new List<PeriodVerdict>();
        for (var from = PeriodDays.StartOf(today, length, weekStart); periods.Count < Shown && PeriodDays.LastDay(from, length) >= first; from = PeriodDays.StartOf(from.PlusDays(-1), length, weekStart))
        {
            periods.Add(Judge(goal, cadence, each, from, PeriodDays.LastDay(from, length), today, length));
        }

        return periods;
    }

    private static PeriodVerdict Judge(AssessedGoal goal, AssessedTarget? cadence, AssessedTarget? each, LocalDate from, LocalDate until, LocalDate today, PeriodLength length)
    {
        var items = each?.Items?.Between(from, until);
        int? done = cadence is null ? null : items?.Items.Count ?? Counted(cadence, from, until);
        var open = until >= today;
        bool? enough = cadence is null ? null : done is { } count && count >= cadence.Target.Target ? true : open ? null : done is null ? null : false;
        bool? passed = items is null ? null : items.Judged > items.Passed ? false : items.Pending > 0 || open ? null : items.Judged > 0 ? true : null;
        var parts = new[] { (Has: cadence is not null, Met: enough), (Has: each is not null, Met: passed) }.Where(part => part.Has).Select(part => part.Met).ToList();
        bool? met = goal.Goal.Composition == Composition.All
            ? parts.Contains(false) ? false : parts.Contains(null) ? null : true
            : parts.Contains(true) ? true : parts.Contains(null) ? null : false;
        var name = length.ToString().ToLowerInvariant();
        var words = met switch { true => $"met this {name}", false => $"not met this {name}", _ => open ? "still open" : "not known yet" };
        return new PeriodVerdict(from, until, done, cadence?.Target.Target, items?.Passed, items?.Judged, items?.Pending, met, words);
    }

    private static int? Counted(AssessedTarget cadence, LocalDate from, LocalDate until)
    {
        var points = cadence.Series.Where(point => point.Start >= from && point.Start <= until).ToList();
        return points.Count == 0 && !cadence.Counted ? null : (int)points.Sum(point => point.Value);
    }
}
