using Bellwether.Goals;
using Bellwether.Metrics;

namespace Bellwether.Measures;

/// <summary>How far the actual number is from the planned one. Positive is always good: more income, less cost.</summary>
/// <param name="Planned">What was planned.</param>
/// <param name="Actual">What came.</param>
/// <param name="Difference">Actual − planned where more is better, planned − actual where less is better.</param>
/// <param name="Percent">The difference as a share of what was planned; null where nothing was planned.</param>
public sealed record Variance(decimal Planned, decimal Actual, decimal Difference, decimal? Percent)
{
    /// <summary>The variance, or nothing where one of the two is not known.</summary>
    public static Variance? Of(decimal? planned, decimal? actual, bool lessIsBetter)
    {
        if (planned is not { } plan || actual is not { } came)
        {
            return null;
        }

        var difference = lessIsBetter ? plan - came : came - plan;
        return new Variance(plan, came, difference, plan == 0 ? null : difference / Math.Abs(plan));
    }

    /// <summary>Whether less is better, by what the target asks or else by the metric.</summary>
    public static bool LessIsBetter(TargetType type, Metric metric) => type switch
    {
        TargetType.DecreaseTo or TargetType.StayAtOrBelow => true,
        TargetType.IncreaseTo or TargetType.StayAtOrAbove or TargetType.Cadence or TargetType.EachAtLeast or TargetType.Milestone => false,
        _ => metric.Direction == MetricDirection.Down,
    };
}
