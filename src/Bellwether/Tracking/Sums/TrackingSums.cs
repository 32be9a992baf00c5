using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Sums;

/// <summary>Clicks of a link, by click or by scan.</summary>
internal sealed record LinkHits(Id<TrackedLink> Link, bool Scan, long Hits, long Visits);

/// <summary>Hits with one outcome, of one channel group.</summary>
internal sealed record GroupHits(HitOutcome Outcome, ChannelGroup Group, long Hits, long Visits);

/// <summary>
/// What reports read instead of single hits: sums over any range of days in any zone, put together from months, days and quarters of an hour in one
/// question, and so all from the same moment.
/// </summary>
[Scoped]
public sealed class TrackingSums(Db db)
{
    /// <summary>What counts of each link of a brand.</summary>
    internal async Task<List<LinkHits>> LinksAsync(Id<Brand> brand, Instant start, Instant end, CancellationToken cancel)
    {
        var found = Together(start, end, (span, from, until, sign) => span == RollupSpan.Quarter
            ? db.Set<ClickRollup>().Where(row => row.Brand == brand && row.Quarter >= from && row.Quarter < until && row.Outcome == HitOutcome.Counted).Select(row => new { row.Link, row.Scan, Hits = row.Hits * sign, Visits = row.Visits * sign })
            : db.Set<LinkSum>().Where(row => row.Brand == brand && row.Span == span && row.Start >= from && row.Start < until && row.Outcome == HitOutcome.Counted).Select(row => new { row.Link, row.Scan, Hits = row.Hits * sign, Visits = row.Visits * sign }));
        return found is null ? [] : await found.GroupBy(row => new { row.Link, row.Scan }).Select(group => new { group.Key.Link, group.Key.Scan, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) })
            .Where(row => row.Hits != 0).Select(row => new LinkHits(row.Link, row.Scan, row.Hits, row.Visits)).ToListAsync(cancel);
    }

    /// <summary>Everything of some links since they were made, month by month.</summary>
    internal IQueryable<LinkSum> Ever => db.Set<LinkSum>().Where(row => row.Span == RollupSpan.Month);

    /// <summary>What counts of some links since they were made, by click and by scan together.</summary>
    internal Task<Dictionary<Id<TrackedLink>, long>> EverAsync(IReadOnlyCollection<Id<TrackedLink>> links, CancellationToken cancel) =>
        Ever.Where(row => links.Contains(row.Link) && row.Outcome == HitOutcome.Counted).GroupBy(row => row.Link).Select(group => new { group.Key, Hits = group.Sum(row => row.Hits) }).ToDictionaryAsync(row => row.Key, row => row.Hits, cancel);

    /// <summary>Hits of a brand by outcome and channel group.</summary>
    internal Task<List<GroupHits>> GroupsAsync(Id<Brand> brand, HitSource source, Instant start, Instant end, CancellationToken cancel) =>
        GroupsAsync(db.Set<GroupSum>().Where(row => row.Brand == brand), db.Set<ClickRollup>().Where(row => row.Brand == brand), db.Set<SiteRollup>().Where(row => row.Brand == brand), source, start, end, cancel);

    /// <summary>Hits on short addresses that nobody made, of the whole installation.</summary>
    internal async Task<long> UnknownAsync(Instant start, Instant end, CancellationToken cancel) =>
        (await GroupsAsync(db.Set<GroupSum>().IgnoreQueryFilters().Where(row => row.Brand == default), db.Set<ClickRollup>().IgnoreQueryFilters().Where(row => row.Link == default), db.Set<SiteRollup>().Where(row => row.Brand == default), HitSource.Clicks, start, end, cancel))
        .Sum(row => row.Hits);

    /// <summary>The pages, origins, campaigns or events with the most visits, as many as asked for.</summary>
    internal async Task<List<SiteRow>> TopAsync(Id<Brand> brand, SiteDimension dimension, Instant start, Instant end, int most, CancellationToken cancel)
    {
        var found = Together(start, end, (span, from, until, sign) => span == RollupSpan.Quarter
            ? db.Set<SiteRollup>().Where(row => row.Brand == brand && row.Dimension == dimension && row.Quarter >= from && row.Quarter < until && row.Outcome == HitOutcome.Counted).Select(row => new { row.Value, Hits = row.Hits * sign, Visits = row.Visits * sign })
            : db.Set<SiteSum>().Where(row => row.Brand == brand && row.Dimension == dimension && row.Span == span && row.Start >= from && row.Start < until).Select(row => new { row.Value, Hits = row.Hits * sign, Visits = row.Visits * sign }));
        return found is null ? [] : await found.GroupBy(row => row.Value).Select(group => new { Value = group.Key, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) })
            .Where(row => row.Hits != 0).OrderByDescending(row => row.Visits).ThenByDescending(row => row.Hits).ThenBy(row => row.Value).Take(most).Select(row => new SiteRow(row.Value, row.Hits, row.Visits)).ToListAsync(cancel);
    }

    /// <summary>What counts and what does not, by day of the brand's zone.</summary>
    internal Task<Dictionary<LocalDate, RollupSum>> DaysAsync(Brand brand, HitSource source, TrackingRange range, CancellationToken cancel) =>
        SeriesAsync(brand, source, range, perDay: true, number => new LocalDate(1970, 1, 1).PlusDays((int)number), cancel);

    /// <summary>The same by hour of the day, over all days of the range.</summary>
    internal Task<Dictionary<int, RollupSum>> HoursAsync(Brand brand, HitSource source, TrackingRange range, CancellationToken cancel) =>
        SeriesAsync(brand, source, range, perDay: false, number => (int)number, cancel);

    /// <summary>The first quarter of an hour with anything of a brand.</summary>
    internal async Task<Instant?> FirstAsync(Id<Brand> brand, HitSource source, bool counted, CancellationToken cancel)
    {
        var quarters = db.Set<TimeSum>().Where(row => row.Brand == brand && row.Source == source && row.Span == RollupSpan.Quarter && (!counted || row.Hits > 0));
        return await quarters.MinAsync(row => (long?)row.Quarter, cancel) is { } first ? Instant.FromUnixTimeTicks(first * RollupKey.QuarterTicks) : null;
    }

    /// <summary>The last quarter of an hour with anything of a brand.</summary>
    internal async Task<Instant?> LastAsync(Id<Brand> brand, HitSource source, CancellationToken cancel)
    {
        var quarters = db.Set<TimeSum>().Where(row => row.Brand == brand && row.Source == source && row.Span == RollupSpan.Quarter);
        return await quarters.MaxAsync(row => (long?)row.Quarter, cancel) is { } last ? Instant.FromUnixTimeTicks(last * RollupKey.QuarterTicks) : null;
    }

    private static async Task<List<GroupHits>> GroupsAsync(IQueryable<GroupSum> sums, IQueryable<ClickRollup> clicks, IQueryable<SiteRollup> site, HitSource source, Instant start, Instant end, CancellationToken cancel)
    {
        var dimension = source == HitSource.Views ? SiteDimension.Views : SiteDimension.Event;
        var found = Together(start, end, (span, from, until, sign) => (span, source) switch
        {
            (RollupSpan.Quarter, HitSource.Clicks) => clicks.Where(row => row.Quarter >= from && row.Quarter < until).Select(row => new { row.Outcome, row.Group, Hits = row.Hits * sign, Visits = row.Visits * sign }),
            (RollupSpan.Quarter, _) => site.Where(row => row.Dimension == dimension && row.Quarter >= from && row.Quarter < until).Select(row => new { row.Outcome, row.Group, Hits = row.Hits * sign, Visits = row.Visits * sign }),
            _ => sums.Where(row => row.Source == source && row.Span == span && row.Start >= from && row.Start < until).Select(row => new { row.Outcome, row.Group, Hits = row.Hits * sign, Visits = row.Visits * sign }),
        });
        return found is null ? [] : await found.GroupBy(row => new { row.Outcome, row.Group }).Select(group => new { group.Key.Outcome, group.Key.Group, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) })
            .Where(row => row.Hits != 0).Select(row => new GroupHits(row.Outcome, row.Group, row.Hits, row.Visits)).ToListAsync(cancel);
    }

    private static IQueryable<T>? Together<T>(Instant start, Instant end, Func<RollupSpan, Instant, Instant, int, IQueryable<T>> of) =>
        RollupPiece.Of(start, end).Select(piece => of(piece.Span, piece.From, piece.Until, piece.Sign)).Aggregate((IQueryable<T>?)null, (all, piece) => all is null ? piece : all.Concat(piece));

    /// <summary>Stretch by stretch with one offset from UTC: then the day or hour of a quarter is whole-number arithmetic, which every database does.</summary>
    private async Task<Dictionary<T, RollupSum>> SeriesAsync<T>(Brand brand, HitSource source, TrackingRange range, bool perDay, Func<long, T> place, CancellationToken cancel)
        where T : notnull
    {
        var sums = new Dictionary<T, RollupSum>();
        foreach (var stretch in brand.Zone.GetZoneIntervals(new Interval(range.Start, range.End)))
        {
            var (from, until) = (Number(stretch.HasStart ? Instant.Max(stretch.Start, range.Start) : range.Start), Number(stretch.HasEnd ? Instant.Min(stretch.End, range.End) : range.End));
            var shift = stretch.WallOffset.Ticks / RollupKey.QuarterTicks;
            var span = from % 4 == 0 && until % 4 == 0 && shift % 4 == 0 ? RollupSpan.Hour : RollupSpan.Quarter;
            var rows = db.Set<TimeSum>().Where(row => row.Brand == brand.Id && row.Source == source && row.Span == span && row.Quarter >= from && row.Quarter < until);
            var found = perDay
                ? rows.GroupBy(row => (row.Quarter + shift) / 96).Select(group => new { group.Key, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits), Dropped = group.Sum(row => row.Dropped) })
                : rows.GroupBy(row => (row.Quarter + shift) % 96 / 4).Select(group => new { group.Key, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits), Dropped = group.Sum(row => row.Dropped) });
            foreach (var row in await found.ToListAsync(cancel))
            {
                sums[place(row.Key)] = sums.GetValueOrDefault(place(row.Key)) + new RollupSum(row.Hits, row.Visits, row.Dropped);
            }
        }

        return sums;
    }

    private static long Number(Instant at) => RollupKey.QuarterOf(at.ToUnixTimeTicks() + RollupKey.QuarterTicks - 1) / RollupKey.QuarterTicks;
}
