using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>An audit as it is listed and shown.</summary>
/// <param name="Closed">Whether it is a picture that no longer changes.</param>
/// <param name="Age">Days since the day it shows.</param>
/// <param name="Accounts">The accounts as they stood; while it is open, as they stand now.</param>
public sealed record AuditView(
    Id<Audit> Id, Id<Brand> Brand, string Title, LocalDate On, bool Closed, Instant? ClosedAt, string? ClosedBy, int Age, string? Summary,
    IReadOnlyList<AuditFigure> Figures, IReadOnlyList<AuditedAccount> Accounts, int Version) : IVersioned
{
    public static AuditView Of(Audit audit, IReadOnlyList<AuditedAccount> accounts, LocalDate today) => new(
        audit.Id, audit.Brand, audit.Title, audit.On, audit.ClosedAt is not null, audit.ClosedAt, audit.ClosedBy, Period.DaysBetween(audit.On, today), audit.Summary,
        [.. audit.Figures.OrderBy(figure => figure.Account).ThenBy(figure => figure.Metric, StringComparer.Ordinal)], accounts, audit.Version);
}

/// <summary>The audits of a brand, the newest first.</summary>
[Needs(Permission.Read)]
public sealed record AuditList(Id<Brand> Brand) : IQuery<IReadOnlyList<AuditView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, AuditDesk desk) : IHandle<AuditList, IReadOnlyList<AuditView>>
    {
        public async Task<IReadOnlyList<AuditView>> HandleAsync(AuditList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var audits = await db.Set<Audit>().AsNoTracking().Where(audit => audit.Brand == brand.Id).OrderByDescending(audit => audit.On).ThenByDescending(audit => audit.Id).ToListAsync(cancel);
            var views = new List<AuditView>();
            foreach (var audit in audits)
            {
                views.Add(await desk.ViewAsync(audit, brand, cancel));
            }

            return views;
        }
    }
}

/// <summary>One audit with its figures and the accounts as they stood.</summary>
[Needs(Permission.Read)]
public sealed record AuditDetail(Id<Audit> Audit) : IQuery<AuditView>
{
    internal sealed class Handler(AuditDesk desk) : IHandle<AuditDetail, AuditView>
    {
        public async Task<AuditView> HandleAsync(AuditDetail request, CancellationToken cancel)
        {
            var (audit, brand) = await desk.FindAsync(request.Audit, cancel);
            return await desk.ViewAsync(audit, brand, cancel);
        }
    }
}

/// <summary>Finds audits, shows them, and reads what the numbers on file say for them.</summary>
[Scoped]
public sealed class AuditDesk(Db db, PlanFinder plans, AccountBook accounts, ObservationBook numbers, TimeProvider clock)
{
    /// <summary>Numbers older than this many days are no picture of today.</summary>
    public const int Fresh = 30;

    /// <summary>Metrics that every audit looks for.</summary>
    internal static readonly string[] Usual = ["followers", "posts_published", "engagements", "reach", "impressions", "link_clicks", "er_followers"];

    public async Task<(Audit Audit, Brand Brand)> FindAsync(Id<Audit> id, CancellationToken cancel)
    {
        var audit = await db.FindAsync(id, "audit", cancel);
        return (audit, await plans.BrandAsync(audit.Brand, cancel));
    }

    public async Task<AuditView> ViewAsync(Audit audit, Brand brand, CancellationToken cancel) =>
        AuditView.Of(audit, audit.ClosedAt is null ? await AsTheyStandAsync(brand.Id, cancel) : audit.Accounts, clock.Today(brand.Zone));

    /// <summary>The accounts in use, as they stand now.</summary>
    public async Task<IReadOnlyList<AuditedAccount>> AsTheyStandAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var rows = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand && account.ArchivedAt == null).ToListAsync(cancel);
        var names = await db.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        var views = await accounts.OfAsync(brand, rows, cancel);
        return
        [
            .. views.OrderBy(view => view.Network, StringComparer.Ordinal).ThenBy(view => view.Handle, StringComparer.OrdinalIgnoreCase).Select(view => new AuditedAccount(
                view.Id, view.Network, view.Handle, view.Url, view.Owner is { } owner ? names.GetValueOrDefault(owner) : null, view.Purpose, view.Status, view.Disposition, view.Gaps, view.Profile.Share)),
        ];
    }

    /// <summary>Writes down, for each account, the newest number on file of the last 30 days up to the audit's day.</summary>
    public async Task<int> TakeAsync(Audit audit, CancellationToken cancel)
    {
        var ids = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == audit.Brand && account.ArchivedAt == null).Select(account => new { account.Id, account.Kpis }).ToListAsync(cancel);
        var keys = ids.SelectMany(account => Usual.Concat(account.Kpis).Distinct(StringComparer.Ordinal).Select(metric => new SeriesKey(account.Id.ToString(), metric))).ToList();
        var taken = 0;
        foreach (var (key, points) in await numbers.SeriesAsync(keys, audit.On.PlusDays(-Fresh), audit.On, cancel))
        {
            if (points is [.., var last])
            {
                audit.Record(new AuditFigure(Id<SocialAccount>.Parse(key.Subject), key.Metric, last.Value, last.Start, "numbers on file"));
                taken++;
            }
        }

        return taken;
    }
}
