using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Asks first for a goal, then for its number: which, from where to where, by when.</summary>
internal sealed class GoalGuide(Db db, MetricCatalogue catalogue) : IGuide
{
    public async Task<IReadOnlyList<(int Place, GuideQuestion Question)>> AskAsync(Plan plan, CancellationToken cancel)
    {
        var goals = await db.Set<Goal>().AsNoTracking().Where(goal => goal.Plan == plan.Id && goal.ClosedAt == null).OrderBy(goal => goal.Place).ToListAsync(cancel);
        var ids = goals.ConvertAll(goal => goal.Id);
        var targets = await db.Set<KpiTarget>().AsNoTracking().Where(target => ids.Contains(target.Goal)).OrderBy(target => target.Id).ToListAsync(cancel);
        var bare = goals.Find(goal => targets.TrueForAll(target => target.Goal != goal.Id));
        var names = (await catalogue.AllAsync(cancel)).ToDictionary(metric => metric.Key, metric => metric.Name, StringComparer.Ordinal);
        var numbers = goals.Count == 0 || bare is not null
            ? null
            : string.Join(", ", targets.Select(target => names.GetValueOrDefault(target.Metric, target.Metric)).Distinct(StringComparer.Ordinal).Take(3));
        return
        [
            (10, new GuideQuestion("goal", goals.Count == 0 ? null : string.Join("; ", goals.Take(3).Select(goal => goal.Title)))),
            (30, new GuideQuestion("number", numbers, bare?.Id.ToString(), bare?.Title)),
        ];
    }
}
