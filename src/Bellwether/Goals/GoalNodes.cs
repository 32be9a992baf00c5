using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Lets comments, the journal and search point to goals.</summary>
internal sealed class GoalNode(Db db) : NodesOf<Goal>(db, row => new PlanNode(row.Brand, row.Plan, row.Title, $"/goals/{row.Id}"));

/// <summary>Lets comments, the journal and search point to numeric targets.</summary>
internal sealed class KpiTargetNode(Db db) : NodesOf<KpiTarget>(db, async (row, cancel) =>
    await db.Set<Goal>().AsNoTracking().FirstOrDefaultAsync(goal => goal.Id == row.Goal, cancel) is { } goal
        ? new PlanNode(goal.Brand, goal.Plan, $"{row.Metric} of {goal.Title}", $"/goals/{goal.Id}")
        : null);

/// <summary>Lets comments, the journal and search point to assumptions.</summary>
internal sealed class AssumptionNode(Db db) : NodesOf<Assumption>(db, row => new PlanNode(row.Brand, row.Plan, row.Statement, $"/goals/assumptions?assumption={row.Id}"));

/// <summary>Lets comments, the journal and search point to expectations.</summary>
internal sealed class ExpectationNode(Db db) : NodesOf<Expectation>(db, row => new PlanNode(row.Brand, row.Plan, row.Words ?? $"{row.Metric} expected", "/goals/assumptions"));

/// <summary>Lets comments, the journal and search point to premortem entries.</summary>
internal sealed class PremortemNode(Db db) : NodesOf<PremortemEntry>(db, (row, cancel) => PlanNode.OfAsync(db, row.Plan, row.Reason, "/goals/attainability", cancel));

/// <summary>Lets comments, the journal and search point to communication objectives.</summary>
internal sealed class ObjectiveNode(Db db) : NodesOf<Objective>(db, (row, cancel) => PlanNode.OfAsync(db, row.Plan, row.Title, "/goals/alignment", cancel));

/// <summary>Lets comments, the journal and search point to business objectives.</summary>
internal sealed class BusinessObjectiveNode(Db db) : NodesOf<BusinessObjective>(db, (row, cancel) => PlanNode.OfAsync(db, row.Plan, row.Title, "/goals/alignment", cancel));
