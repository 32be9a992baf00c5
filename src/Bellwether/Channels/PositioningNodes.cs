using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Lets comments, the journal and search point to the positioning.</summary>
internal sealed class PositioningNodes(Db db) : NodesOf<Positioning>(db, row => new PlanNode(row.Brand, row.Plan, "Positioning", "/channels/positioning"));

/// <summary>Lets comments, the journal and search point to claims.</summary>
internal sealed class ClaimNodes(Db db) : NodesOf<Claim>(db, row => new PlanNode(row.Brand, row.Plan, row.Text, "/channels/positioning"));

/// <summary>Lets comments, the journal and search point to conversation starters.</summary>
internal sealed class ConversationStarterNodes(Db db) : NodesOf<ConversationStarter>(db, row => new PlanNode(row.Brand, row.Plan, row.Text, "/channels/positioning"));

/// <summary>Lets comments, the journal and search point to ideas of operations.</summary>
internal sealed class OperationIdeaNodes(Db db) : NodesOf<OperationIdea>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, "/channels/candidates"));

/// <summary>Lets comments, the journal and search point to highlights.</summary>
internal sealed class ActivationNodes(Db db) : NodesOf<Activation>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, $"/channels/{row.Channel}"));

/// <summary>Lets comments, the journal and search point to conversation slots.</summary>
internal sealed class ConversationSlotNodes(Db db) : NodesOf<ConversationSlot>(db, row => new PlanNode(row.Brand, row.Plan, row.Question, $"/channels/{row.Channel}"));
