using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Attribution;

/// <summary>How a brand gives credit.</summary>
/// <param name="Model">Who gets it.</param>
/// <param name="LookBackDays">How many days before a conversion a touch may lie.</param>
public sealed record CreditRulesView(Id<Brand> Brand, AttributionModel Model, int LookBackDays);

/// <summary>Chooses by which model the brand's goals, posts and returns count what came back. Reports go on showing all of them.</summary>
/// <param name="LookBackDays">How many days before a conversion a touch may lie: 1 to 90.</param>
[Needs(Permission.EditPlan)]
public sealed record SetCreditRules(Id<Brand> Brand, AttributionModel Model, int LookBackDays = CreditRules.UsualDays) : ICommand<CreditRulesView>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<SetCreditRules, CreditRulesView>
    {
        public async Task<CreditRulesView> HandleAsync(SetCreditRules request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await db.Set<CreditRules>().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
            if (rules is null)
            {
                db.Add(rules = new CreditRules(brand.Id));
            }

            rules.Choose(request.Model, request.LookBackDays);
            journal.Say($"chose to give credit by {JsonNamingPolicy.CamelCase.ConvertName(request.Model.ToString())}, {request.LookBackDays} days back", brand.Id.Value, subject: brand.Id);
            return new CreditRulesView(brand.Id, rules.Model, rules.LookBackDays);
        }
    }
}

/// <summary>How a brand gives credit.</summary>
[Needs(Permission.Read)]
public sealed record CreditRulesDetail(Id<Brand> Brand) : IQuery<CreditRulesView>
{
    internal sealed class Handler(Db db, CreditedReturns returns) : IHandle<CreditRulesDetail, CreditRulesView>
    {
        public async Task<CreditRulesView> HandleAsync(CreditRulesDetail request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var rules = await returns.RulesAsync(brand.Id, cancel);
            return new CreditRulesView(brand.Id, rules.Model, rules.LookBackDays);
        }
    }
}
