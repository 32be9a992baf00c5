namespace Bellwether.Metrics;

/// <summary>Several numbers of a metric made one, or the reason why they cannot be.</summary>
/// <param name="Value">The one number; null when there is none.</param>
/// <param name="Low">The least the true number can be, where only bounds are known.</param>
/// <param name="High">The most the true number can be, where only bounds are known.</param>
/// <param name="Parts">How many numbers it was made of.</param>
/// <param name="Why">Why there is no number; null when there is one.</param>
/// <param name="Numerator">Sum of the numerators of a ratio.</param>
/// <param name="Denominator">Sum of the denominators of a ratio.</param>
public sealed record Combined(decimal? Value, decimal? Low, decimal? High, int Parts, string? Why, decimal? Numerator = null, decimal? Denominator = null)
{
    /// <summary>Makes one number of many by the metric's own rule. Nothing is “no data”, never zero.</summary>
    public static Combined Of(Metric metric, IReadOnlyList<Point> points)
    {
        if (points.Count == 0)
        {
            return new Combined(null, null, null, 0, "no data");
        }

        return metric.Aggregation switch
        {
            Aggregation.Sum => Sum(points),
            Aggregation.Last or Aggregation.Composite => One(Latest(points), points.Count),
            Aggregation.Average => Average(points),
            Aggregation.Ratio => Ratio(metric, points),
            Aggregation.Unique => Unique(points),
            _ => Percentile(points),
        };
    }

    private static Combined One(Point point, int parts) =>
        new(point.Value, null, null, parts, null, point.Numerator, point.Denominator);

    private static Point Latest(IReadOnlyList<Point> points) => points.MaxBy(point => point.End)!;

    private static Combined Sum(IReadOnlyList<Point> points)
    {
        // A running total already holds its past: the latest one stands.
        var running = points.Where(point => point.Length == PeriodLength.ToDate).ToList();
        return running.Count == points.Count
            ? One(Latest(points), points.Count)
            : new Combined(points.Where(point => point.Length != PeriodLength.ToDate).Sum(point => point.Value), null, null, points.Count, null);
    }

    private static Combined Average(IReadOnlyList<Point> points)
    {
        if (points.All(point => point.Denominator is > 0))
        {
            var weight = points.Sum(point => point.Denominator!.Value);
            return new Combined(Round(points.Sum(point => point.Value * point.Denominator!.Value) / weight), null, null, points.Count, null, null, weight);
        }

        return new Combined(Round(points.Average(point => point.Value)), null, null, points.Count, null);
    }

    private static Combined Ratio(Metric metric, IReadOnlyList<Point> points)
    {
        if (points.Count == 1)
        {
            return One(points[0], 1);
        }

        if (points.Any(point => point.Numerator is null || point.Denominator is null))
        {
            return new Combined(null, points.Min(point => point.Value), points.Max(point => point.Value), points.Count,
                "The parts of some ratios are not known; a mean of ratios would be wrong.");
        }

        var numerator = points.Sum(point => point.Numerator!.Value);
        var denominator = points.Sum(point => point.Denominator!.Value);
        var value = metric.ValueOf(numerator, denominator);
        return new Combined(value, null, null, points.Count, value is null ? "n/a: there is nothing to divide by" : null, numerator, denominator);
    }

    private static Combined Unique(IReadOnlyList<Point> points) => points.Count == 1
        ? One(points[0], 1)
        : new Combined(null, points.Max(point => point.Value), points.Sum(point => point.Value), points.Count,
            "People seen on several days or posts are counted once; the parts only say between which numbers it lies.");

    private static Combined Percentile(IReadOnlyList<Point> points) => points.Count == 1
        ? One(points[0], 1)
        : new Combined(null, null, null, points.Count, "A percentile of percentiles means nothing; it needs the raw values.");

    private static decimal Round(decimal value) => decimal.Round(value, 6, MidpointRounding.ToEven);
}
