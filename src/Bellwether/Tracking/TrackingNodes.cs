using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Tracking;

/// <summary>Lets the journal, comments and search point to tracked links.</summary>
internal sealed class LinkNodes(Db db) : NodesOf<TrackedLink>(db, row => new PlanNode(row.Brand, null, row.Title ?? row.Target, $"/tracking/links?link={row.Id}"));

/// <summary>Lets the journal, comments and search point to deals.</summary>
internal sealed class DealNodes(Db db) : NodesOf<Deal>(db, row => new PlanNode(row.Brand, null, $"{row.Title} ({row.Code})", "/tracking"));

/// <summary>Lets the journal, comments and search point to pieces of collateral.</summary>
internal sealed class CollateralNodes(Db db) : NodesOf<Collateral>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, $"/tracking/collateral?item={row.Id}"));

/// <summary>Lets the journal and comments point to assisted deals.</summary>
internal sealed class AssistedDealNodes(Db db) : NodesOf<AssistedDeal>(db, row => new PlanNode(row.Brand, null, row.Title, $"/tracking/collateral?item={row.Items[0]}"));
