using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>One day of clicks, in the brand's zone.</summary>
public sealed record DayOfClicks(LocalDate Day, long Clicks, long Visits, long Dropped);

/// <summary>Clicks of one channel group.</summary>
public sealed record GroupOfClicks(ChannelGroup Group, long Clicks, long Visits);

/// <summary>What tracking saw in a range of days.</summary>
/// <param name="Total">All links together; its conversions are all conversions of the brand, matched or not.</param>
/// <param name="Unmatched">Conversions that nothing known led to.</param>
/// <param name="Dropped">Hits that do not count, by reason.</param>
/// <param name="UnknownCodes">Hits on short addresses that nobody made, of the whole installation.</param>
/// <param name="First">The first day, in the range or not, with a hit on a link or a conversion; absent while there never was one.</param>
/// <param name="Last">The latest such day.</param>
public sealed record TrackingOverviewView(
    LocalDate From,
    LocalDate Until,
    FunnelRow Total,
    int Unmatched,
    IReadOnlyList<DayOfClicks> Days,
    IReadOnlyList<GroupOfClicks> Groups,
    IReadOnlyList<OutcomeCount> Dropped,
    long UnknownCodes,
    IReadOnlyList<FunnelRow> Posts,
    IReadOnlyList<FunnelRow> Channels,
    IReadOnlyList<FunnelRow> Goals,
    IReadOnlyList<FunnelRow> Accounts,
    IReadOnlyList<FunnelRow> Campaigns,
    IReadOnlyList<FunnelRow> Links,
    LocalDate? First,
    LocalDate? Last);

/// <summary>Clicks, visits, conversions and revenue of a brand: by day, link, post, channel, account, goal, campaign; and what was dropped, with reasons.</summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Read)]
public sealed record TrackingOverview(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : IQuery<TrackingOverviewView>
{
    internal sealed class Handler(Db db, FunnelTables tables, TrackingSums sums, TimeProvider clock) : IHandle<TrackingOverview, TrackingOverviewView>
    {
        public async Task<TrackingOverviewView> HandleAsync(TrackingOverview request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var (from, until, start, end) = (range.From, range.Until, range.Start, range.End);

            var days = await sums.DaysAsync(brand, HitSource.Clicks, range, cancel);
            var kinds = await sums.GroupsAsync(brand.Id, HitSource.Clicks, start, end, cancel);
            var unknown = await sums.UnknownAsync(start, end, cancel);
            var funnels = await tables.ReadAsync(brand.Id, start, end, cancel);
            return new TrackingOverviewView(
                from, until, funnels.Total.Row(null), funnels.Unmatched,
                [.. Enumerable.Range(0, Period.DaysBetween(from, until) + 1).Select(number => from.PlusDays(number)).Select(day => DayOf(day, days.GetValueOrDefault(day)))],
                [.. kinds.Where(kind => kind.Outcome == HitOutcome.Counted).OrderByDescending(kind => kind.Hits).Select(kind => new GroupOfClicks(kind.Group, kind.Hits, kind.Visits))],
                [.. kinds.Where(kind => kind.Outcome != HitOutcome.Counted).GroupBy(kind => kind.Outcome).OrderBy(kind => kind.Key).Select(kind => new OutcomeCount(kind.Key, kind.Sum(row => row.Hits)))],
                unknown, funnels.Posts, funnels.Channels, funnels.Goals, funnels.Accounts, funnels.Campaigns, funnels.Links,
                await EdgeAsync(brand, first: true, cancel), await EdgeAsync(brand, first: false, cancel));
        }

        private async Task<LocalDate?> EdgeAsync(Brand brand, bool first, CancellationToken cancel)
        {
            var conversions = db.Set<Conversion>().Where(one => one.Brand == brand.Id && one.VoidedAt == null).Select(one => (Instant?)one.At);
            var (hit, conversion) = first
                ? (await sums.FirstAsync(brand.Id, HitSource.Clicks, counted: false, cancel), await conversions.MinAsync(cancel))
                : (await sums.LastAsync(brand.Id, HitSource.Clicks, cancel), await conversions.MaxAsync(cancel));
            var at = hit is { } one && conversion is { } other ? first ? Instant.Min(one, other) : Instant.Max(one, other) : hit ?? conversion;
            return at?.InZone(brand.Zone).Date;
        }

        private static DayOfClicks DayOf(LocalDate day, RollupSum sum) => new(day, sum.Hits, sum.Visits, sum.Dropped);
    }
}
