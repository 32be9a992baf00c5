using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reviews;

/// <summary>Tells Research what reviews decided.</summary>
internal sealed class ReviewDecisions(Db db) : IPlanDecisions
{
    public async Task<IReadOnlyList<PlanDecision>> DecisionsAsync(Id<Plan> plan, CancellationToken cancel) =>
        [.. (await db.Set<Decision>().AsNoTracking().Where(decision => decision.Plan == plan).OrderBy(decision => decision.Id).ToListAsync(cancel))
            .Select(decision => new PlanDecision(decision.Id.ToString(), "decision", decision.Text))];
}

/// <summary>Lets comments, the journal and findings point to a decision.</summary>
internal sealed class DecisionNodes(Db db) : NodesOf<Decision>(db, (row, cancel) => PlanNode.OfAsync(db, row.Plan, row.Text, "/reviews/decisions", cancel));
