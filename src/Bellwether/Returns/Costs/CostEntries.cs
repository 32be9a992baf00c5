using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Returns.Costs;

/// <summary>An entered cost as it is shown.</summary>
/// <param name="WorkTitle">What it is for; null for the plan as a whole, or what is no longer there.</param>
public sealed record CostEntryView(Id<CostEntry> Id, Id<Plan> Plan, CostSheet Sheet, string? WorkTitle, int Version) : IVersioned;

/// <summary>Enters a cost of a plan that nothing else in the program knows: production, an agency, a boosted post. Hours, tools and lines of the media ledger have places of their own.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddCost(Id<Plan> Plan, CostSheet Sheet) : ICommand<CostEntryView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Nodes nodes, Journal journal) : IHandle<AddCost, CostEntryView>
    {
        public async Task<CostEntryView> HandleAsync(AddCost request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var title = request.Sheet.Work is { } work ? (await nodes.FindAsync(work, cancel, plan)).Title : null;
            var cost = new CostEntry(plan, request.Sheet);
            db.Add(cost);
            journal.Say($"entered the cost “{cost.Title}” of {cost.Amount.Say()}", plan.Brand.Value, plan.Id.Value, cost.Id);
            return new CostEntryView(cost.Id, plan.Id, cost.Sheet, title, cost.Version);
        }
    }
}

/// <summary>Changes an entered cost: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeCost(Id<CostEntry> Cost, CostSheet Sheet, int? IfVersion = null) : ICommand<CostEntryView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, Nodes nodes, Journal journal) : IHandle<ChangeCost, CostEntryView>
    {
        public async Task<CostEntryView> HandleAsync(ChangeCost request, CancellationToken cancel)
        {
            var cost = await db.FindAsync(request.Cost, "cost", cancel);
            cost.Expect(request.IfVersion);
            var plan = await plans.FindAsync(cost.Plan, cancel);
            var title = request.Sheet.Work is { } work ? (await nodes.FindAsync(work, cancel, plan)).Title : null;
            cost.Write(request.Sheet);
            journal.Say($"changed the cost “{cost.Title}” to {cost.Amount.Say()}", plan.Brand.Value, plan.Id.Value, cost.Id);
            return new CostEntryView(cost.Id, plan.Id, cost.Sheet, title, cost.Version);
        }
    }
}

/// <summary>Takes an entered cost away.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveCost(Id<CostEntry> Cost) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveCost, Done>
    {
        public async Task<Done> HandleAsync(RemoveCost request, CancellationToken cancel)
        {
            var cost = await db.FindAsync(request.Cost, "cost", cancel);
            db.Remove(cost);
            journal.Say($"took the cost “{cost.Title}” away", cost.Brand.Value, cost.Plan.Value, cost.Id);
            return Done.It;
        }
    }
}
