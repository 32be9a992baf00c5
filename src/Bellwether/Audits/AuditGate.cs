using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>Before a plan is activated: is there a recent audit, and does every account in use say what it is for. It warns; whether a missing audit blocks is the plan's to choose.</summary>
internal sealed class AuditGate(Db db, AuditBaselines audits, TimeProvider clock) : IGate
{
    private const string Step = "Audits";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var findings = new List<GateFinding>();
        var rules = await RulesOf.BrandAsync(db, plan.Brand, cancel);
        var today = clock.Today((await db.Set<Brand>().AsNoTracking().FirstAsync(brand => brand.Id == plan.Brand, cancel)).Zone);
        var audit = await audits.LatestAsync(plan.Brand, cancel);
        if (audit is null)
        {
            findings.Add(new("no-audit", false, "Nobody has looked at where the accounts stand. Close an audit, and goals begin from its numbers.", Step, null, "/audit/audits"));
        }
        else if (Period.DaysBetween(audit.On, today) is var age && age > rules.AuditEvery)
        {
            findings.Add(new("audit-old", false, $"The last audit shows {audit.On:uuuu-MM-dd}, {age} days ago; after {rules.AuditEvery} it says little. Open a new one.", Step, audit.Id.ToString()));
        }

        var accounts = await db.Set<SocialAccount>().AsNoTracking()
            .Where(account => account.Brand == plan.Brand && account.ArchivedAt == null && (account.Status == AccountStatus.Active || account.Status == AccountStatus.Unexplained) && account.Purpose == null).ToListAsync(cancel);
        findings.AddRange(accounts.OrderBy(account => account.Id).Select(account =>
            new GateFinding("account-without-purpose", false, $"Nobody says what “{account.Handle}” on {account.Network} is for. Write its purpose, park it or delete it.", Step, account.Id.ToString())));
        return findings;
    }
}
