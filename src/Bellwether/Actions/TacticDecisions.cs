using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Actions;

/// <summary>Tells Research which tactics were decided; a tactic rests on what its goal rests on.</summary>
internal sealed class TacticDecisions(Db db) : IPlanDecisions
{
    public async Task<IReadOnlyList<PlanDecision>> DecisionsAsync(Id<Plan> plan, CancellationToken cancel) =>
        [.. (await db.Set<Tactic>().AsNoTracking().Where(tactic => tactic.Plan == plan && tactic.RemovedAt == null).OrderBy(tactic => tactic.Rank).ToListAsync(cancel))
            .Select(tactic => new PlanDecision(tactic.Key, "tactic", tactic.Title, tactic.Goal?.ToString()))];
}
