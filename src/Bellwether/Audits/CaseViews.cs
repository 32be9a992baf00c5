using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>A piece of evidence as it is listed.</summary>
/// <param name="Hash">SHA-256 of the uploaded file, in hexadecimal.</param>
public sealed record EvidenceView(Id<CaseEvidence> Id, string Name, string ContentType, long Bytes, string Hash, string By, Instant TakenAt, Instant UploadedAt, string? Note);

/// <summary>A case of impersonation.</summary>
/// <param name="Next">Where it may go from here.</param>
/// <param name="Chase">Whether it is time to ask again.</param>
/// <param name="Waiting">Days since the last word of either side, while an answer is waited for.</param>
/// <param name="Form">The page where the network takes reports, if it has one.</param>
/// <param name="Elements">How many copied parts the network asks for.</param>
/// <param name="FormNote">What to have at hand.</param>
public sealed record CaseView(
    Id<ImpersonationCase> Id, Id<Brand> Brand, string Network, string Url, string? Handle, IReadOnlyList<IdentityElement> Copied, string? Notes, CaseStatus Status, IReadOnlyList<CaseStatus> Next,
    Instant FoundAt, Instant? ReportedAt, string? Reference, LocalDate? ChaseOn, bool Chase, int? Waiting, Instant? RemovedAt, IReadOnlyList<CaseMove> History, int Evidence,
    string? Form, int Elements, string? FormNote, int Version) : IVersioned
{
    public static CaseView Of(ImpersonationCase row, LocalDate today, Instant now)
    {
        var rule = NetworkCatalogue.Of(row.Network).Fakes;
        return new(
            row.Id, row.Brand, row.Network, row.Url, row.Handle, row.Copied, row.Notes, row.Status, CaseMoves.From(row.Status),
            row.History[0].At, row.ReportedAt, row.Reference, row.ChaseOn, row.ChaseOn <= today, row.Status.Waits() ? (int)(now - row.History[^1].At).TotalDays : null,
            row.RemovedAt, row.History, row.EvidenceCount, rule.Form, rule.Elements, rule.Note, row.Version);
    }
}

/// <summary>A case with its evidence.</summary>
public sealed record CaseDetailView(CaseView Case, IReadOnlyList<EvidenceView> Evidence);

/// <summary>A brand's cases and what came of them.</summary>
/// <param name="Reported">How many were ever reported.</param>
/// <param name="Removed">How many of those are gone.</param>
/// <param name="RemovalRate">Removed over reported, from 0 to 1; null while none was reported.</param>
/// <param name="MedianDays">The median of days from the report to the removal; null while none is gone.</param>
/// <param name="Open">How many are neither removed nor dismissed.</param>
public sealed record CaseListView(IReadOnlyList<CaseView> Cases, int Reported, int Removed, decimal? RemovalRate, decimal? MedianDays, int Open, int ToChase);

/// <summary>The cases of a brand, those to chase first, with the removal rate and the median of days it took.</summary>
[Needs(Permission.Read)]
public sealed record CaseList(Id<Brand> Brand) : IQuery<CaseListView>
{
    internal sealed class Handler(Db db, PlanFinder plans, TimeProvider clock) : IHandle<CaseList, CaseListView>
    {
        public async Task<CaseListView> HandleAsync(CaseList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<ImpersonationCase>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel);
            var now = clock.Now();
            var views = rows.Select(row => CaseView.Of(row, now.InZone(brand.Zone).Date, now)).OrderByDescending(row => row.Chase).ThenByDescending(row => row.FoundAt).ToList();
            var reported = rows.Count(row => row.ReportedAt is not null);
            var removed = rows.Where(row => row.RemovedAt is not null).ToList();
            return new CaseListView(
                views, reported, removed.Count, Ratio.Of(removed.Count, reported) is { } rate ? decimal.Round(rate.Value, 6) : null, Takedown.MedianDays(removed),
                views.Count(row => row.Status is not (CaseStatus.Removed or CaseStatus.Dismissed)), views.Count(row => row.Chase));
        }
    }
}

/// <summary>One case with its evidence and its history.</summary>
[Needs(Permission.Read)]
public sealed record CaseDetail(Id<ImpersonationCase> Case) : IQuery<CaseDetailView>
{
    internal sealed class Handler(CaseDesk desk) : IHandle<CaseDetail, CaseDetailView>
    {
        public async Task<CaseDetailView> HandleAsync(CaseDetail request, CancellationToken cancel)
        {
            var (row, brand) = await desk.FindAsync(request.Case, cancel);
            return await desk.ViewAsync(row, brand, cancel);
        }
    }
}

/// <summary>How long fakes stayed after they were reported.</summary>
public static class Takedown
{
    /// <summary>The middle of the days from report to removal; of an even number the mean of the two in the middle. Source: metric takedown_time.</summary>
    public static decimal? MedianDays(IEnumerable<ImpersonationCase> removed)
    {
        var days = removed.Where(row => row.ReportedAt is not null && row.RemovedAt is not null)
            .Select(row => (decimal)(row.RemovedAt!.Value - row.ReportedAt!.Value).TotalDays).Order().ToList();
        return days.Count == 0 ? null : decimal.Round((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2, 2);
    }
}

/// <summary>Finds cases for whoever asks and shows them with their evidence.</summary>
[Scoped]
public sealed class CaseDesk(Db db, PlanFinder plans, TimeProvider clock)
{
    public async Task<(ImpersonationCase Case, Brand Brand)> FindAsync(Id<ImpersonationCase> id, CancellationToken cancel)
    {
        var row = await db.FindAsync(id, "case", cancel);
        return (row, await plans.BrandAsync(row.Brand, cancel));
    }

    public async Task<CaseDetailView> ViewAsync(ImpersonationCase row, Brand brand, CancellationToken cancel)
    {
        var stored = await db.Set<CaseEvidence>().AsNoTracking().Where(one => one.Case == row.Id).ToListAsync(cancel);
        var added = db.Set<CaseEvidence>().Local.Where(one => one.Case == row.Id && stored.TrueForAll(known => known.Id != one.Id));
        var now = clock.Now();
        return new CaseDetailView(
            CaseView.Of(row, now.InZone(brand.Zone).Date, now),
            [.. stored.Concat(added).OrderBy(one => one.Id).Select(one => new EvidenceView(one.Id, one.Name, one.ContentType, one.Bytes, one.Hash, one.By, one.TakenAt, one.CreatedAt == default ? now : one.CreatedAt, one.Note))]);
    }
}
