using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Plans as what guests can be limited to.</summary>
internal sealed class PlanTargets(Db db) : ISightTargets
{
    public string Prefix => Id<Plan>.Prefix;

    public async Task<SightTarget?> FindAsync(string id, CancellationToken cancel) =>
        Id<Plan>.TryParse(id, null, out var key) && await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == key, cancel) is { } found
            ? new SightTarget(id, found.Brand.ToString())
            : null;
}
