using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A goal with its KPIs counted.</summary>
/// <param name="TooMany">Whether that is more than a goal should have.</param>
public sealed record GoalKpis(Id<Goal> Goal, string Title, IReadOnlyList<string> Kpis, bool TooMany);

/// <summary>A place with the KPIs that are judged there.</summary>
/// <param name="Channel">The network or channel in words.</param>
public sealed record ChannelKpis(string Channel, IReadOnlyList<string> Kpis, bool TooMany);

/// <summary>A metric whose numbers are still collected though nothing is judged by it.</summary>
/// <param name="Numbers">How many numbers were collected in the last 90 days.</param>
/// <param name="Stopped">Whether it was decided to collect it no more.</param>
public sealed record UnusedMetric(string Metric, string Name, int Numbers, LocalDate LastOn, bool Stopped);

/// <summary>A goal that could not be judged as it stands.</summary>
public sealed record IllDefinedGoal(Id<Goal> Goal, string Title, Specificity Specificity, IReadOnlyList<string> Lacks);

/// <summary>Whether a plan measures no more than it can use.</summary>
/// <param name="Goals">How many goals are open.</param>
/// <param name="MostGoals">How many there should be at most.</param>
/// <param name="MostKpis">How many KPIs a goal should have at most.</param>
/// <param name="ByGoal">KPIs by goal, the longest list first.</param>
/// <param name="ByChannel">KPIs by channel, the longest list first.</param>
/// <param name="Unused">Metrics collected in the last 90 days that judge nothing.</param>
/// <param name="IllDefined">Goals that could not be judged, the vaguest first.</param>
/// <param name="Warnings">In sentences, naming the longest.</param>
public sealed record KpiDietView(
    int Goals, int MostGoals, int MostKpis, IReadOnlyList<GoalKpis> ByGoal, IReadOnlyList<ChannelKpis> ByChannel, IReadOnlyList<UnusedMetric> Unused, IReadOnlyList<IllDefinedGoal> IllDefined,
    IReadOnlyList<string> Warnings);

/// <summary>Whether a plan has more goals and KPIs than one can keep in mind, collects numbers that nothing is judged by, or has goals that nobody could judge.</summary>
[Needs(Permission.Read)]
public sealed record KpiDiet(Id<Plan> Plan) : IQuery<KpiDietView>
{
    private const int MostByChannel = 5;
    private const int Days = 90;

    internal sealed class Handler(Db db, PlanFinder plans, GoalAssessments assessments, MetricCatalogue catalogue, TimeProvider clock) : IHandle<KpiDiet, KpiDietView>
    {
        public async Task<KpiDietView> HandleAsync(KpiDiet request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var goals = (await assessments.AllAsync(plan, brand, cancel)).Where(goal => goal.Goal.ClosedAt is null).ToList();
            var limits = await db.Set<GoalLimits>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) ?? new GoalLimits(plan.Id);
            var byGoal = goals.Select(goal => new GoalKpis(goal.Goal.Id, goal.Goal.Title, [.. goal.Targets.Select(target => target.Metric.Name)], goal.Targets.Count > limits.MostKpis))
                .OrderByDescending(goal => goal.Kpis.Count).ToList();
            var byChannel = goals.SelectMany(goal => goal.Targets.Select(target => (Channel: target.Target.Items.Network ?? goal.Goal.Channel, target.Metric.Name)))
                .Where(pair => pair.Channel is not null).GroupBy(pair => pair.Channel!.Trim(), StringComparer.OrdinalIgnoreCase)
                .Select(group => new ChannelKpis(group.Key, [.. group.Select(pair => pair.Name).Distinct()], group.Select(pair => pair.Name).Distinct().Count() > MostByChannel))
                .OrderByDescending(channel => channel.Kpis.Count).ToList();
            var unused = await UnusedAsync(plan, brand, cancel);
            var vague = goals.Select(goal => new IllDefinedGoal(goal.Goal.Id, goal.Goal.Title, Specificity.Of(goal.Goal, [.. goal.Targets.Select(target => target.Target)]), GoalRow.MissingIn(goal)))
                .Where(goal => goal.Lacks.Count > 0 || goal.Specificity.Named < 4).OrderBy(goal => goal.Specificity.Named).ToList();
            return new KpiDietView(goals.Count, limits.MostGoals, limits.MostKpis, byGoal, byChannel, unused, vague, [.. Warnings(goals.Count, limits, byGoal, byChannel, unused)]);
        }

