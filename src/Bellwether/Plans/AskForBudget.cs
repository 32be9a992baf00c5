using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Says what money the plan asks its sponsor for, in the brand's currency, and by when the answer is needed.</summary>
/// <param name="NeededBy">The day by which the answer is needed.</param>
/// <param name="Why">What the money makes possible.</param>
[Needs(Permission.EditPlan)]
public sealed record AskForBudget(Id<Plan> Plan, Money Amount, LocalDate? NeededBy = null, [property: MaxLength(1000)] string? Why = null) : ICommand<BudgetAskView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<AskForBudget, BudgetAskView>
    {
        public async Task<BudgetAskView> HandleAsync(AskForBudget request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            SignOffDesk.RequireCurrency(brand, request.Amount);
            var ask = await db.Set<BudgetAsk>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (ask is null)
            {
                db.Add(ask = new BudgetAsk(plan.Id));
            }

            ask.For(request.Amount, request.NeededBy, request.Why);
            journal.Say($"asked for a budget of {ask.Amount.Say()}", plan.Brand.Value, plan.Id.Value, plan.Id, ask.Why);
            return new BudgetAskView(ask.Amount, ask.NeededBy, ask.Why);
        }
    }
}

/// <summary>Asks for no money any more.</summary>
[Needs(Permission.EditPlan)]
public sealed record WithdrawBudgetAsk(Id<Plan> Plan) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<WithdrawBudgetAsk, Done>
    {
        public async Task<Done> HandleAsync(WithdrawBudgetAsk request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            if (await db.Set<BudgetAsk>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) is { } ask)
            {
                db.Remove(ask);
                journal.Say($"asks no more for a budget of {ask.Amount.Say()}", plan.Brand.Value, plan.Id.Value, plan.Id);
            }

            return Done.It;
        }
    }
}

/// <summary>
/// What the plan asks for, as the part “budget”. Approvals are not written: they were given by people of this workspace for
/// this plan, and no file can give them. The next cycle asks anew.
/// </summary>
internal sealed class BudgetPart(Db db) : IPlanPart
{
    private sealed record Written(WrittenAsk? Ask = null);

    private sealed record WrittenAsk(Money Amount, LocalDate? NeededBy = null, string? Why = null);

    public string Name => "budget";

    public int Order => 50;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel) =>
        !nextCycle && await db.Set<BudgetAsk>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) is { } ask
            ? PartJson.Write(new Written(new WrittenAsk(ask.Amount, ask.NeededBy, ask.Why)))
            : null;

    public Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        if (PartJson.Read<Written>(Name, part).Ask is { } written)
        {
            var ask = new BudgetAsk(plan.Id);
            // In the currency of the file: there may be no rate, and nothing is counted against it.
            db.Add(PartJson.At("budget.ask", () =>
            {
                ask.For(written.Amount, written.NeededBy, written.Why);
                return ask;
            }));
        }

        return Task.CompletedTask;
    }
}
