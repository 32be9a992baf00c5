using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>A plan's frozen versions.</summary>
[Scoped]
public sealed class PlanHistory(Db db, PlanSnapshots snapshots, ICurrent current)
{
    /// <summary>Freezes the plan as it is as the version it now carries; gives what changed since the version before.</summary>
    public async Task<IReadOnlyList<string>> FreezeAsync(Plan plan, string? reason, CancellationToken cancel)
    {
        var now = await snapshots.WriteAsync(plan, nextCycle: false, cancel);
        var before = await LatestAsync(plan.Id, cancel);
        IReadOnlyList<string> changes = before is null ? [] : await snapshots.ChangesAsync(before.Parts, now, cancel);
        db.Add(new PlanVersion(plan, now, changes, reason, current.Name));
        return changes;
    }

    /// <summary>The last version that came into force; null for an outline.</summary>
    public Task<PlanVersion?> LatestAsync(Id<Plan> plan, CancellationToken cancel) =>
        db.Set<PlanVersion>().AsNoTracking().Where(version => version.Plan == plan).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The version of a number, or 404.</summary>
    public async Task<PlanVersion> FindAsync(Id<Plan> plan, int number, CancellationToken cancel) =>
        Rule.Found(await db.Set<PlanVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.Plan == plan && version.Number == number, cancel), "version");

    /// <summary>What changed since the version in force.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(Plan plan, CancellationToken cancel) =>
        await LatestAsync(plan.Id, cancel) is { } latest
            ? await snapshots.ChangesAsync(latest.Parts, await snapshots.WriteAsync(plan, nextCycle: false, cancel), cancel)
            : [];
}
