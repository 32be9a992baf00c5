using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Reviews;

/// <summary>Finds reviews for whoever asks: 404 also where the member may not see the plan's brand.</summary>
[Scoped]
public sealed class ReviewFinder(Db db, PlanFinder plans)
{
    public async Task<(Review Review, Plan Plan, Brand Brand)> FindAsync(Id<Review> id, CancellationToken cancel)
    {
        var review = await db.FindAsync(id, "review", cancel);
        var (plan, brand) = await plans.FindWithBrandAsync(review.Plan, cancel);
        return (review, plan, brand);
    }

    /// <summary>A review that is open, to change it.</summary>
    public async Task<(Review Review, Plan Plan)> OpenAsync(Id<Review> id, CancellationToken cancel)
    {
        var (review, plan, _) = await FindAsync(id, cancel);
        review.RequireOpen();
        return (review, plan);
    }

    /// <summary>An item of an open review.</summary>
    public async Task<(AgendaItem Item, Review Review, Plan Plan)> ItemAsync(Id<Review> id, Id<AgendaItem> item, CancellationToken cancel)
    {
        var (review, plan) = await OpenAsync(id, cancel);
        var found = await db.FindAsync(item, "agenda item", cancel);
        return (Rule.Found(found.Review == review.Id ? found : null, "agenda item"), review, plan);
    }

    public Task<List<AgendaItem>> ItemsAsync(Id<Review> id, CancellationToken cancel) =>
        db.Set<AgendaItem>().Where(item => item.Review == id).OrderBy(item => item.Place).ToListAsync(cancel);
}

/// <summary>A review as a node.</summary>
internal sealed class ReviewNodes(Db db) : NodesOf<Review>(db, row => new PlanNode(row.Brand, row.Plan, row.Name, $"/reviews/{row.Id}"));

/// <summary>A plan is neither closed nor revised over an open review.</summary>
internal sealed class OpenReviews(Db db) : IKeepsPlanOpen
{
    public async Task<IReadOnlyList<string>> OpenThingsAsync(Plan plan, CancellationToken cancel)
    {
        var open = await db.Set<Review>().AsNoTracking().Where(review => review.Plan == plan.Id && review.Status == ReviewStatus.Open).ToListAsync(cancel);
        return [.. open.Select(review => review.Name)];
    }
}
