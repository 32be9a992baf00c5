using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Removes a goal with its targets and check-ins; goals that were a part of it stand on their own. The recorded numbers stay.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveGoal(Id<Goal> Goal, string? Why = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<RemoveGoal, Done>
    {
        public async Task<Done> HandleAsync(RemoveGoal request, CancellationToken cancel)
        {
            var (goal, plan, _) = await finder.ToChangeAsync(request.Goal, cancel);
            foreach (var child in await db.Set<Goal>().Where(other => other.Parent == goal.Id).ToListAsync(cancel))
            {
                child.Join(null, []);
            }

            db.RemoveRange(await db.Set<KpiTarget>().Where(target => target.Goal == goal.Id).ToListAsync(cancel));
            db.RemoveRange(await db.Set<CheckIn>().Where(checkIn => checkIn.Goal == goal.Id).ToListAsync(cancel));
            db.Remove(goal);
            journal.Say($"removed the goal “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id, request.Why);
            return Done.It;
        }
    }
}
