using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Tells Research which goals were decided; a part of a goal rests on what the goal rests on.</summary>
internal sealed class GoalDecisions(Db db) : IPlanDecisions
{
    public async Task<IReadOnlyList<PlanDecision>> DecisionsAsync(Id<Plan> plan, CancellationToken cancel) =>
        [.. (await db.Set<Goal>().AsNoTracking().Where(goal => goal.Plan == plan && goal.ClosedAt == null).OrderBy(goal => goal.Place).ToListAsync(cancel))
            .Select(goal => new PlanDecision(goal.Id.ToString(), "goal", goal.Title, goal.Parent?.ToString()))];
}
