using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Lets comments, the journal and search point to accounts.</summary>
internal sealed class AccountNodes(Db db) : NodesOf<SocialAccount>(db, row => new PlanNode(row.Brand, null, $"{row.Handle} on {row.Network}", $"/audit/{row.Id}"));
