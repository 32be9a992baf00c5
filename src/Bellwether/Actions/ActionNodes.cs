using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Lets comments, the journal and search point to one kind of work.</summary>
internal abstract class WorkNodes<T>(Db db) : NodesOf<T>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, $"/actions/{row.Key}"))
    where T : Work<T>;

/// <summary>Tactics as nodes of the plan.</summary>
internal sealed class TacticNodes(Db db) : WorkNodes<Tactic>(db);

/// <summary>Actions as nodes of the plan.</summary>
internal sealed class ActionItemNodes(Db db) : WorkNodes<ActionItem>(db);

/// <summary>Steps as nodes of the plan.</summary>
internal sealed class StepNodes(Db db) : WorkNodes<Step>(db);
