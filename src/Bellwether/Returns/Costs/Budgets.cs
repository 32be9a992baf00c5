using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Costs;

/// <summary>A budget and how full it is.</summary>
/// <param name="WorkTitle">What it is for; null for the plan as a whole, or what is no longer there.</param>
/// <param name="Missing">Costs that cannot be told and are not in it, in sentences.</param>
public sealed record BudgetView(Id<Budget> Id, Id<Plan> Plan, BudgetSheet Sheet, string? WorkTitle, BudgetUse Use, IReadOnlyList<string> Missing, int Version) : IVersioned;

/// <summary>Reads budgets with what their days cost.</summary>
[Scoped]
public sealed class BudgetBook(Db db, WorkPlaces places, CostBook costs, Nodes nodes, TimeProvider clock)
{
    /// <summary>The budgets of a plan, the fullest first.</summary>
    public async Task<IReadOnlyList<BudgetView>> AllAsync(Plan plan, Brand brand, CancellationToken cancel) =>
        [.. (await ViewsAsync(plan, brand, await db.Set<Budget>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel), cancel)).OrderByDescending(view => view.Use.Used).ThenBy(view => view.Sheet.Title, StringComparer.OrdinalIgnoreCase)];

    public async Task<IReadOnlyList<BudgetView>> ViewsAsync(Plan plan, Brand brand, IReadOnlyList<Budget> budgets, CancellationToken cancel)
    {
        var at = budgets.Count == 0 ? null : await places.OfAsync(plan, cancel);
        var views = new List<BudgetView>();
        foreach (var budget in budgets)
        {
            var all = await costs.OfAsync(plan, brand, at!, budget.From, budget.Until, clock.Today(brand.Zone), cancel);
            // Hours are paid anyway: a budget holds money that goes out.
            var money = UnknownCost.Say(all.Unknown.Where(cost => cost.Kind != CostKind.Labour && (budget.Work is null || Covers(cost.Place, budget.Work))));
            var same = budget.Currency == brand.Currency;
            views.Add(new BudgetView(
                budget.Id, plan.Id, budget.Sheet, budget.Work is { } work ? (await nodes.TryFindAsync(work, cancel))?.Title : null,
                BudgetUse.Of(budget.Ceiling, same ? all.Pieces.Where(piece => budget.Work is null || Covers(piece.Place, budget.Work)) : []),
                same ? money : [$"The brand reports in {brand.Currency} now. Say the ceiling in {brand.Currency}."], budget.Version));
        }

        return views;
    }

    private static bool Covers(WorkPlace place, string work) => place.Goal == work || place.Channel == work || place.Campaign == work || place.Theme == work;
}

/// <summary>The budgets of a plan and how full each is.</summary>
[Needs(Permission.Read)]
public sealed record BudgetList(Id<Plan> Plan) : IQuery<IReadOnlyList<BudgetView>>
{
    internal sealed class Handler(PlanFinder plans, BudgetBook book) : IHandle<BudgetList, IReadOnlyList<BudgetView>>
    {
        public async Task<IReadOnlyList<BudgetView>> HandleAsync(BudgetList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            return await book.AllAsync(plan, brand, cancel);
        }
    }
}

/// <summary>Says how much may be spent at most in a plan, or on one goal, channel, campaign or theme, within some days. Whoever runs the plan is told at 80 % and at 100 %.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddBudget(Id<Plan> Plan, BudgetSheet Sheet) : ICommand<BudgetView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Nodes nodes, BudgetBook book, Journal journal) : IHandle<AddBudget, BudgetView>
    {
        public async Task<BudgetView> HandleAsync(AddBudget request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            if (request.Sheet.Work is { } work)
            {
                await nodes.FindAsync(work, cancel, plan);
            }

            var budget = new Budget(plan, request.Sheet, brand.Currency);
            db.Add(budget);
            journal.Say($"set the budget “{budget.Title}” of {budget.Ceiling.Say()}", plan.Brand.Value, plan.Id.Value, budget.Id);
            return (await book.ViewsAsync(plan, brand, [budget], cancel))[0];
        }
    }
}

/// <summary>Changes a budget: the whole sheet is given.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeBudget(Id<Budget> Budget, BudgetSheet Sheet, int? IfVersion = null) : ICommand<BudgetView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder plans, Nodes nodes, BudgetBook book, Journal journal) : IHandle<ChangeBudget, BudgetView>
    {
        public async Task<BudgetView> HandleAsync(ChangeBudget request, CancellationToken cancel)
        {
            var budget = await db.FindAsync(request.Budget, "budget", cancel);
            budget.Expect(request.IfVersion);
            var (plan, brand) = await plans.EditWithBrandAsync(budget.Plan, cancel);
            if (request.Sheet.Work is { } work && work != budget.Work)
            {
                await nodes.FindAsync(work, cancel, plan);
            }

            budget.Write(request.Sheet, brand.Currency);
            journal.Say($"changed the budget “{budget.Title}” to {budget.Ceiling.Say()}", plan.Brand.Value, plan.Id.Value, budget.Id);
            return (await book.ViewsAsync(plan, brand, [budget], cancel))[0];
        }
    }
}

/// <summary>Takes a budget away; what was spent stays.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveBudget(Id<Budget> Budget) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<RemoveBudget, Done>
    {
        public async Task<Done> HandleAsync(RemoveBudget request, CancellationToken cancel)
        {
            var budget = await db.FindAsync(request.Budget, "budget", cancel);
            await plans.EditAsync(budget.Plan, cancel);
            db.Remove(budget);
            journal.Say($"took the budget “{budget.Title}” away", budget.Brand.Value, budget.Plan.Value, budget.Id);
            return Done.It;
        }
    }
}
