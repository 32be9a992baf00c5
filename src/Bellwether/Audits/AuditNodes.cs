using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Lets comments, the journal and search point to audits.</summary>
internal sealed class AuditNodes(Db db) : INodeSource
{
    public string Prefix => Id<Audit>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Audit>.TryParse(id, null, out var key) && await db.Set<Audit>().AsNoTracking().FirstOrDefaultAsync(audit => audit.Id == key, cancel) is { } audit
            ? new PlanNode(audit.Brand, null, audit.Title, $"/audit/audits?audit={audit.Id}")
            : null;
}

/// <summary>Lets comments, the journal and search point to cases of impersonation.</summary>
internal sealed class CaseNodes(Db db) : INodeSource
{
    public string Prefix => Id<ImpersonationCase>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<ImpersonationCase>.TryParse(id, null, out var key) && await db.Set<ImpersonationCase>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } row
            ? new PlanNode(row.Brand, null, row.Handle ?? row.Url, $"/audit/cases?case={row.Id}")
            : null;
}
