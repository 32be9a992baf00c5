using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Reports;

/// <summary>What happened in one minute.</summary>
/// <param name="At">Its beginning.</param>
public sealed record LiveMinute(Instant At, int Clicks, int Views, int Events);

/// <summary>A link, source or page with how often it was followed, came up or was looked at.</summary>
public sealed record LiveRow(string Name, int Hits);

/// <summary>What happens at the moment.</summary>
/// <param name="Since">Since when everything is counted: half an hour, or less where there is more than can be read at once.</param>
/// <param name="IsPart">Whether there is more in the half hour than can be read at once.</param>
/// <param name="Visitors">How many different visitors the own site had.</param>
/// <param name="Clickers">How many different visitors followed a link; some of them may be those of the site.</param>
/// <param name="Conversions">How many orders, leads and sign-ups came in.</param>
/// <param name="Minutes">Thirty minutes, the oldest first.</param>
/// <param name="Links">The links that were followed most.</param>
/// <param name="Sources">Where clicks and visits came from.</param>
/// <param name="Pages">The pages that were looked at most.</param>
/// <param name="Latest">The latest things that happened, the newest first.</param>
public sealed record LiveViewResult(
    Instant At, Instant Since, bool IsPart, int Clicks, int Views, int Events, int Visitors, int Clickers, int Conversions, IReadOnlyList<LiveMinute> Minutes,
    IReadOnlyList<LiveRow> Links, IReadOnlyList<LiveRow> Sources, IReadOnlyList<LiveRow> Pages, IReadOnlyList<HitView> Latest);

/// <summary>The last half hour of a brand: clicks, page views and events as they come in, by link, source and page. What does not count is left out.</summary>
[Needs(Permission.Read)]
public sealed record LiveView(Id<Brand> Brand) : IQuery<LiveViewResult>
{
    /// <summary>So many minutes are shown.</summary>
    public const int Minutes = 30;

    /// <summary>The most rows of each kind that are read at once.</summary>
    public const int MostRows = 10_000;

    private const int Shown = 10;

    internal sealed class Handler(Db db, HitBook book, TimeProvider clock) : IHandle<LiveView, LiveViewResult>
    {
        public async Task<LiveViewResult> HandleAsync(LiveView request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var now = clock.Now();
            var minute = Duration.FromMinutes(1);
            var first = Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / NodaConstants.TicksPerMinute * NodaConstants.TicksPerMinute) - (minute * (Minutes - 1));
            var clicks = await db.Set<Click>().AsNoTracking().Where(row => row.Brand == brand.Id && row.At >= first && row.Outcome == HitOutcome.Counted)
                .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostRows + 1).ToListAsync(cancel);
            var site = await db.Set<SiteEvent>().AsNoTracking().Where(row => row.Brand == brand.Id && row.At >= first && row.Outcome == HitOutcome.Counted)
                .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostRows + 1).ToListAsync(cancel);
            var isPart = clicks.Count > MostRows || site.Count > MostRows;

            // Where one kind could not be read to its end, both are told from the same moment on.
            var since = isPart ? Instant.Max(clicks.Count > MostRows ? clicks[^1].At : first, site.Count > MostRows ? site[^1].At : first) : first;
            clicks.RemoveAll(row => isPart && row.At <= since);
            site.RemoveAll(row => isPart && row.At <= since);
            var conversions = await db.Set<Conversion>().CountAsync(one => one.Brand == brand.Id && one.At >= first && one.At <= now && one.VoidedAt == null, cancel);
            var views = site.Where(row => row.Name is null).ToList();
            var (clicked, seen, told) = (Count(clicks, row => row.At), Count(views, row => row.At), Count(site.Where(row => row.Name is not null), row => row.At));
            var hits = await book.ViewsAsync(clicks, cancel);
            return new LiveViewResult(
                now, since, isPart, clicks.Count, views.Count, site.Count - views.Count,
                site.Where(row => row.Visitor != 0).Select(row => row.Visitor).Distinct().Count(), clicks.Select(row => row.Visitor).Distinct().Count(), conversions,
                [.. Enumerable.Range(0, Minutes).Select(number => first + (minute * number)).Select(at => new LiveMinute(at, clicked.GetValueOrDefault(at), seen.GetValueOrDefault(at), told.GetValueOrDefault(at)))],
                Top(hits.Select(hit => hit.What)),
                Top(clicks.Select(row => ChannelRules.Shipped.OriginOf(new Arrival(null, null, Referrer: row.ReferrerHost)) ?? row.ReferrerHost).Concat(views.Where(row => row.StartsVisit).Select(row => row.Origin ?? row.ReferrerHost)).OfType<string>()),
                Top(views.Select(row => row.Host + row.Path)),
                [.. hits.Take(50).Concat(site.Take(50).Select(HitBook.View)).OrderByDescending(hit => hit.At).ThenByDescending(hit => hit.Id, StringComparer.Ordinal).Take(50)]);
        }

        private static Dictionary<Instant, int> Count<T>(IEnumerable<T> rows, Func<T, Instant> at) =>
            rows.GroupBy(row => Instant.FromUnixTimeTicks(at(row).ToUnixTimeTicks() / NodaConstants.TicksPerMinute * NodaConstants.TicksPerMinute)).ToDictionary(group => group.Key, group => group.Count());

        private static IReadOnlyList<LiveRow> Top(IEnumerable<string> names) =>
            [.. names.GroupBy(name => name, StringComparer.Ordinal).Select(group => new LiveRow(group.Key, group.Count())).OrderByDescending(row => row.Hits).ThenBy(row => row.Name, StringComparer.Ordinal).Take(Shown)];
    }
}
