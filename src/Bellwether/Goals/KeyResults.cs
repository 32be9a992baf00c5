using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>One key result: a number of a goal with its score.</summary>
/// <param name="From">Where it began.</param>
/// <param name="To">Where it is to go.</param>
/// <param name="Now">Where it is.</param>
/// <param name="Score">0 to 1: the share of the way covered; null without a number.</param>
public sealed record KeyResult(Id<Goal> Goal, string GoalTitle, Id<KpiTarget> Target, Metric Metric, decimal? From, decimal? To, decimal? Now, decimal? Score, GoalStatus Status, string? OwnerName, LocalDate? Deadline);

/// <summary>An objective with the key results that show it.</summary>
/// <param name="Objective">The objective; null for goals that serve none.</param>
/// <param name="Serves">The business objective above it, in words.</param>
/// <param name="Score">Mean of the scores there are.</param>
/// <param name="Scored">How many key results have one.</param>
/// <param name="Status">How its weakest goal stands.</param>
public sealed record ObjectiveResults(Id<Objective>? Objective, string? Title, string? Serves, decimal? Score, int Scored, GoalStatus Status, IReadOnlyList<KeyResult> Results);

/// <summary>The plan in the shape of objectives and key results: each objective with its numbers, scored from 0 to 1.</summary>
[Needs(Permission.Read)]
public sealed record KeyResults(Id<Plan> Plan) : IQuery<IReadOnlyList<ObjectiveResults>>
{
    internal sealed class Handler(Db db, PlanFinder plans, GoalFinder finder, GoalAssessments assessments) : IHandle<KeyResults, IReadOnlyList<ObjectiveResults>>
    {
        public async Task<IReadOnlyList<ObjectiveResults>> HandleAsync(KeyResults request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var goals = await assessments.AllAsync(plan, brand, cancel);
            var objectives = await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            var business = await db.Set<BusinessObjective>().AsNoTracking().Where(row => row.Plan == plan.Id).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);
            var names = await finder.NamesAsync(cancel);
            var chains = new Chains([.. goals.Select(goal => goal.Goal)], objectives);
            var byObjective = goals.ToLookup(goal => chains.ObjectiveOf(goal.Goal)?.Id);
            var groups = objectives.Select(objective => Of(objective, objective.Serves is { } top ? business.GetValueOrDefault(top) : null, [.. byObjective[objective.Id]], names)).ToList();
            return byObjective[null].Any() ? [.. groups, Of(null, null, [.. byObjective[null]], names)] : groups;
        }

        private static ObjectiveResults Of(Objective? objective, string? serves, IReadOnlyList<AssessedGoal> goals, IReadOnlyDictionary<Id<People.Member>, string> names)
        {
            var results = goals.SelectMany(goal => goal.Targets.Select(target => new KeyResult(
                goal.Goal.Id, goal.Goal.Title, target.Target.Id, target.Metric, target.Aim.Resets ? 0 : target.Aim.Baseline, target.Target.Target, target.Pace.Actual, ScoreOf(target), target.Pace.Status,
                goal.Goal.Owner is { } owner ? names.GetValueOrDefault(owner) : null, target.Target.Deadline))).ToList();
            var scores = results.Select(result => result.Score).OfType<decimal>().ToList();
            return new ObjectiveResults(
                objective?.Id, objective?.Title, serves, scores.Count == 0 ? null : decimal.Round(scores.Average(), 4), scores.Count,
                Statuses.Together(Composition.All, goals.Select(goal => goal.Status)), results);
        }

        /// <summary>The share of the way covered; items score by those that passed, levels to keep by holding or not.</summary>
        private static decimal? ScoreOf(AssessedTarget target) =>
            target.Items is { Judged: > 0 } items ? decimal.Round((decimal)items.Passed / items.Judged, 4)
            : target.Pace.Progress is { } progress ? decimal.Round(Math.Clamp(progress, 0, 1), 4)
            : target.Target.Type is TargetType.StayAtOrAbove or TargetType.StayAtOrBelow or TargetType.StayWithin && target.Pace.Actual is not null
                ? (target.Pace.Status is GoalStatus.OnTrack or GoalStatus.Met ? 1 : decimal.Round(Math.Clamp(target.Pace.Ratio ?? 0, 0, 1), 4))
            : null;
    }
}
