using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Measures.Sheets;

/// <summary>What a column brings.</summary>
/// <param name="Choice">What becomes of it.</param>
/// <param name="Numbers">How many of its cells are numbers.</param>
/// <param name="Together">What its periods make together by the metric's own rule; null for a column without metric.</param>
/// <param name="Periods">How many periods get a number.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last period's first day.</param>
/// <param name="Most">The largest number.</param>
/// <param name="Latest">The newest number.</param>
/// <param name="MissingPeriods">How many periods between the first and the last have no number; they are not zero.</param>
/// <param name="Missing">The first of those.</param>
/// <param name="StatedTotal">What the file's own total row says, to compare with.</param>
/// <param name="Points">Its numbers in order, to draw; at most 400.</param>
public sealed record ColumnReport(
    ColumnChoice Choice,
    int Numbers,
    Combined? Together,
    int Periods,
    LocalDate? First,
    LocalDate? Last,
    decimal? Most,
    decimal? Latest,
    int MissingPeriods,
    IReadOnlyList<LocalDate> Missing,
    decimal? StatedTotal,
    IReadOnlyList<decimal> Points)
{
    internal static ColumnReport Of(ColumnChoice choice, Metric? metric, int numbers, IReadOnlyList<Point> points, decimal? statedTotal)
    {
        if (metric is null || points.Count == 0)
        {
            return new ColumnReport(choice, numbers, null, 0, null, null, null, null, 0, [], statedTotal, []);
        }

        var ordered = points.OrderBy(point => point.Start).ToList();
        var there = ordered.Select(point => point.Start).ToHashSet();
        var missing = new List<LocalDate>();
        var length = ordered[0].Length;
        if (length != PeriodLength.ToDate)
        {
            for (var day = ordered[0].Start; day < ordered[^1].Start; day = PeriodDays.Next(day, length))
            {
                if (!there.Contains(day))
                {
                    missing.Add(day);
                }
            }
        }

        return new ColumnReport(
            choice, numbers, Combined.Of(metric, ordered), ordered.Count, ordered[0].Start, ordered[^1].Start, ordered.Max(point => point.Value), ordered[^1].Value,
            missing.Count, [.. missing.Take(10)], statedTotal, [.. ordered.TakeLast(400).Select(point => point.Value)]);
    }
}
