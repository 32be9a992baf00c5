using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>How often a link served one of its addresses.</summary>
/// <param name="Address">The address with its tags, as it was served.</param>
/// <param name="Rule">The rule it was served by; absent for the link's own target.</param>
/// <param name="Now">Whether the link serves it still.</param>
/// <param name="Clicks">Counted clicks that were served it, scans among them.</param>
/// <param name="Scans">How many of those clicks were scans.</param>
public sealed record ServedCount(int Number, string Address, LinkRule? Rule, bool Now, long Clicks, long Scans);

/// <summary>Who followed a link, how many of them by scanning its code, and what they were served.</summary>
/// <param name="Clicks">Counted clicks, scans among them, as in every funnel and list.</param>
/// <param name="Scans">How many of those clicks were scans of its QR code.</param>
/// <param name="Late">Hits after its end; they do not count.</param>
/// <param name="Ended">Whether it has ended, by its last day or its last click.</param>
/// <param name="Served">Every address it ever served, the latest first; what was served before a change stays as it was.</param>
public sealed record LinkTrafficView(long Clicks, long Scans, long Late, bool Ended, IReadOnlyList<ServedCount> Served);

/// <summary>Who followed a link, how many of them by scanning its code, and which of its addresses they were served.</summary>
[Needs(Permission.Read)]
public sealed record LinkTraffic(Id<TrackedLink> Link) : IQuery<LinkTrafficView>
{
    internal sealed class Handler(Db db, TrackingSums sums, TimeProvider clock) : IHandle<LinkTraffic, LinkTrafficView>
    {
        public async Task<LinkTrafficView> HandleAsync(LinkTraffic request, CancellationToken cancel)
        {
            var link = await db.FindAsync(request.Link, "link", cancel);
            var brand = await db.FindAsync(link.Brand, "brand", cancel);
            var rows = await sums.Ever.Where(row => row.Link == link.Id && (row.Outcome == HitOutcome.Counted || row.Outcome == HitOutcome.Expired))
                .GroupBy(row => new { row.Outcome, row.Served, row.Scan })
                .Select(group => new { group.Key.Outcome, group.Key.Served, group.Key.Scan, Hits = group.Sum(row => row.Hits) }).ToListAsync(cancel);
            long Sum(bool scans, int? served = null) => rows.Where(row => row.Outcome == HitOutcome.Counted && (row.Scan || !scans) && (served is null || row.Served == served)).Sum(row => row.Hits);
            var (clicks, scans) = (Sum(scans: false), Sum(scans: true));
            var now = link.Rules.Select(rule => rule.Number).Append(link.Serves).ToHashSet();
            return new LinkTrafficView(
                clicks, scans, rows.Where(row => row.Outcome == HitOutcome.Expired).Sum(row => row.Hits),
                clock.Today(brand.Zone) > link.LastDay || clicks >= link.MostClicks,
                [.. link.Served.OrderByDescending(one => one.Number).Select(one => new ServedCount(one.Number, one.Address, one.Rule, now.Contains(one.Number), Sum(false, one.Number), Sum(true, one.Number)))]);
        }
    }
}
