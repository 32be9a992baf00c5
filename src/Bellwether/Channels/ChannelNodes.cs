using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Lets comments, the journal and search point to channels.</summary>
internal sealed class ChannelNodes(Db db) : NodesOf<Channel>(db, row => new PlanNode(row.Brand, row.Plan, NetworkCatalogue.Of(row.Network).Name, $"/channels/{row.Id}"));

/// <summary>Lets comments, the journal and search point to themes.</summary>
internal sealed class ContentPillarNodes(Db db) : NodesOf<ContentPillar>(db, row => new PlanNode(row.Brand, row.Plan, row.Name, "/channels"));
