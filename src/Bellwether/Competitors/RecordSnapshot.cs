using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>Figures of a day as they are shown.</summary>
/// <param name="Who">The rival's name, or the own handle.</param>
public sealed record SnapshotView(Id<BenchmarkSnapshot> Id, Id<Competitor>? Competitor, Id<SocialAccount>? Account, string Who, string Network, LocalDate Day, Figures Figures, string Source, SnapshotOrigin Origin, Instant RecordedAt);

/// <summary>
/// Writes down figures of a rival, or of an own account, on one day. Who told them is asked for: without source or day it is 422,
/// as is a day to come. Figures of the same day are completed, not doubled.
/// </summary>
/// <param name="Competitor">The rival; left out for an own account.</param>
/// <param name="Account">The own account; left out for a rival.</param>
/// <param name="Network">The network; for an own account its own.</param>
/// <param name="Source">Where the figures were seen.</param>
[Needs(Permission.EditNumbers)]
public sealed record RecordSnapshot(Id<Brand> Brand, LocalDate Day, string Source, Figures Figures, Id<Competitor>? Competitor = null, Id<SocialAccount>? Account = null, string? Network = null) : ICommand<SnapshotView>
{
    internal sealed class Handler(PlanFinder plans, SnapshotDesk desk, Journal journal) : IHandle<RecordSnapshot, SnapshotView>
    {
        public async Task<SnapshotView> HandleAsync(RecordSnapshot request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var subject = await desk.SubjectAsync(brand, request.Competitor, request.Account, request.Network, cancel);
            var row = await desk.WriteAsync(brand, subject, request.Day, request.Figures, request.Source, SnapshotOrigin.Typed, cancel);
            journal.Say($"wrote down figures of {subject.Who} on {subject.Network} for {request.Day:uuuu-MM-dd}", brand.Id.Value, null, row.Id, request.Source);
            return SnapshotDesk.View(row, subject.Who);
        }
    }
}

/// <summary>Takes figures of a day off the file.</summary>
[Needs(Permission.EditNumbers)]
public sealed record RemoveSnapshot(Id<BenchmarkSnapshot> Snapshot) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<RemoveSnapshot, Done>
    {
        public async Task<Done> HandleAsync(RemoveSnapshot request, CancellationToken cancel)
        {
            var row = await db.FindAsync(request.Snapshot, "figures", cancel);
            await plans.BrandAsync(row.Brand, cancel);
            db.Remove(row);
            journal.Say($"removed figures of {row.Network} for {row.Day:uuuu-MM-dd}", row.Brand.Value, null, row.Id);
            return Done.It;
        }
    }
}

/// <summary>Whose figures they are: a rival or an own account, on a network.</summary>
public sealed record SnapshotSubject(Competitor? Rival, SocialAccount? Own, string Network)
{
    public string Who => Rival?.Name ?? Own!.Handle;

    public string Key => Rival?.Id.ToString() ?? Own!.Id.ToString();
}

/// <summary>Writes figures for whoever brings them: a person, a file, a network.</summary>
[Scoped]
public sealed class SnapshotDesk(Db db, RivalBook rivals, AccountFinder accounts, TimeProvider clock)
{
    private Dictionary<(string Subject, string Network, LocalDate Day), BenchmarkSnapshot>? known;

    /// <summary>Reads all figures of a brand at once, for whoever writes many of them.</summary>
    public async Task ReadAllAsync(Brand brand, CancellationToken cancel) =>
        known = await db.Set<BenchmarkSnapshot>().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => (row.Subject, row.Network, row.Day), cancel);

    public async Task<SnapshotSubject> SubjectAsync(Brand brand, Id<Competitor>? competitor, Id<SocialAccount>? account, string? network, CancellationToken cancel)
    {
        Rule.Require(competitor is null != account is null, "subject-unclear", "Say whose figures they are: a competitor’s, or an own account’s.", "competitor");
        if (account is { } id)
        {
            var own = await accounts.FindAsync(id, cancel);
            return own.Brand == brand.Id ? new SnapshotSubject(null, own, own.Network) : throw Rule.Missing("account");
        }

        return new SnapshotSubject(await rivals.OfBrandAsync(competitor, brand.Id, cancel), null, NetworkName.Of(network));
    }

    public async Task<BenchmarkSnapshot> WriteAsync(Brand brand, SnapshotSubject subject, LocalDate day, Figures figures, string source, SnapshotOrigin origin, CancellationToken cancel)
    {
        Rule.Require(day <= clock.Today(brand.Zone), "snapshot-in-future", "Figures are of a day that has been.", "day");
        Rule.Require(day >= Clock.FirstDay, "snapshot-too-old", "There were no such networks then. Check the year.", "day");
        Rule.Text(source, "source", 200);
        figures.Checked();
        var key = subject.Key;
        var row = known is not null ? known.GetValueOrDefault((key, subject.Network, day)) : db.Set<BenchmarkSnapshot>().Local.FirstOrDefault(one => one.Subject == key && one.Network == subject.Network && one.Day == day)
            ?? await db.Set<BenchmarkSnapshot>().FirstOrDefaultAsync(one => one.Brand == brand.Id && one.Subject == key && one.Network == subject.Network && one.Day == day, cancel);
        if (row is null)
        {
            db.Add(row = new BenchmarkSnapshot(brand.Id, subject.Rival, subject.Own, subject.Network, day));
            known?.Add((key, subject.Network, day), row);
        }

        row.Record(figures, source, origin, clock.Now());
        return row;
    }

    internal static SnapshotView View(BenchmarkSnapshot row, string who) =>
        new(row.Id, row.Competitor, row.Account, who, row.Network, row.Day, row.Figures, row.Source, row.Origin, row.RecordedAt);
}
