using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>Whether a plan works, in one word.</summary>
public enum HealthVerdict
{
    /// <summary>Nothing can be said yet.</summary>
    CannotTell,

    /// <summary>No goal needs care.</summary>
    Works,

    /// <summary>Some goals need care.</summary>
    Partly,

    /// <summary>At least half of the goals that can be judged are at risk or missed.</summary>
    Fails,
}

/// <summary>One KPI in the list of best or worst.</summary>
/// <param name="Sentence">How it stands, in plain words.</param>
public sealed record HealthKpi(Id<Goal> Goal, string GoalTitle, Id<KpiTarget> Target, string Metric, GoalStatus Status, decimal? Ratio, string Sentence);

/// <summary>How a plan does: one sentence, its three worst and three best KPIs.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Sentence">In one sentence; “Cannot tell yet, because …” where it cannot be told.</param>
/// <param name="Worst">The three worst KPIs that need care.</param>
/// <param name="Best">The three best KPIs that go well.</param>
/// <param name="AsOf">The day it was judged.</param>
/// <param name="Counts">How many goals stand how.</param>
public sealed record PlanHealthView(HealthVerdict Verdict, string Sentence, IReadOnlyList<HealthKpi> Worst, IReadOnlyList<HealthKpi> Best, LocalDate AsOf, IReadOnlyList<StatusCount> Counts);

/// <summary>How many goals stand so.</summary>
public sealed record StatusCount(GoalStatus Status, int Goals);

/// <summary>Whether the plan is working, in one sentence, with the three worst and three best KPIs. Only data up to today counts.</summary>
[Needs(Permission.Read)]
public sealed record PlanHealth(Id<Plan> Plan, string Locale = "en-US") : IQuery<PlanHealthView>
{
    internal sealed class Handler(PlanFinder plans, GoalAssessments assessments, TimeProvider clock) : IHandle<PlanHealth, PlanHealthView>
    {
        private const int Shown = 3;

        public async Task<PlanHealthView> HandleAsync(PlanHealth request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var today = clock.Today(brand.Zone);
            var goals = await assessments.AllAsync(plan, brand, cancel);
            var kpis = goals.SelectMany(goal => goal.Targets.Select(target => new HealthKpi(
                goal.Goal.Id, goal.Goal.Title, target.Target.Id, target.Metric.Name, target.Pace.Status, target.Pace.Ratio, BriefingSentence.Of(target, request.Locale, brand.Currency, today)))).ToList();
            var (verdict, sentence) = Judge(goals);
            return new PlanHealthView(
                verdict, sentence,
                [.. kpis.Where(kpi => Statuses.NeedsCare(kpi.Status)).OrderBy(kpi => Statuses.Rank(kpi.Status)).ThenBy(kpi => kpi.Ratio ?? 0).Take(Shown)],
                [.. kpis.Where(kpi => kpi.Status is GoalStatus.OnTrack or GoalStatus.Met).OrderByDescending(kpi => Statuses.Rank(kpi.Status)).ThenByDescending(kpi => kpi.Ratio ?? 0).Take(Shown)],
                today,
                [.. goals.GroupBy(goal => goal.Status).OrderBy(group => Statuses.Rank(group.Key)).Select(group => new StatusCount(group.Key, group.Count()))]);
        }

        private static (HealthVerdict Verdict, string Sentence) Judge(IReadOnlyList<AssessedGoal> goals)
        {
            var judged = goals.Where(goal => goal.Status is not (GoalStatus.NoData or GoalStatus.TooEarly)).ToList();
            if (judged.Count == 0)
            {
                return (HealthVerdict.CannotTell, $"Cannot tell yet, because {WhyNot(goals)}.");
            }

            var bad = judged.Count(goal => goal.Status is GoalStatus.AtRisk or GoalStatus.Missed);
            var lagging = judged.Count(goal => goal.Status == GoalStatus.Lagging);
            var verdict = bad * 2 >= judged.Count ? HealthVerdict.Fails : bad + lagging > 0 ? HealthVerdict.Partly : HealthVerdict.Works;
            var start = verdict switch { HealthVerdict.Works => "The plan works", HealthVerdict.Partly => "The plan works in part", _ => "The plan does not work as it is" };
            var well = judged.Count - bad - lagging;
            var rest = goals.Count - judged.Count;
            return (verdict, $"{start}: {well} of {judged.Count} {(judged.Count == 1 ? "goal" : "goals")} {(well == 1 ? "is" : "are")} on track or met" +
                (lagging > 0 ? $", {lagging} {(lagging == 1 ? "lags" : "lag")}" : "") +
                (bad > 0 ? $", {bad} {(bad == 1 ? "is" : "are")} at risk or missed" : "") +
                (rest > 0 ? $"; {rest} cannot be judged yet" : "") + ".");
        }

        private static string WhyNot(IReadOnlyList<AssessedGoal> goals) =>
            goals.Count == 0 ? "the plan has no goal"
            : goals.All(goal => goal.Targets.Count == 0) ? "no goal has a number to be judged by"
            : goals.Any(goal => goal.Status == GoalStatus.TooEarly) ? "the goals have only begun"
            : "no number has been recorded that a goal is judged by";
    }
}
