using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Finds pieces of research for whoever asks: 404 where the member may not see the brand, 422 for changes to a closed plan.</summary>
[Scoped]
public sealed class ResearchDesk(Db db, PlanFinder plans, TimeProvider clock, Journal journal)
{
    public Task<Plan> PlanAsync(Id<Plan> id, CancellationToken cancel) => plans.FindAsync(id, cancel);

    /// <summary>The plan, when it may still be changed.</summary>
    public Task<Plan> PlanToChangeAsync(Id<Plan> id, CancellationToken cancel) => plans.EditAsync(id, cancel);

    /// <summary>The plan, its brand, and the brand's date.</summary>
    public async Task<(Plan Plan, Brand Brand, LocalDate Today)> SceneAsync(Id<Plan> id, CancellationToken cancel)
    {
        var (plan, brand) = await plans.FindWithBrandAsync(id, cancel);
        return (plan, brand, clock.Today(brand.Zone));
    }

    /// <summary>The brand's date.</summary>
    public async Task<LocalDate> TodayAsync(Id<Brand> brand, CancellationToken cancel) => clock.Today((await db.FindAsync(brand, "brand", cancel)).Zone);

    /// <summary>One piece, tracked for change.</summary>
    public async Task<T> FindAsync<T>(Id<T> id, string what, CancellationToken cancel)
        where T : PlanResearch<T>
    {
        var piece = await db.FindAsync(id, what, cancel);
        await plans.BrandAsync(piece.Brand, cancel);
        return piece;
    }

    /// <summary>One piece of a plan that may still be changed, at the version the caller saw.</summary>
    public async Task<T> ToChangeAsync<T>(Id<T> id, string what, int? version, CancellationToken cancel)
        where T : PlanResearch<T>
    {
        var piece = await FindAsync(id, what, cancel);
        await PlanToChangeAsync(piece.Plan, cancel);
        piece.Expect(version);
        return piece;
    }

    /// <summary>Every piece of this kind behind a plan, the oldest first.</summary>
    public Task<List<T>> AllAsync<T>(Id<Plan> plan, CancellationToken cancel)
        where T : PlanResearch<T> =>
        db.Set<T>().AsNoTracking().Where(piece => piece.Plan == plan).OrderBy(piece => piece.Place).ToListAsync(cancel);

    /// <summary>Puts a piece away for good and says so.</summary>
    public async Task<Done> RemoveAsync<T>(Id<T> id, string what, Func<T, string> name, CancellationToken cancel)
        where T : PlanResearch<T>
    {
        var piece = await ToChangeAsync(id, what, null, cancel);
        db.Remove(piece);
        Say(piece, $"removed the {what} “{name(piece)}”");
        return Done.It;
    }

    /// <summary>Writes what happened into the plan's journal.</summary>
    public void Say<T>(PlanResearch<T> piece, string what, string? why = null)
        where T : PlanResearch<T> => journal.Say(what, piece.Brand.Value, piece.Plan.Value, piece.Id, why);
}
