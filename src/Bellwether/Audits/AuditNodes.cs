using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Lets comments, the journal and search point to audits.</summary>
internal sealed class AuditNodes(Db db) : NodesOf<Audit>(db, row => new PlanNode(row.Brand, null, row.Title, $"/audit/audits?audit={row.Id}"));

/// <summary>Lets comments, the journal and search point to cases of impersonation.</summary>
internal sealed class CaseNodes(Db db) : NodesOf<ImpersonationCase>(db, row => new PlanNode(row.Brand, null, row.Handle ?? row.Url, $"/audit/cases?case={row.Id}"));
