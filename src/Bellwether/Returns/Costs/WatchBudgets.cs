using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Costs;

/// <summary>How many budgets were told of for the first time.</summary>
public sealed record BudgetsWatched(int Count);

/// <summary>Tells whoever runs the plan when a budget reaches 80 % and 100 % of its ceiling, each once; what is no longer so is ended.</summary>
[Internal("The timetable sends it every hour.")]
[Needs(Permission.EditPlan)]
public sealed record WatchBudgets : ICommand<BudgetsWatched>
{
    internal sealed class Handler(Db db, BudgetBook book, Ticklers ticklers) : IHandle<WatchBudgets, BudgetsWatched>
    {
        public async Task<BudgetsWatched> HandleAsync(WatchBudgets request, CancellationToken cancel)
        {
            var plans = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Status != PlanStatus.Closed && db.Set<Budget>().Any(budget => budget.Plan == plan.Id)).ToListAsync(cancel);
            var due = new List<DueTickler>();
            foreach (var plan in plans)
            {
                var brand = await db.Set<Brand>().AsNoTracking().FirstAsync(row => row.Id == plan.Brand, cancel);
                due.AddRange((await book.AllAsync(plan, brand, cancel)).Where(BudgetNotices.Tells).Select(budget => new DueTickler(
                    // Another ceiling is another decision: reaching it is news again.
                    new Notice(plan.Brand, $"{BudgetNotices.Word} {budget.Id} {(budget.Use.Level == BudgetLevel.Reached ? 100 : 80)} {budget.Sheet.Ceiling.Minor}", BudgetNotices.Say(budget), $"/returns/budgets?plan={plan.Id}&budget={budget.Id}", plan.Id.Value), null)));
            }

            return new BudgetsWatched(await ticklers.KeepAsync(BudgetNotices.Word, due, cancel, standing: true));
        }
    }
}

/// <summary>Looks around every workspace that has budgets.</summary>
[Single]
public sealed class BudgetRound(Rounds rounds)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync(db => db.Set<Budget>().IgnoreQueryFilters().Select(row => row.WorkspaceKey), new WatchBudgets(), told => told.Count, cancel);
}
