using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>What is compared.</summary>
public enum BenchmarkMeasure
{
    Followers,
    PostsPerWeek,
    EngagementPerPost,
    ResponseMinutes,
}

/// <summary>One figure in the comparison.</summary>
/// <param name="Value">The figure; null when nobody knows it.</param>
/// <param name="Rank">Its place among those that are known, the best first; null when it is not known, or when more is neither better nor worse.</param>
/// <param name="Of">How many are ranked.</param>
/// <param name="Day">The day it is of.</param>
/// <param name="Source">Who told it.</param>
public sealed record BenchmarkCell(BenchmarkMeasure Measure, decimal? Value, int? Rank, int Of, LocalDate? Day, string? Source);

/// <summary>One profile in the comparison.</summary>
/// <param name="Own">Whether it is ours.</param>
public sealed record BenchmarkRow(Id<Competitor>? Competitor, Id<SocialAccount>? Account, string Who, bool Own, IReadOnlyList<BenchmarkCell> Cells, IReadOnlyDictionary<PublicPostForm, decimal>? Formats);

/// <summary>The comparison on one network.</summary>
public sealed record BenchmarkNetwork(string Network, string Name, IReadOnlyList<BenchmarkRow> Rows);

/// <summary>
/// Own accounts beside rivals, network by network: followers, posts a week, engagement of a post, minutes to an answer, formats. The
/// newest figure that is known counts, with its day and source; what nobody wrote down of an own account is taken from the numbers on
/// file, from what went out and from the inbox. What nobody knows is blank and has no rank.
/// </summary>
[Needs(Permission.Read)]
public sealed record Benchmark(Id<Brand> Brand) : IQuery<IReadOnlyList<BenchmarkNetwork>>
{
    internal sealed class Handler(Db db, PlanFinder plans, OwnFigures own) : IHandle<Benchmark, IReadOnlyList<BenchmarkNetwork>>
    {
        public async Task<IReadOnlyList<BenchmarkNetwork>> HandleAsync(Benchmark request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rivals = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Key).ToListAsync(cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null && row.Status != AccountStatus.Closed).ToListAsync(cancel);
            var snapshots = (await db.Set<BenchmarkSnapshot>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel)).ToLookup(row => (row.Subject, row.Network));
            var onFile = await own.OfAsync(brand, accounts, cancel);
            var networks = rivals.SelectMany(row => row.Accounts.Select(account => account.Network)).Concat(snapshots.Where(group => group.Any(row => row.Competitor is not null)).Select(group => group.Key.Network)).Distinct(StringComparer.Ordinal);
            var found = new List<BenchmarkNetwork>();
            foreach (var network in networks.Order(StringComparer.Ordinal))
            {
                var rows = accounts.Where(account => account.Network == network).OrderBy(account => account.Handle, StringComparer.OrdinalIgnoreCase)
                    .Select(account => new Known(null, account, account.Handle, BenchmarkRanks.Newest(snapshots[(account.Id.ToString(), network)], onFile[account.Id]))).ToList();
                rows.AddRange(rivals.Where(rival => rival.Accounts.Any(account => account.Network == network) || snapshots.Contains((rival.Id.ToString(), network)))
                    .Select(rival => new Known(rival, null, rival.Name, BenchmarkRanks.Newest(snapshots[(rival.Id.ToString(), network)], null))));
                found.Add(new BenchmarkNetwork(network, NetworkCatalogue.Of(network).Name, Ranked(rows)));
            }

            return found;
        }

        private sealed record Known(Competitor? Rival, SocialAccount? Own, string Who, NewestFigures Figures);

        private static List<BenchmarkRow> Ranked(List<Known> rows)
        {
            var ranks = Enum.GetValues<BenchmarkMeasure>().ToDictionary(measure => measure, measure => BenchmarkRanks.Of(measure, [.. rows.Select(row => row.Figures.Of(measure)?.Value)]));
            return
            [
                .. rows.Select((row, index) => new BenchmarkRow(
                    row.Rival?.Id, row.Own?.Id, row.Who, row.Own is not null,
                    [.. Enum.GetValues<BenchmarkMeasure>().Select(measure => new BenchmarkCell(measure, row.Figures.Of(measure)?.Value, ranks[measure][index], ranks[measure].Count(rank => rank is not null), row.Figures.Of(measure)?.Day, row.Figures.Of(measure)?.Source))],
                    row.Figures.Formats)),
            ];
        }
    }
}
