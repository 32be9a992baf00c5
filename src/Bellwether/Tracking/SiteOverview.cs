using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>One day of the site, in the brand's zone.</summary>
public sealed record DayOfSite(LocalDate Day, long Views, long Visits, long Dropped);

/// <summary>Visits and page views of one channel group.</summary>
public sealed record GroupOfVisits(ChannelGroup Group, long Visits, long Views);

/// <summary>One page, origin, campaign or event with its numbers.</summary>
/// <param name="Hits">Page views, or how often the event happened.</param>
/// <param name="Visits">Visits that began there, or came from there.</param>
public sealed record SiteRow(string Name, long Hits, long Visits);

/// <summary>What happened on a brand's own site in a range of days.</summary>
/// <param name="SocialVisits">Visits from social networks, paid and not, videos among them.</param>
/// <param name="SocialShare">Their share of all visits; absent without visits.</param>
/// <param name="Dropped">Reports that do not count, by reason.</param>
public sealed record SiteOverviewView(
    LocalDate From, LocalDate Until, long Views, long Visits, long SocialVisits, Ratio? SocialShare, IReadOnlyList<DayOfSite> Days, IReadOnlyList<GroupOfVisits> Groups,
    IReadOnlyList<SiteRow> Pages, IReadOnlyList<SiteRow> Origins, IReadOnlyList<SiteRow> Campaigns, IReadOnlyList<SiteRow> Events, IReadOnlyList<OutcomeCount> Dropped);

/// <summary>Visits and page views of a brand's own site: by day, channel group, page, origin, campaign and event; and what was dropped, with reasons.</summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Read)]
public sealed record SiteOverview(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : IQuery<SiteOverviewView>
{
    private const int MostRows = 100;

    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<SiteOverview, SiteOverviewView>
    {
        public async Task<SiteOverviewView> HandleAsync(SiteOverview request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var rows = db.Set<SiteRollup>().Where(row => row.Brand == brand.Id && row.Quarter >= range.Start && row.Quarter < range.End);
            var quarters = await rows.Where(row => row.Dimension == SiteDimension.Views).GroupBy(row => new { row.Quarter, Counted = row.Outcome == HitOutcome.Counted })
                .Select(group => new { group.Key.Quarter, group.Key.Counted, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) }).ToListAsync(cancel);
            var days = quarters.GroupBy(row => row.Quarter.InZone(brand.Zone).Date).ToDictionary(day => day.Key, day => new DayOfSite(
                day.Key, day.Where(row => row.Counted).Sum(row => row.Hits), day.Where(row => row.Counted).Sum(row => row.Visits), day.Where(row => !row.Counted).Sum(row => row.Hits)));
            var kinds = await rows.Where(row => row.Dimension == SiteDimension.Views || row.Dimension == SiteDimension.Event).GroupBy(row => new { row.Outcome, row.Group, row.Dimension })
                .Select(group => new { group.Key.Outcome, group.Key.Group, group.Key.Dimension, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) }).ToListAsync(cancel);
            var views = kinds.Where(kind => kind is { Outcome: HitOutcome.Counted, Dimension: SiteDimension.Views }).ToList();
            var (visits, social) = (views.Sum(kind => kind.Visits), views.Where(kind => kind.Group.IsSocial()).Sum(kind => kind.Visits));
            return new SiteOverviewView(
                range.From, range.Until, views.Sum(kind => kind.Hits), visits, social, Ratio.Of(social, visits),
                [.. Enumerable.Range(0, Period.DaysBetween(range.From, range.Until) + 1).Select(number => range.From.PlusDays(number)).Select(day => days.GetValueOrDefault(day) ?? new DayOfSite(day, 0, 0, 0))],
                [.. views.OrderByDescending(kind => kind.Visits).ThenBy(kind => kind.Group).Select(kind => new GroupOfVisits(kind.Group, kind.Visits, kind.Hits))],
                await TopAsync(rows, SiteDimension.Page, cancel), await TopAsync(rows, SiteDimension.Origin, cancel), await TopAsync(rows, SiteDimension.Campaign, cancel), await TopAsync(rows, SiteDimension.Event, cancel),
                [.. kinds.Where(kind => kind.Outcome != HitOutcome.Counted).GroupBy(kind => kind.Outcome).OrderBy(kind => kind.Key).Select(kind => new OutcomeCount(kind.Key, kind.Sum(row => row.Hits)))]);
        }

        private static async Task<IReadOnlyList<SiteRow>> TopAsync(IQueryable<SiteRollup> rows, SiteDimension dimension, CancellationToken cancel) =>
            [.. (await rows.Where(row => row.Dimension == dimension && row.Outcome == HitOutcome.Counted).GroupBy(row => row.Value)
                .Select(group => new { Value = group.Key, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) })
                .OrderByDescending(row => row.Visits).ThenByDescending(row => row.Hits).ThenBy(row => row.Value).Take(MostRows).ToListAsync(cancel))
                .Select(row => new SiteRow(row.Value, row.Hits, row.Visits))];
    }
}
