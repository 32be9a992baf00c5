using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>A brand's rules for looking after its accounts, in days.</summary>
public sealed record AuditRulesView(int AttestEvery, int ChaseAfter, int SearchEvery, int AuditEvery, IReadOnlyList<string> Keywords, int Version) : IVersioned
{
    public static AuditRulesView Of(AuditRules rules) => new(rules.AttestEvery, rules.ChaseAfter, rules.SearchEvery, rules.AuditEvery, rules.Keywords, rules.Version);
}

/// <summary>How often a brand confirms its accounts, chases reports and searches for strangers.</summary>
[Needs(Permission.Read)]
public sealed record AuditRulesDetail(Id<Brand> Brand) : IQuery<AuditRulesView>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<AuditRulesDetail, AuditRulesView>
    {
        public async Task<AuditRulesView> HandleAsync(AuditRulesDetail request, CancellationToken cancel) =>
            AuditRulesView.Of(await RulesOf.BrandAsync(db, (await plans.BrandAsync(request.Brand, cancel)).Id, cancel));
    }
}

/// <summary>Sets how often a brand confirms its accounts, chases reports and searches for strangers; what is left out stays.</summary>
/// <param name="AttestEvery">Days after which an owner confirms an account again.</param>
/// <param name="ChaseAfter">Days without an answer after which a report is chased.</param>
/// <param name="SearchEvery">Days after which the networks are searched again.</param>
/// <param name="AuditEvery">Days for which a closed audit counts as recent.</param>
/// <param name="Keywords">Words that people search for.</param>
[Needs(Permission.EditPlan)]
public sealed record SetAuditRules(
    Id<Brand> Brand,
    [property: Range(7, 730)] int? AttestEvery = null,
    [property: Range(1, 90)] int? ChaseAfter = null,
    [property: Range(7, 730)] int? SearchEvery = null,
    [property: Range(30, 730)] int? AuditEvery = null,
    IReadOnlyList<string>? Keywords = null) : ICommand<AuditRulesView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<SetAuditRules, AuditRulesView>
    {
        public async Task<AuditRulesView> HandleAsync(SetAuditRules request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rules = await db.Set<AuditRules>().FirstOrDefaultAsync(row => row.Brand == brand.Id, cancel);
            if (rules is null)
            {
                db.Add(rules = new AuditRules(brand.Id));
            }

            rules.Set(request.AttestEvery ?? rules.AttestEvery, request.ChaseAfter ?? rules.ChaseAfter, request.SearchEvery ?? rules.SearchEvery, request.AuditEvery ?? rules.AuditEvery);
            rules.Find(request.Keywords ?? rules.Keywords);
            journal.Say($"set the audit's rhythm: accounts each {rules.AttestEvery} days, reports after {rules.ChaseAfter}, searches each {rules.SearchEvery}", brand.Id.Value);
            return AuditRulesView.Of(rules);
        }
    }
}

/// <summary>The rules of a brand, or the usual ones.</summary>
internal static class RulesOf
{
    public static async Task<AuditRules> BrandAsync(Db db, Id<Brand> brand, CancellationToken cancel) =>
        await db.Set<AuditRules>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand, cancel) ?? new AuditRules(brand);
}
