using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>Lets the journal, comments and search point to tracked links.</summary>
internal sealed class LinkNodes(Db db) : INodeSource
{
    public string Prefix => Id<TrackedLink>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<TrackedLink>.TryParse(id, null, out var key) && await db.Set<TrackedLink>().AsNoTracking().FirstOrDefaultAsync(link => link.Id == key, cancel) is { } link
            ? new PlanNode(link.Brand, null, link.Title ?? link.Target, $"/tracking/links?link={link.Id}")
            : null;
}

/// <summary>Lets the journal, comments and search point to deals.</summary>
internal sealed class DealNodes(Db db) : INodeSource
{
    public string Prefix => Id<Deal>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Deal>.TryParse(id, null, out var key) && await db.Set<Deal>().AsNoTracking().FirstOrDefaultAsync(deal => deal.Id == key, cancel) is { } deal
            ? new PlanNode(deal.Brand, null, $"{deal.Title} ({deal.Code})", "/tracking")
            : null;
}
