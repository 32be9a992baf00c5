using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

internal sealed class GoalNode(Db db) : INodeSource
{
    public string Prefix => Id<Goal>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Goal>.TryParse(id, null, out var key) && await db.Set<Goal>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } goal
            ? new PlanNode(goal.Brand, goal.Plan, goal.Title, $"/goals/{goal.Id}")
            : null;
}

internal sealed class KpiTargetNode(Db db) : INodeSource
{
    public string Prefix => Id<KpiTarget>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<KpiTarget>.TryParse(id, null, out var key) || await db.Set<KpiTarget>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is not { } target)
        {
            return null;
        }

        var goal = await db.Set<Goal>().AsNoTracking().FirstAsync(row => row.Id == target.Goal, cancel);
        return new PlanNode(goal.Brand, goal.Plan, $"{target.Metric} of {goal.Title}", $"/goals/{goal.Id}");
    }
}

internal sealed class AssumptionNode(Db db) : INodeSource
{
    public string Prefix => Id<Assumption>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Assumption>.TryParse(id, null, out var key) && await db.Set<Assumption>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } assumption
            ? new PlanNode(assumption.Brand, assumption.Plan, assumption.Statement, $"/goals/assumptions?assumption={assumption.Id}")
            : null;
}

internal sealed class ExpectationNode(Db db) : INodeSource
{
    public string Prefix => Id<Expectation>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<Expectation>.TryParse(id, null, out var key) && await db.Set<Expectation>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } expectation
            ? new PlanNode(expectation.Brand, expectation.Plan, expectation.Words ?? $"{expectation.Metric} expected", "/goals/assumptions")
            : null;
}

internal sealed class PremortemNode(Db db) : INodeSource
{
    public string Prefix => Id<PremortemEntry>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<PremortemEntry>.TryParse(id, null, out var key) && await db.Set<PremortemEntry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } entry
            ? new PlanNode(await ObjectiveNode.BrandOf(db, entry.Plan, cancel), entry.Plan, entry.Reason, "/goals/attainability")
            : null;
}

internal sealed class ObjectiveNode(Db db) : INodeSource
{
    public string Prefix => Id<Objective>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<Objective>.TryParse(id, null, out var key) || await db.Set<Objective>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is not { } objective)
        {
            return null;
        }

        return new PlanNode(await BrandOf(db, objective.Plan, cancel), objective.Plan, objective.Title, "/goals/alignment");
    }

    internal static async Task<Id<Brand>> BrandOf(Db db, Id<Plan> plan, CancellationToken cancel) =>
        (await db.Set<Plan>().AsNoTracking().FirstAsync(row => row.Id == plan, cancel)).Brand;
}

internal sealed class BusinessObjectiveNode(Db db) : INodeSource
{
    public string Prefix => Id<BusinessObjective>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel) =>
        Id<BusinessObjective>.TryParse(id, null, out var key) && await db.Set<BusinessObjective>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key, cancel) is { } business
            ? new PlanNode(await ObjectiveNode.BrandOf(db, business.Plan, cancel), business.Plan, business.Title, "/goals/alignment")
            : null;
}
