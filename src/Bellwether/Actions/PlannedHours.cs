using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Tells Goals what is left to do: every open leaf with its person, its day and what is left of its estimate.</summary>
internal sealed class PlannedHours(Db db, PlanFinder plans, TimeProvider clock) : IPlannedWork
{
    public async Task<IReadOnlyList<PlannedWork>> LookAsync(Plan plan, CancellationToken cancel)
    {
        // A book of its own: the one of the scope belongs to the use case that changes work.
        var book = new WorkBook(db, plans, clock);
        await book.LoadAsync(plan, cancel);
        return
        [
            .. book.Tree.Leaves.Where(leaf => leaf.Work.DoneAt is null).Select(leaf => new PlannedWork(
                leaf.Work.Key, leaf.Work.Title, leaf.Owner, GoalOf(leaf), leaf.DueAtLatest, leaf.Work.Estimate is { } hours ? decimal.Round(hours * (100 - leaf.Work.Percent) / 100, 2) : null)),
        ];
    }

    private static Id<Goal>? GoalOf(WorkNode node) =>
        node.Up.Select(up => up.Work switch { ActionItem action => action.Goal, Tactic tactic => tactic.Goal, _ => null }).FirstOrDefault(goal => goal is not null);
}
