using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Competitors;

/// <summary>Lets comments, the journal and search point to rivals.</summary>
internal sealed class CompetitorNodes(Db db) : INodeSource
{
    public string Prefix => Id<Competitor>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Competitor>.TryParse(id, null, out var key) && await db.Set<Competitor>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? new PlanNode(row.Brand, null, row.Name, $"/competitors?competitor={row.Id}")
            : null;
}

/// <summary>Lets comments, the journal and borrowed tactics point to practices.</summary>
internal sealed class PracticeNodes(Db db) : INodeSource
{
    public string Prefix => Id<BestPractice>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<BestPractice>.TryParse(id, null, out var key) && await db.Set<BestPractice>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? new PlanNode(row.Brand, null, row.Title, $"/competitors/practices?practice={row.Id}")
            : null;
}

/// <summary>Lets comments, the journal and borrowed tactics point to examples.</summary>
internal sealed class InspirationNodes(Db db) : INodeSource
{
    public string Prefix => Id<Inspiration>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Inspiration>.TryParse(id, null, out var key) && await db.Set<Inspiration>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? new PlanNode(row.Brand, null, row.Title, $"/competitors/inspiration?example={row.Id}")
            : null;
}

/// <summary>Lets comments and the journal point to borrowed tactics.</summary>
internal sealed class BorrowedNodes(Db db) : INodeSource
{
    public string Prefix => Id<BorrowedTactic>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<BorrowedTactic>.TryParse(id, null, out var key) && await db.Set<BorrowedTactic>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? new PlanNode(row.Brand, row.Plan, row.Title, $"/competitors/borrowed?tactic={row.Id}")
            : null;
}
