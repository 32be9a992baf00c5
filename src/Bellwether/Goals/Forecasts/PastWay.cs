using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals.Forecasts;

/// <summary>One reading of a level on a day.</summary>
public readonly record struct Reading(LocalDate Day, decimal Value);

/// <summary>
/// The past of a target as one level in even steps: what has been counted is added up, what speaks of a month is looked at
/// by the month, and days that nobody read lie on the line between their neighbours.
/// </summary>
/// <param name="Readings">The level, oldest first, in even steps.</param>
/// <param name="Step">Days from one reading to the next.</param>
/// <param name="Known">How many numbers it rests on.</param>
public sealed record PastWay(IReadOnlyList<Reading> Readings, double Step, int Known)
{
    // More of the past than this no longer tells about the next steps.
    private const int Longest = 400;

    // Months have 28 to 31 days and are still even.
    private const double Even = 0.2;

    /// <summary>Whether it was read day by day, with few gaps.</summary>
    public bool Daily => Step == 1 && Known >= 0.75 * Readings.Count;

    public Reading Last => Readings[^1];

    /// <summary>The way of a target's numbers up to a day; nothing below two numbers.</summary>
    public static PastWay? Of(Metric metric, Aim aim, IReadOnlyList<Point> series, LocalDate today)
    {
        var points = series.Where(point => point.Start <= today).ToList();
        var readings = aim.Type is TargetType.CumulativeInPeriod or TargetType.Cadence ? Totals(points)
            : aim.Every is { } every && metric.Aggregation is not (Aggregation.Last or Aggregation.Composite) ? Periods(metric, points, every, aim.WeekStart, today)
            : Levels(points);
        return readings.Count < 2 ? null : Regular([.. readings.TakeLast(Longest)]);
    }

    private static List<Reading> Levels(List<Point> points) =>
        [.. points.GroupBy(point => point.End).OrderBy(day => day.Key).Select(day => new Reading(day.Key, day.Last().Value))];

    /// <summary>What was counted, as a running total; one that runs already stays as it is.</summary>
    private static List<Reading> Totals(List<Point> points)
    {
        if (points.Count > 0 && points.TrueForAll(point => point.Length == PeriodLength.ToDate))
        {
            return Levels(points);
        }

        var total = 0m;
        return [.. points.Where(point => point.Length != PeriodLength.ToDate).GroupBy(point => point.End).OrderBy(day => day.Key)
            .Select(day => new Reading(day.Key, total += day.Sum(point => point.Value)))];
    }

    private static List<Reading> Periods(Metric metric, List<Point> points, PeriodLength every, IsoDayOfWeek weekStart, LocalDate today) =>
        [.. points.GroupBy(point => PeriodDays.StartOf(point.Start, every, weekStart))
            .Where(period => PeriodDays.LastDay(period.Key, every) < today).OrderBy(period => period.Key)
            .Select(period => (Day: PeriodDays.LastDay(period.Key, every), Combined.Of(metric, [.. period]).Value))
            .Where(period => period.Value is not null).Select(period => new Reading(period.Day, period.Value!.Value))];

    private static PastWay Regular(List<Reading> readings)
    {
        var gaps = readings.Zip(readings.Skip(1), (one, next) => (double)Period.DaysBetween(one.Day, next.Day)).ToList();
        var step = gaps.Order().ElementAt(gaps.Count / 2);
        return gaps.TrueForAll(gap => Math.Abs(gap - step) <= Even * step)
            ? new PastWay(readings, step, readings.Count)
            : new PastWay(Between(readings, (int)step), step, readings.Count);
    }

    /// <summary>The level in even steps back from the last reading, on straight lines between readings.</summary>
    private static List<Reading> Between(List<Reading> readings, int step)
    {
        var even = new List<Reading>();
        var next = readings.Count - 1;
        for (var day = readings[^1].Day; day >= readings[0].Day && even.Count < Longest; day = day.PlusDays(-step))
        {
            while (next > 0 && readings[next - 1].Day >= day)
            {
                next--;
            }

            even.Add(readings[next].Day == day || next == 0 ? readings[next] with { Day = day } : Line(readings[next - 1], readings[next], day));
        }

        even.Reverse();
        return even;
    }

    private static Reading Line(Reading before, Reading after, LocalDate day) =>
        new(day, before.Value + ((after.Value - before.Value) * Period.DaysBetween(before.Day, day) / Period.DaysBetween(before.Day, after.Day)));
}
