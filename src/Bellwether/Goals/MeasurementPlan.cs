using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>One line of the measurement plan: what shows a goal, where it is read, how often, by whom.</summary>
/// <param name="Indicator">The metric's name.</param>
/// <param name="Definition">Its formula, or its unit where it is counted.</param>
/// <param name="Source">The tool or place; null keeps the plan from being activated.</param>
/// <param name="Query">How it is read there.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Collector">Who collects it.</param>
/// <param name="FirstValueOn">The day of its first number.</param>
/// <param name="LastValueOn">The day of its newest number.</param>
/// <param name="DueOn">When the next number is due; null when nothing says how often.</param>
/// <param name="Overdue">Whether that day is over.</param>
/// <param name="SourceTrouble">Why the source gives no numbers right now, such as a connection that died; null while it is well.</param>
public sealed record MeasurementLine(
    Id<Goal> Goal, string GoalTitle, Id<KpiTarget> Target, string Metric, string Indicator, string Definition, MetricClass Class, string? Source, string? Query, PeriodLength? Frequency,
    Id<Member>? Collector, string? CollectorName, LocalDate? FirstValueOn, LocalDate? LastValueOn, LocalDate? DueOn, bool Overdue, string? SourceTrouble)
{
    /// <summary>When the next number of a target is due; null when nobody said how often.</summary>
    internal static LocalDate? DueOf(AssessedTarget assessed, LocalDate today) =>
        assessed.Target.Frequency is not { } often ? null
        : LastOf(assessed) is { } newest ? PeriodDays.Next(newest, often)
        : PeriodDays.Next(assessed.Target.Start ?? today, often);

    internal static LocalDate? LastOf(AssessedTarget assessed) => assessed.Series.Count == 0 ? assessed.Actual.AsOf : assessed.Series.Max(point => point.End);
}

/// <summary>The measurement plan: goal, indicator, definition, tool or source, frequency, collector, first value; overdue collections first.</summary>
[Needs(Permission.Read)]
public sealed record MeasurementPlan(Id<Plan> Plan, bool OverdueOnly = false) : IQuery<IReadOnlyList<MeasurementLine>>
{
    internal sealed class Handler(PlanFinder plans, GoalAssessments assessments, GoalFinder finder, TimeProvider clock) : IHandle<MeasurementPlan, IReadOnlyList<MeasurementLine>>
    {
        public async Task<IReadOnlyList<MeasurementLine>> HandleAsync(MeasurementPlan request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var names = await finder.NamesAsync(cancel);
            var today = clock.Today(brand.Zone);
            var lines = (await assessments.AllAsync(plan, brand, cancel))
                .Where(goal => goal.Goal.ClosedAt is null)
                .SelectMany(goal => goal.Targets.Select(target => LineOf(goal.Goal, target, names, today)));
            return [.. lines.Where(line => line.Overdue || !request.OverdueOnly).OrderBy(line => line.Overdue ? 0 : 1)];
        }

        private static MeasurementLine LineOf(Goal goal, AssessedTarget assessed, IReadOnlyDictionary<Id<Member>, string> names, LocalDate today)
        {
            var (target, metric) = (assessed.Target, assessed.Metric);
            var (last, due) = (MeasurementLine.LastOf(assessed), MeasurementLine.DueOf(assessed, today));
            return new MeasurementLine(
                goal.Id, goal.Title, target.Id, metric.Key, metric.Name, metric.Formula.Length > 0 ? metric.Formula : metric.Unit == MetricUnit.Count ? "counted" : $"counted, in {metric.Unit.ToString().ToLowerInvariant()}", metric.Class,
                target.Source, target.Query, target.Frequency, target.Collector, target.Collector is { } collector ? names.GetValueOrDefault(collector) : null,
                assessed.Series.Count == 0 ? null : assessed.Series.Min(point => point.Start), last, due, due < today, assessed.SourceTrouble);
        }
    }
}