        private static IEnumerable<string> Warnings(int goals, GoalLimits limits, List<GoalKpis> byGoal, List<ChannelKpis> byChannel, IReadOnlyList<UnusedMetric> unused)
        {
            if (goals > limits.MostGoals)
            {
                yield return $"{goals} goals are more than the {limits.MostGoals} one keeps in mind. Put some away for the next cycle.";
            }

            if (byGoal.FirstOrDefault(goal => goal.TooMany) is { } longest)
            {
                yield return $"{byGoal.Count(goal => goal.TooMany)} of {goals} goals have more than {limits.MostKpis} KPIs; the longest list is that of “{longest.Title}” with {longest.Kpis.Count}.";
            }

            if (byChannel.FirstOrDefault(channel => channel.TooMany) is { } widest)
            {
                yield return $"{widest.Channel} is judged by {widest.Kpis.Count} KPIs; {MostByChannel} say as much.";
            }

            if (unused.Count(metric => !metric.Stopped) is > 0 and var idle)
            {
                yield return $"{idle} {(idle == 1 ? "metric is" : "metrics are")} collected though nothing has been judged by {(idle == 1 ? "it" : "them")} for {Days} days.";
            }
        }

        /// <summary>What has had numbers for 90 days and longer without anything being judged by it: no target, assumption, expectation or objective of the brand.</summary>
        private async Task<IReadOnlyList<UnusedMetric>> UnusedAsync(Plan plan, Brand brand, CancellationToken cancel)
        {
            var since = clock.Today(brand.Zone).PlusDays(-Days);
            var collected = await db.Set<Observation>().AsNoTracking().Where(row => row.Brand == brand.Id && row.IsCurrent && row.Start >= since)
                .GroupBy(row => row.Metric).Select(group => new { Metric = group.Key, Numbers = group.Count(), Last = group.Max(row => row.Start) }).ToListAsync(cancel);
            var targets = await db.Set<KpiTarget>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel);
            var used = targets.SelectMany(target => target.Thresholds.Select(threshold => threshold.Metric).Append(target.Metric))
                .Concat(await db.Set<Assumption>().Where(row => row.Brand == brand.Id).Select(row => row.Metric).ToListAsync(cancel))
                .Concat(await db.Set<Expectation>().Where(row => row.Brand == brand.Id).Select(row => row.Metric).ToListAsync(cancel))
                .Concat(await db.Set<Objective>().Where(row => row.Plan == plan.Id && row.Metric != null).Select(row => row.Metric!).ToListAsync(cancel))
                .Concat(await db.Set<BusinessObjective>().Where(row => row.Plan == plan.Id && row.Metric != null).Select(row => row.Metric!).ToListAsync(cancel))
                .ToHashSet(StringComparer.Ordinal);
            var older = await db.Set<Observation>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Start < since).Select(row => row.Metric).Distinct().ToListAsync(cancel);
            var stopped = (await db.Set<StoppedMetric>().AsNoTracking().Where(row => row.Brand == brand.Id).Select(row => row.Metric).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            var unused = new List<UnusedMetric>();
            foreach (var one in collected.Where(one => !used.Contains(one.Metric) && older.Contains(one.Metric)))
            {
                var metric = await catalogue.FindAsync(one.Metric, cancel);
                unused.Add(new UnusedMetric(one.Metric, metric?.Name ?? one.Metric, one.Numbers, one.Last, stopped.Contains(one.Metric)));
            }

            return [.. unused.OrderBy(metric => metric.Stopped).ThenByDescending(metric => metric.Numbers)];
        }
    }
}
