using Bellwether.Goals.Forecasts;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A target as it is shown.</summary>
/// <param name="Sheet">All that was said about it.</param>
/// <param name="Metric">Its metric's definition.</param>
/// <param name="Judgings">Its judging rules, old and new.</param>
/// <param name="Frozen">What the plan's version in force promised.</param>
/// <param name="CollectorName">Who collects it.</param>
/// <param name="Now">The number it is judged by.</param>
/// <param name="Pace">How it stands.</param>
/// <param name="Stale">Whether its newest number is too old.</param>
/// <param name="Attainability">Whether it can be reached.</param>
/// <param name="Items">How its items came out.</param>
/// <param name="Series">Its numbers, oldest first; the last 400.</param>
/// <param name="SourceTrouble">Why the place it is read gives no numbers right now, and the way out; null while it is well.</param>
/// <param name="Fan">What may come between the newest number and the deadline; empty where nothing can be foreseen.</param>
public sealed record KpiTargetView(
    Id<KpiTarget> Id, Id<Goal> Goal, KpiSheet Sheet, Metric Metric, IReadOnlyList<JudgingRevision> Judgings, FrozenTarget? Frozen, string? CollectorName,
    Actual? Now, Pace? Pace, bool Stale, Attainability? Attainability, ItemsResult? Items, IReadOnlyList<Point> Series, IReadOnlyList<FanPoint> Fan, string? SourceTrouble, Instant CreatedAt, int Version) : IVersioned
{
    private const int Shown = 400;

    /// <summary>The target alone, without its numbers.</summary>
    public static KpiTargetView Of(KpiTarget target, Metric metric) =>
        new(target.Id, target.Goal, KpiSheet.Of(target), metric, target.Judgings, target.Frozen, null, null, null, false, null, null, [], [], null, target.CreatedAt, target.Version);

    /// <summary>The target with its numbers.</summary>
    public static KpiTargetView Of(AssessedTarget assessed, IReadOnlyDictionary<Id<Member>, string> names, LocalDate today) =>
        Of(assessed.Target, assessed.Metric) with
        {
            CollectorName = assessed.Target.Collector is { } collector ? names.GetValueOrDefault(collector) : null,
            Now = assessed.Actual,
            Pace = assessed.Pace,
            Stale = assessed.Stale,
            Attainability = assessed.AttainabilityOn(today),
            Items = assessed.Items,
            Series = [.. assessed.Series.TakeLast(Shown)],
            SourceTrouble = assessed.SourceTrouble,
            Fan = Attainability.FanOf(assessed, today),
        };
}
