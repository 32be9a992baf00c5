using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>The budgets of a plan as the part “budgets”. The next cycle sets its own.</summary>
internal sealed class BudgetsPart(Db db, PlanFinder plans) : IPlanPart
{
    public string Name => "budgets";

    public int Order => 2250;

    public async Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var budgets = nextCycle ? [] : await db.Set<Budget>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        return budgets.Count == 0 ? null : PartJson.Write(budgets.Select(row => new Written(row.Id, row.Title, row.Ceiling, row.From, row.Until, row.Work)).ToList());
    }

    public async Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel)
    {
        var brand = await plans.BrandAsync(plan.Brand, cancel);
        foreach (var (each, place) in PartJson.Read<IReadOnlyList<Written>>(Name, part).Select((each, place) => (each, place)))
        {
            db.Add(PartJson.At($"budgets[{place}]", () => new Budget(plan, new BudgetSheet(each.Title, each.Ceiling, each.From, each.Until, each.Work), brand.Currency) { Id = each.Id }));
        }
    }

    private sealed record Written(Id<Budget> Id, string Title, Money Ceiling, LocalDate From, LocalDate Until, string? Work = null);
}
