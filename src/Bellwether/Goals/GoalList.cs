using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>The goals of a plan, one row each, with their status today.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Owner">Only goals of this person.</param>
/// <param name="Status">Only goals that stand so.</param>
/// <param name="Function">Only goals of this business function.</param>
/// <param name="Horizon">Only goals that lie so far away.</param>
[Needs(Permission.Read)]
public sealed record GoalList(Id<Plan> Plan, Id<Member>? Owner = null, GoalStatus? Status = null, BusinessFunction? Function = null, Horizon? Horizon = null)
    : IQuery<IReadOnlyList<GoalRow>>
{
    internal sealed class Handler(GoalRows rows, PlanFinder plans) : IHandle<GoalList, IReadOnlyList<GoalRow>>
    {
        public async Task<IReadOnlyList<GoalRow>> HandleAsync(GoalList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var all = await rows.AllAsync(plan, brand, cancel);
            return [.. all.Where(row => (request.Owner is null || row.Owner == request.Owner) && (request.Status is null || row.Status == request.Status)
                && (request.Function is null || row.Function == request.Function) && (request.Horizon is null || row.Horizon == request.Horizon))];
        }
    }
}

/// <summary>Makes rows of a plan's goals.</summary>
[Scoped]
public sealed class GoalRows(Db db, GoalAssessments assessments, MetricCatalogue catalogue, GoalFinder finder, IEnumerable<IGoalLinks> links, TimeProvider clock)
{
    public async Task<IReadOnlyList<GoalRow>> AllAsync(Plan plan, Brands.Brand brand, CancellationToken cancel)
    {
        var assessed = await assessments.AllAsync(plan, brand, cancel);
        var objectives = await db.Set<Objective>().AsNoTracking().Where(objective => objective.Plan == plan.Id).ToDictionaryAsync(objective => objective.Id, cancel);
        var ids = assessed.Select(one => one.Goal.Id).ToList();
        var checkIns = (await db.Set<CheckIn>().AsNoTracking().Where(checkIn => ids.Contains(checkIn.Goal)).ToListAsync(cancel)).ToLookup(checkIn => checkIn.Goal);
        var names = await finder.NamesAsync(cancel);
        var metrics = (await catalogue.AllAsync(cancel)).ToDictionary(metric => metric.Key, StringComparer.Ordinal);
        var activities = await LinksAsync(plan.Id, cancel);
        var today = clock.Today(brand.Zone);
        return [.. assessed.Select(one => GoalRow.Of(
            one, plan, one.Goal.Objective is { } objective ? objectives.GetValueOrDefault(objective) : null, activities, [.. checkIns[one.Goal.Id]], names, today, metrics.GetValueOrDefault))];
    }

    /// <summary>Every activity of the plan, with the goal it serves.</summary>
    public async Task<IReadOnlyList<GoalLink>> LinksAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var all = new List<GoalLink>();
        foreach (var source in links)
        {
            all.AddRange(await source.LinksAsync(plan, cancel));
        }

        return all;
    }
}
