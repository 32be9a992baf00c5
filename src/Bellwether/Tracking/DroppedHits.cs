using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Hits that were dropped for one reason, from one user agent.</summary>
/// <param name="Agent">The user agent; null where none was sent, or where it is older than 30 days and forgotten.</param>
/// <param name="Host">The host of the pages, where it is the reason.</param>
/// <param name="Clicks">Hits on short links.</param>
/// <param name="SiteEvents">Page views and events of the site.</param>
/// <param name="Last">When the latest came.</param>
public sealed record DroppedAgent(HitOutcome Reason, string? Agent, string? Host, long Clicks, long SiteEvents, Instant Last);

/// <summary>What was dropped in a range of days.</summary>
/// <param name="Reasons">By reason, also those of which only the number was kept.</param>
/// <param name="AgentsFrom">The first day that user agents are told for: they are read from single hits, of the latest days where very many were dropped.</param>
/// <param name="Agents">By reason and user agent, the most frequent first; at most 200.</param>
public sealed record DroppedHitsView(LocalDate From, LocalDate Until, IReadOnlyList<OutcomeCount> Reasons, LocalDate AgentsFrom, IReadOnlyList<DroppedAgent> Agents);

/// <summary>Every hit that does not count, by reason and user agent: short links and the site together.</summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Read)]
public sealed record DroppedHits(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : IQuery<DroppedHitsView>
{
    /// <summary>About so many single hits are read for user agents.</summary>
    public const long MostHits = 50_000;

    private const int Most = 200;

    internal sealed class Handler(Db db, TrackingSums sums, TimeProvider clock) : IHandle<DroppedHits, DroppedHitsView>
    {
        public async Task<DroppedHitsView> HandleAsync(DroppedHits request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var days = new List<Dictionary<LocalDate, RollupSum>>();
            foreach (var source in Enum.GetValues<HitSource>())
            {
                days.Add(await sums.DaysAsync(brand, source, range, cancel));
            }

            var agentsFrom = range.Since(MostHits, day => days.Sum(sum => sum.GetValueOrDefault(day).Dropped));
            var (start, end) = (agentsFrom.AtStartOfDayInZone(brand.Zone).ToInstant(), range.End);
            var clicks = await db.Set<Click>().Where(row => row.Brand == brand.Id && row.At >= start && row.At < end && row.Outcome != HitOutcome.Counted)
                .GroupBy(row => new { row.Outcome, row.Agent })
                .Select(group => new { group.Key.Outcome, group.Key.Agent, Count = group.LongCount(), Last = group.Max(row => row.At) })
                .OrderByDescending(group => group.Count).Take(Most).ToListAsync(cancel);
            var events = await db.Set<SiteEvent>().Where(row => row.Brand == brand.Id && row.At >= start && row.At < end && row.Outcome != HitOutcome.Counted)
                .GroupBy(row => new { row.Outcome, row.Agent, Host = row.Outcome == HitOutcome.WrongHost ? row.Host : null })
                .Select(group => new { group.Key.Outcome, group.Key.Agent, group.Key.Host, Count = group.LongCount(), Last = group.Max(row => row.At) })
                .OrderByDescending(group => group.Count).Take(Most).ToListAsync(cancel);
            var agents = clicks.Select(row => new DroppedAgent(row.Outcome, row.Agent, null, row.Count, 0, row.Last))
                .Concat(events.Select(row => new DroppedAgent(row.Outcome, row.Agent, row.Host, 0, row.Count, row.Last)))
                .GroupBy(row => (row.Reason, row.Agent, row.Host))
                .Select(group => new DroppedAgent(group.Key.Reason, group.Key.Agent, group.Key.Host, group.Sum(row => row.Clicks), group.Sum(row => row.SiteEvents), group.Max(row => row.Last)))
                .OrderByDescending(row => row.Clicks + row.SiteEvents).ThenBy(row => row.Agent, StringComparer.Ordinal).Take(Most).ToList();
            return new DroppedHitsView(range.From, range.Until, await ReasonsAsync(brand.Id, range.Start, end, cancel), agentsFrom, agents);
        }

        private async Task<IReadOnlyList<OutcomeCount>> ReasonsAsync(Id<Brand> brand, Instant start, Instant end, CancellationToken cancel)
        {
            var dropped = new List<GroupHits>();
            foreach (var source in Enum.GetValues<HitSource>())
            {
                dropped.AddRange(await sums.GroupsAsync(brand, source, start, end, cancel));
            }

            return [.. dropped.Where(row => row.Outcome != HitOutcome.Counted).GroupBy(row => row.Outcome).OrderBy(group => group.Key).Select(group => new OutcomeCount(group.Key, group.Sum(row => row.Hits)))];
        }
    }
}
