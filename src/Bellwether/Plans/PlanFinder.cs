using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Finds plans with what belongs to them.</summary>
[Scoped]
public sealed class PlanFinder(Db db)
{
    /// <summary>The plan, tracked for change.</summary>
    public Task<Plan> FindAsync(Id<Plan> id, CancellationToken cancel) => db.FindAsync(id, "plan", cancel);

    /// <summary>The plan and its brand.</summary>
    public async Task<(Plan Plan, Brand Brand)> FindWithBrandAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await FindAsync(id, cancel);
        return (plan, await BrandAsync(plan.Brand, cancel));
    }

    /// <summary>The plan, when it may still be changed; 422 for a closed one.</summary>
    public async Task<Plan> EditAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await FindAsync(id, cancel);
        plan.RequireEditable();
        return plan;
    }

    /// <summary>The plan and its brand, when the plan may still be changed; 422 for a closed one.</summary>
    public async Task<(Plan Plan, Brand Brand)> EditWithBrandAsync(Id<Plan> id, CancellationToken cancel)
    {
        var plan = await EditAsync(id, cancel);
        return (plan, await BrandAsync(plan.Brand, cancel));
    }

    /// <summary>The brand.</summary>
    public Task<Brand> BrandAsync(Id<Brand> id, CancellationToken cancel) => db.FindAsync(id, "brand", cancel);

    /// <summary>The plan of the next cycle, once it exists.</summary>
    public Task<Plan?> SuccessorAsync(Id<Plan> id, CancellationToken cancel) =>
        db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Predecessor == id, cancel);
}
