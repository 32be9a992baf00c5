using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>The one number of a series that a target is judged by, and the day it is about.</summary>
/// <param name="Value">The number; null when there is none.</param>
/// <param name="Low">The least it can be, where only bounds are known.</param>
/// <param name="High">The most it can be, where only bounds are known.</param>
/// <param name="AsOf">The last day it covers.</param>
/// <param name="Points">How many recorded numbers there are.</param>
/// <param name="Why">Why there is no number.</param>
public sealed record Actual(decimal? Value, decimal? Low, decimal? High, LocalDate? AsOf, int Points, string? Why)
{
    /// <summary>Picks and combines what a target of this type looks at, from the numbers known on a day.</summary>
    public static Actual Of(Metric metric, Aim aim, IReadOnlyList<Point> series, LocalDate today)
    {
        // A level is what it is, whenever it was read; a way counts from its start.
        var since = aim.Resets || aim.Type is TargetType.StayAtOrAbove or TargetType.StayAtOrBelow or TargetType.StayWithin or TargetType.Milestone ? null : aim.Start?.PlusDays(-1);
        var known = series.Where(point => point.Start <= today && (since is not { } start || point.End >= start)).ToList();
        if (aim.Type is TargetType.CumulativeInPeriod or TargetType.Cadence)
        {
            var from = aim.Resets ? PeriodDays.StartOf(today, aim.Period, aim.WeekStart) : aim.Start ?? LocalDate.MinIsoValue;
            return Made(metric, [.. known.Where(point => point.Start >= from)], known.Count);
        }

        if (known.Count == 0 || aim.Every is not { } every || metric.Aggregation is Aggregation.Last or Aggregation.Composite)
        {
            return Newest(known);
        }

        // A level “per month” is judged on the newest month that is over.
        var complete = known.GroupBy(point => PeriodDays.StartOf(point.Start, every, aim.WeekStart))
            .Where(period => PeriodDays.LastDay(period.Key, every) < today)
            .MaxBy(period => period.Key);
        return complete is null
            ? new Actual(null, null, null, null, known.Count, $"the first {every.ToString().ToLowerInvariant()} is not over yet")
            : Made(metric, [.. complete], known.Count) with { AsOf = PeriodDays.LastDay(complete.Key, every) };
    }

    private static Actual Newest(List<Point> known)
    {
        var newest = known.MaxBy(point => point.End);
        return newest is null ? new Actual(null, null, null, null, 0, "no data") : new Actual(newest.Value, null, null, newest.End, known.Count, null);
    }

    private static Actual Made(Metric metric, IReadOnlyList<Point> points, int known)
    {
        var combined = Combined.Of(metric, points);
        return new Actual(combined.Value, combined.Low, combined.High, points.Count == 0 ? null : points.Max(point => point.End), known, combined.Why);
    }
}
