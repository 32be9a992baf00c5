using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>One KPI, planned and actual.</summary>
/// <param name="Goal">The goal it belongs to.</param>
/// <param name="GoalTitle">The goal's line.</param>
/// <param name="Target">The target.</param>
/// <param name="Metric">Its metric.</param>
/// <param name="Type">What it asks.</param>
/// <param name="Planned">Where it should be on the day.</param>
/// <param name="Actual">Where it is.</param>
/// <param name="Variance">The difference; positive is always good.</param>
/// <param name="Aimed">Where it is to end.</param>
/// <param name="Deadline">By when.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Why">The reason, where there is no number.</param>
/// <param name="Frozen">What the plan promised when it came into force.</param>
public sealed record PlannedLine(
    Id<Goal> Goal, string GoalTitle, Id<KpiTarget> Target, Metric Metric, TargetType Type, decimal? Planned, decimal? Actual, Variance? Variance,
    decimal? Aimed, LocalDate? Deadline, GoalStatus Status, string? Why, FrozenTarget? Frozen);

/// <summary>Plan against actual for every KPI of a plan; business metrics first. Only numbers up to the day count.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="AsOf">The day to look from; today unless given.</param>
[Needs(Permission.Read)]
public sealed record PlanAgainstActual(Id<Plan> Plan, LocalDate? AsOf = null) : IQuery<IReadOnlyList<PlannedLine>>
{
    internal sealed class Handler(PlanFinder plans, GoalAssessments assessments) : IHandle<PlanAgainstActual, IReadOnlyList<PlannedLine>>
    {
        public async Task<IReadOnlyList<PlannedLine>> HandleAsync(PlanAgainstActual request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var goals = await assessments.AllAsync(plan, brand, cancel, request.AsOf);
            return [.. goals.SelectMany(goal => goal.Targets.Select(target => LineOf(goal.Goal, target))).OrderBy(line => Order(line.Metric.Class))];
        }

        private static PlannedLine LineOf(Goal goal, AssessedTarget assessed)
        {
            var target = assessed.Target;
            return new PlannedLine(
                goal.Id, goal.Title, target.Id, assessed.Metric, target.Type, assessed.Pace.Expected, assessed.Pace.Actual,
                Variance.Of(assessed.Pace.Expected, assessed.Pace.Actual, Variance.LessIsBetter(target.Type, assessed.Metric)),
                target.Target, target.Deadline, assessed.Pace.Status, assessed.Pace.Why, target.Frozen);
        }

        /// <summary>What the business feels comes first, applause last.</summary>
        private static int Order(MetricClass @class) => @class switch { MetricClass.Business => 0, MetricClass.Engagement => 1, MetricClass.Operational => 2, _ => 3 };
    }
}
