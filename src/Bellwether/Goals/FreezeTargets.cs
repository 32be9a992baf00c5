using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Freezes every target when its plan comes into force, and again with each revision.</summary>
internal sealed class FreezeTargets(Db db, TimeProvider clock) : IReact<PlanActivated>, IReact<PlanRevised>
{
    public Task ReactAsync(PlanActivated happened, CancellationToken cancel) => FreezeAsync(happened.Plan, happened.Number, cancel);

    public Task ReactAsync(PlanRevised happened, CancellationToken cancel) => FreezeAsync(happened.Plan, happened.Number, cancel);

    private async Task FreezeAsync(Id<Plan> plan, int number, CancellationToken cancel)
    {
        var goals = await db.Set<Goal>().Where(goal => goal.Plan == plan).Select(goal => goal.Id).ToListAsync(cancel);
        foreach (var target in await db.Set<KpiTarget>().Where(target => goals.Contains(target.Goal)).ToListAsync(cancel))
        {
            target.Freeze(number, clock.Now());
        }
    }
}
