using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Which levels of a plan are measured: business objectives, objectives, goals, and what later steps add; those without a metric by name.</summary>
[Needs(Permission.Read)]
public sealed record MetricCoverage(Id<Plan> Plan) : IQuery<IReadOnlyList<MeasuredLevel>>
{
    internal sealed class Handler(Db db, PlanFinder plans, IEnumerable<IMeasuredLevel> later) : IHandle<MetricCoverage, IReadOnlyList<MeasuredLevel>>
    {
        public async Task<IReadOnlyList<MeasuredLevel>> HandleAsync(MetricCoverage request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var business = await db.Set<BusinessObjective>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel);
            var objectives = await db.Set<Objective>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel);
            var goals = await db.Set<Goal>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel);
            var ids = goals.Select(goal => goal.Id).ToList();
            var measured = (await db.Set<KpiTarget>().Where(target => ids.Contains(target.Goal)).Select(target => target.Goal).Distinct().ToListAsync(cancel)).ToHashSet();
            // An objective without a metric of its own is measured by the goals that serve it.
            var through = goals.Where(goal => measured.Contains(goal.Id) && goal.Objective is not null).Select(goal => goal.Objective!.Value).ToHashSet();
            var levels = new List<MeasuredLevel>
            {
                new("business objectives", 1, business.Count, [.. business.Where(row => row.Metric is null).Select(row => row.Title)]),
                new("objectives", 2, objectives.Count, [.. objectives.Where(row => row.Metric is null && !through.Contains(row.Id)).Select(row => row.Title)]),
                new("goals", 3, goals.Count, [.. goals.Where(goal => !measured.Contains(goal.Id)).Select(goal => goal.Title)]),
            };
            foreach (var level in later)
            {
                levels.Add(await level.LookAsync(plan.Id, cancel));
            }

            return [.. levels.OrderBy(level => level.Order)];
        }
    }
}
