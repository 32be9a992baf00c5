using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Bellwether.Tracking.Sums;
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

    internal sealed class Handler(Db db, TrackingSums sums, TimeProvider clock) : IHandle<SiteOverview, SiteOverviewView>
    {
        public async Task<SiteOverviewView> HandleAsync(SiteOverview request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var (id, start, end) = (brand.Id, range.Start, range.End);
            var days = await sums.DaysAsync(brand, HitSource.Views, range, cancel);
            var kinds = await sums.GroupsAsync(id, HitSource.Views, start, end, cancel);
            var views = kinds.FindAll(kind => kind.Outcome == HitOutcome.Counted);
            var dropped = kinds.Concat(await sums.GroupsAsync(id, HitSource.Events, start, end, cancel)).Where(kind => kind.Outcome != HitOutcome.Counted);
            var (visits, social) = (views.Sum(kind => kind.Visits), views.Where(kind => kind.Group.IsSocial()).Sum(kind => kind.Visits));
            return new SiteOverviewView(
                range.From, range.Until, views.Sum(kind => kind.Hits), visits, social, Ratio.Of(social, visits),
                [.. Enumerable.Range(0, Period.DaysBetween(range.From, range.Until) + 1).Select(number => range.From.PlusDays(number)).Select(day => DayOf(day, days.GetValueOrDefault(day)))],
                [.. views.OrderByDescending(kind => kind.Visits).ThenBy(kind => kind.Group).Select(kind => new GroupOfVisits(kind.Group, kind.Visits, kind.Hits))],
                await sums.TopAsync(id, SiteDimension.Page, start, end, MostRows, cancel), await sums.TopAsync(id, SiteDimension.Origin, start, end, MostRows, cancel), await sums.TopAsync(id, SiteDimension.Campaign, start, end, MostRows, cancel), await sums.TopAsync(id, SiteDimension.Event, start, end, MostRows, cancel),
                [.. dropped.GroupBy(kind => kind.Outcome).OrderBy(kind => kind.Key).Select(kind => new OutcomeCount(kind.Key, kind.Sum(row => row.Hits)))]);
        }

        private static DayOfSite DayOf(LocalDate day, RollupSum sum) => new(day, sum.Hits, sum.Visits, sum.Dropped);
    }
}
