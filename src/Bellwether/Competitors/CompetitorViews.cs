using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A rival's profile as it is shown.</summary>
/// <param name="Readable">Whether the network shows its figures to everybody and can be read.</param>
public sealed record RivalAccountView(string Network, string Handle, string? Url, string Key, string? Server, bool Readable);

/// <summary>A rival with what is on file.</summary>
/// <param name="LastFigures">The day of the newest figures; null while there are none.</param>
/// <param name="Practices">How many practices worth noting were seen there.</param>
public sealed record CompetitorView(
    Id<Competitor> Id, Id<Brand> Brand, string Name, RivalKind Kind, string? Site, string? Position, string? Notes, IReadOnlyList<RivalAccountView> Accounts,
    LocalDate? LastFigures, int Practices, Instant? ArchivedAt, int Version) : IVersioned;

/// <summary>The rivals of a brand, by name.</summary>
/// <param name="Archived">The archive instead.</param>
[Needs(Permission.Read)]
public sealed record CompetitorList(Id<Brand> Brand, bool Archived = false) : IQuery<IReadOnlyList<CompetitorView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, RivalBook book) : IHandle<CompetitorList, IReadOnlyList<CompetitorView>>
    {
        public async Task<IReadOnlyList<CompetitorView>> HandleAsync(CompetitorList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id && (row.ArchivedAt != null) == request.Archived).OrderBy(row => row.Key).ToListAsync(cancel);
            return await book.ViewAsync(brand.Id, rows, cancel);
        }
    }
}

/// <summary>One rival with everything known about it.</summary>
[Needs(Permission.Read)]
public sealed record CompetitorDetail(Id<Competitor> Competitor) : IQuery<CompetitorView>
{
    internal sealed class Handler(RivalBook book) : IHandle<CompetitorDetail, CompetitorView>
    {
        public async Task<CompetitorView> HandleAsync(CompetitorDetail request, CancellationToken cancel) =>
            await book.ViewAsync(await book.FindAsync(request.Competitor, cancel), cancel);
    }
}

/// <summary>Finds rivals for whoever asks and shows them.</summary>
[Scoped]
public sealed class RivalBook(Db db, PlanFinder plans, IEnumerable<IReadProfiles> readers)
{
    /// <summary>The rival, tracked for change; 404 also where the member may not see its brand.</summary>
    public async Task<Competitor> FindAsync(Id<Competitor> id, CancellationToken cancel)
    {
        var rival = await db.FindAsync(id, "competitor", cancel);
        await plans.BrandAsync(rival.Brand, cancel);
        return rival;
    }

    /// <summary>A rival of this brand, or none; 404 for one of another brand.</summary>
    public async Task<Competitor?> OfBrandAsync(Id<Competitor>? id, Id<Brand> brand, CancellationToken cancel)
    {
        if (id is not { } key)
        {
            return null;
        }

        var rival = await FindAsync(key, cancel);
        return rival.Brand == brand ? rival : throw Rule.Missing("competitor");
    }

    public async Task<CompetitorView> ViewAsync(Competitor rival, CancellationToken cancel) => (await ViewAsync(rival.Brand, [rival], cancel))[0];

    public async Task<IReadOnlyList<CompetitorView>> ViewAsync(Id<Brand> brand, IReadOnlyList<Competitor> rivals, CancellationToken cancel)
    {
        var readable = readers.Select(reader => reader.Network).ToHashSet(StringComparer.Ordinal);
        var days = (await db.Set<BenchmarkSnapshot>().AsNoTracking().Where(row => row.Brand == brand && row.Competitor != null).Select(row => new { row.Competitor, row.Day }).ToListAsync(cancel))
            .GroupBy(row => row.Competitor!.Value).ToDictionary(group => group.Key, group => (LocalDate?)group.Max(row => row.Day));
        var practices = (await db.Set<BestPractice>().AsNoTracking().Where(row => row.Brand == brand && row.ArchivedAt == null && row.Competitor != null).Select(row => row.Competitor).ToListAsync(cancel))
            .GroupBy(row => row!.Value).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. rivals.Select(row => new CompetitorView(
                row.Id, row.Brand, row.Name, row.Kind, row.Site, row.Position, row.Notes,
                [.. row.Accounts.Select(account => new RivalAccountView(account.Network, account.Handle, account.Url, account.Key, account.Server, readable.Contains(account.Network)))],
                days.GetValueOrDefault(row.Id), practices.GetValueOrDefault(row.Id), row.ArchivedAt, row.Version)),
        ];
    }
}
