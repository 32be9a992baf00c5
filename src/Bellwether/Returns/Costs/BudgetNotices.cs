using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Costs;

/// <summary>What is told of budgets that are full or nearly so, with the figures of the moment it is read.</summary>
internal sealed class BudgetNotices(Db db, BudgetBook book) : IStandingNotices
{
    internal const string Word = "budget";

    public string Kind => Word;

    internal static bool Tells(BudgetView budget) => budget.Use.Level is BudgetLevel.Near or BudgetLevel.Reached;

    internal static string Say(BudgetView budget) => $"Budget “{budget.Sheet.Title}”: {budget.Use.Sentence}";

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Id<Brand> brand, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var of = await db.FindAsync(brand, "brand", cancel);
        var ids = keys.ToDictionary(key => key, key => key.Split(' ')[1], StringComparer.Ordinal);
        var budgets = (await db.Set<Budget>().AsNoTracking().Where(row => row.Brand == brand).ToListAsync(cancel)).Where(row => ids.ContainsValue(row.Id.ToString())).ToLookup(row => row.Plan);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var own in budgets)
        {
            if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == own.Key && plan.Status != PlanStatus.Closed, cancel) is not { } plan)
            {
                continue;
            }

            foreach (var budget in (await book.ViewsAsync(plan, of, [.. own], cancel)).Where(Tells))
            {
                words[budget.Id.ToString()] = Say(budget);
            }
        }

        return ids.Where(one => words.ContainsKey(one.Value)).ToDictionary(one => one.Key, one => words[one.Value], StringComparer.Ordinal);
    }
}
