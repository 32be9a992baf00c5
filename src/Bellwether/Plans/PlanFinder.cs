using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Finds plans for whoever asks: 404 also where the member may not see the plan's brand.</summary>
[Scoped]
public sealed class PlanFinder(Db db, ICurrent current)
{
    /// <summary>The plan, tracked for change.</summary>
    public async Task<Plan> FindAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await db.FindAsync(id, "plan", cancel);
        return current.MaySee(plan.Brand.Value) ? plan : throw Rule.Missing("plan");
    }

    /// <summary>The plan and its brand.</summary>
    public async Task<(Plan Plan, Brand Brand)> FindWithBrandAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await FindAsync(id, cancel);
        return (plan, await db.FindAsync(plan.Brand, "brand", cancel));
    }

    /// <summary>The brand, where the member may see it.</summary>
    public async Task<Brand> BrandAsync(Id<Brand> id, CancellationToken cancel)
    {
        var brand = await db.FindAsync(id, "brand", cancel);
        return current.MaySee(id.Value) ? brand : throw Rule.Missing("brand");
    }

    /// <summary>The plan of the next cycle, once it exists.</summary>
    public Task<Plan?> SuccessorAsync(Id<Plan> id, CancellationToken cancel) =>
        db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Predecessor == id, cancel);
}
