using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Lets the journal, comments and search point to tracked links.</summary>
internal sealed class LinkNodes(Db db) : NodesOf<TrackedLink>(db, row => new PlanNode(row.Brand, null, row.Title ?? row.Target, $"/tracking/links?link={row.Id}"));

/// <summary>Lets the journal, comments and search point to deals.</summary>
internal sealed class DealNodes(Db db) : NodesOf<Deal>(db, row => new PlanNode(row.Brand, null, $"{row.Title} ({row.Code})", "/tracking"));
