using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Tells Goals which tactics and actions serve which goal; an action without one, not even through its tactic, is an orphan.</summary>
internal sealed class ActionGoalLinks(Db db) : IGoalLinks
{
    public async Task<IReadOnlyList<GoalLink>> LinksAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var tactics = await db.Set<Tactic>().AsNoTracking().Where(row => row.Plan == plan && row.RemovedAt == null).OrderBy(row => row.Rank).ToListAsync(cancel);
        var actions = await db.Set<ActionItem>().AsNoTracking().Where(row => row.Plan == plan && row.RemovedAt == null).OrderBy(row => row.Rank).ToListAsync(cancel);
        var goals = tactics.ToDictionary(tactic => tactic.Id, tactic => tactic.Goal);
        return
        [
            .. tactics.Select(tactic => new GoalLink(tactic.Key, "tactic", tactic.Title, tactic.Goal, tactic.CreatedAt)),
            .. actions.Where(action => action.Tactic is not { } parent || goals.ContainsKey(parent))
                .Select(action => new GoalLink(action.Key, "action", action.Title, action.Goal ?? (action.Tactic is { } tactic ? goals[tactic] : null), action.CreatedAt)),
        ];
    }
}

/// <summary>Tells Goals how many actions can be measured: those with a way to tell that they are done.</summary>
internal sealed class MeasuredActions(Db db) : IMeasuredLevel
{
    public async Task<MeasuredLevel> LookAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var actions = await db.Set<ActionItem>().AsNoTracking().Where(row => row.Plan == plan && row.RemovedAt == null).OrderBy(row => row.Rank).ToListAsync(cancel);
        return new MeasuredLevel("actions", 500, actions.Count, [.. actions.Where(action => action.DoneWhen is null).Select(action => action.Title)]);
    }
}
