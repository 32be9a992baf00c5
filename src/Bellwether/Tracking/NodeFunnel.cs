using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>How many conversions of one kind, and what they were worth.</summary>
public sealed record ConversionSum(string Type, int Count, IReadOnlyList<Money> Value);

/// <summary>From link to revenue for one node.</summary>
/// <param name="Links">How many tracked links point there for it.</param>
/// <param name="Dropped">Hits that do not count, by reason.</param>
public sealed record NodeFunnelView(FunnelRow Funnel, int Links, IReadOnlyList<ConversionSum> Types, IReadOnlyList<OutcomeCount> Dropped);

/// <summary>How many hits ended so.</summary>
public sealed record OutcomeCount(HitOutcome Outcome, long Hits);

/// <summary>The funnel of one post, variant, channel, account, goal, campaign, plan or link: clicks, visits, conversions, revenue.</summary>
/// <param name="Subject">The node's id.</param>
[Needs(Permission.Read)]
public sealed record NodeFunnel(string Subject) : IQuery<NodeFunnelView>
{
    internal sealed class Handler(Db db, TrackingSums sums) : IHandle<NodeFunnel, NodeFunnelView>
    {
        public async Task<NodeFunnelView> HandleAsync(NodeFunnel request, CancellationToken cancel)
        {
            var links = db.Set<TrackedLink>().Where(LinkSubject.Is(request.Subject)).Select(link => link.Id);
            var hits = await sums.Ever.Where(row => links.Contains(row.Link))
                .GroupBy(row => new { row.Outcome, row.Scan })
                .Select(group => new { group.Key.Outcome, group.Key.Scan, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) })
                .ToListAsync(cancel);
            var conversions = await db.Set<Conversion>().Where(one => one.VoidedAt == null).Where(CreditedTo.Node(request.Subject))
                .GroupBy(one => new { one.Kind, one.Currency, one.MatchedBy })
                .Select(group => new { group.Key.Kind, group.Key.Currency, group.Key.MatchedBy, Count = group.Count(), Minor = group.Sum(one => one.ValueMinor) ?? 0 })
                .ToListAsync(cancel);
            var sum = new FunnelSum();
            foreach (var counted in hits.Where(hit => hit.Outcome == HitOutcome.Counted))
            {
                sum.Click(counted.Hits, counted.Visits, counted.Scan);
            }

            conversions.ForEach(one => sum.Convert(one.Count, one.Minor, one.Currency, one.MatchedBy));
            var types = conversions.GroupBy(one => one.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => new ConversionSum(
                kind.Key, kind.Sum(one => one.Count), [.. kind.Where(one => one.Currency is not null).GroupBy(one => one.Currency!).OrderBy(money => money.Key, StringComparer.Ordinal).Select(money => new Money(money.Sum(one => one.Minor), money.Key))]));
            return new NodeFunnelView(
                sum.Row(request.Subject), await links.CountAsync(cancel), [.. types],
                [.. hits.Where(hit => hit.Outcome != HitOutcome.Counted).GroupBy(hit => hit.Outcome).OrderBy(kind => kind.Key).Select(kind => new OutcomeCount(kind.Key, kind.Sum(hit => hit.Hits)))]);
        }
    }
}
