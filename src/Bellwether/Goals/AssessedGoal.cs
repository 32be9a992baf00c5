using Bellwether.Metrics;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A target with the numbers it is judged by.</summary>
/// <param name="Target">The target.</param>
/// <param name="Metric">Its metric.</param>
/// <param name="Aim">What it asks, by the rules of the day.</param>
/// <param name="Actual">The number it is judged by.</param>
/// <param name="Pace">How it stands.</param>
/// <param name="Items">How its items came out, where it judges items.</param>
/// <param name="Series">All its numbers, oldest first.</param>
/// <param name="Stale">Whether its newest number is older than its rules allow.</param>
/// <param name="Counted">Whether the numbers are counts of what was published; a day without one is a real zero then.</param>
public sealed record AssessedTarget(
    KpiTarget Target, Metric Metric, Aim Aim, Actual Actual, Pace Pace, ItemsResult? Items, IReadOnlyList<Point> Series, bool Stale, bool Counted = false)
{
    private Attainability? attainability;

    /// <summary>Why the place it is read gives no numbers right now; null while it is well.</summary>
    public string? SourceTrouble { get; init; }

    /// <summary>Whether it can be reached, judged once: rows, letters and cards of one answer ask for the same.</summary>
    public Attainability AttainabilityOn(LocalDate today) => attainability ??= Attainability.Of(this, today);
}

/// <summary>A goal with its targets as they stand on a day.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Targets">Its targets; business metrics first.</param>
/// <param name="Status">The weakest of all or the best of any, never better than that of its weakest part; or the verdict of a closed goal.</param>
/// <param name="HeldBackBy">The goal below it that makes it stand worse than its own numbers.</param>
public sealed record AssessedGoal(Goal Goal, IReadOnlyList<AssessedTarget> Targets, GoalStatus Status, Goal? HeldBackBy = null)
{
    /// <summary>The target that leads: the weakest one where all count, the best where one is enough.</summary>
    public AssessedTarget? Leading =>
        Goal.Composition == Composition.All ? Targets.MinBy(target => Statuses.Rank(target.Pace.Status)) : Targets.MaxBy(target => Statuses.Rank(target.Pace.Status));

    /// <summary>Whether it is judged by applause: a vanity metric among its KPIs and no business metric.</summary>
    public bool IsVanityOnly(Func<string, Metric?> find)
    {
        var classes = Targets.SelectMany(target => target.Target.Thresholds.Select(threshold => find(threshold.Metric)?.Class).Append(target.Metric.Class)).ToList();
        return classes.Contains(MetricClass.Vanity) && !classes.Contains(MetricClass.Business);
    }
}
