using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A figure of a day.</summary>
public sealed record SeriesDot(LocalDate Day, decimal Value, string Source);

/// <summary>One line of the chart.</summary>
public sealed record SeriesLine(string Key, string Who, bool Own, IReadOnlyList<SeriesDot> Dots);

/// <summary>A figure over time on one network, own accounts first: one line for each that has any.</summary>
/// <param name="From">First day; a year ago unless given.</param>
[Needs(Permission.Read)]
public sealed record BenchmarkSeries(Id<Brand> Brand, string Network, BenchmarkMeasure Measure = BenchmarkMeasure.Followers, LocalDate? From = null, LocalDate? To = null) : IQuery<IReadOnlyList<SeriesLine>>
{
    internal sealed class Handler(Db db, PlanFinder plans, ObservationBook numbers, TimeProvider clock) : IHandle<BenchmarkSeries, IReadOnlyList<SeriesLine>>
    {
        public async Task<IReadOnlyList<SeriesLine>> HandleAsync(BenchmarkSeries request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var to = request.To ?? clock.Today(brand.Zone);
            var from = request.From ?? to.PlusYears(-1);
            var network = NetworkName.Of(request.Network);
            var rows = (await db.Set<BenchmarkSnapshot>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Network == network && row.Day >= from && row.Day <= to).OrderBy(row => row.Day).ToListAsync(cancel)).ToLookup(row => row.Subject);
            var lines = new List<SeriesLine>();
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.Network == network && row.ArchivedAt == null).OrderBy(row => row.Id).ToListAsync(cancel);
            var filed = await numbers.SeriesAsync([.. accounts.Select(Followers)], from, to, cancel);
            foreach (var account in accounts)
            {
                var dots = Dots(rows[account.Id.ToString()], request.Measure);
                if (request.Measure == BenchmarkMeasure.Followers)
                {
                    var known = dots.Select(dot => dot.Day).ToHashSet();
                    dots = [.. dots.Concat(filed[Followers(account)].Where(point => !known.Contains(point.Start)).Select(point => new SeriesDot(point.Start, point.Value, "numbers on file"))).OrderBy(dot => dot.Day)];
                }

                lines.Add(new SeriesLine(account.Id.ToString(), account.Handle, true, dots));
            }

            var rivals = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).OrderBy(row => row.Key).ToListAsync(cancel);
            lines.AddRange(rivals.Select(rival => new SeriesLine(rival.Id.ToString(), rival.Name, false, Dots(rows[rival.Id.ToString()], request.Measure))));
            return [.. lines.Where(line => line.Dots.Count > 0)];
        }

        private static SeriesKey Followers(SocialAccount account) => new(account.Id.ToString(), "followers");

        private static List<SeriesDot> Dots(IEnumerable<BenchmarkSnapshot> rows, BenchmarkMeasure measure) =>
            [.. rows.Where(row => row.Figures.Value(measure) is not null).Select(row => new SeriesDot(row.Day, row.Figures.Value(measure)!.Value, row.Source))];
    }
}

/// <summary>The figures on file, the newest first: of one rival, or of all and the own accounts.</summary>
[Needs(Permission.Read)]
public sealed record SnapshotList(Id<Brand> Brand, Id<Competitor>? Competitor = null) : IQuery<IReadOnlyList<SnapshotView>>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<SnapshotList, IReadOnlyList<SnapshotView>>
    {
        public async Task<IReadOnlyList<SnapshotView>> HandleAsync(SnapshotList request, CancellationToken cancel)
        {
            var brand = await plans.BrandAsync(request.Brand, cancel);
            var rows = await db.Set<BenchmarkSnapshot>().AsNoTracking().Where(row => row.Brand == brand.Id && (request.Competitor == null || row.Competitor == request.Competitor))
                .OrderByDescending(row => row.Day).ThenByDescending(row => row.Id).Take(500).ToListAsync(cancel);
            var names = await db.Set<Competitor>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
            var handles = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => row.Handle, cancel);
            return [.. rows.Select(row => SnapshotDesk.View(row, row.Competitor is { } rival ? names.GetValueOrDefault(rival, "?") : handles.GetValueOrDefault(row.Account!.Value, "?")))];
        }
    }
}
