using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Tells the channel portfolio what came through each channel and account: clicks, visits, conversions by kind, revenue in the brand's currency.</summary>
internal sealed class CountedForChannels(Db db, TrackingSums sums) : IChannelResults
{
    private static readonly Dictionary<string, string> MetricOfKind = new(StringComparer.Ordinal) { ["sale"] = "orders", ["lead"] = "leads", ["signup"] = "signups" };

    public async Task<IReadOnlyList<ChannelResult>> OfAsync(Id<Brand> brand, Instant from, Instant until, CancellationToken cancel)
    {
        var results = new List<ChannelResult>();
        var clicks = await sums.LinksAsync(brand, from, until, cancel);
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand).Select(link => new { link.Id, link.Channel, link.Account }).ToDictionaryAsync(link => link.Id, cancel);
        foreach (var click in clicks.Where(click => links.ContainsKey(click.Link)))
        {
            var link = links[click.Link];
            Tell(link.Channel, link.Account, "link_clicks", click.Hits);
            Tell(link.Channel, link.Account, "sessions_social", click.Visits);
        }

        var currency = (await db.FindAsync(brand, "brand", cancel)).Currency;
        var conversions = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand && one.At >= from && one.At < until && one.VoidedAt == null)
            .GroupBy(one => new { one.Channel, one.Account, one.Kind, one.Currency, Coded = one.MatchedBy == MatchedBy.DealCode })
            .Select(group => new { group.Key.Channel, group.Key.Account, group.Key.Kind, group.Key.Currency, group.Key.Coded, Count = group.Count(), Minor = group.Sum(one => one.ValueMinor) ?? 0 })
            .ToListAsync(cancel);
        foreach (var one in conversions)
        {
            Tell(one.Channel, one.Account, "conversions", one.Count);
            if (MetricOfKind.TryGetValue(one.Kind, out var metric))
            {
                Tell(one.Channel, one.Account, metric, one.Count);
            }

            if (one is { Kind: "sale", Coded: true })
            {
                Tell(one.Channel, one.Account, "deal_orders", one.Count);
            }

            if (one.Currency == currency)
            {
                Tell(one.Channel, one.Account, "revenue_social", new Money(one.Minor, currency).Amount);
            }
        }

        return results;

        void Tell(string? channel, string? account, string metric, decimal value) =>
            results.AddRange(new[] { channel, account }.OfType<string>().Select(subject => new ChannelResult(subject, metric, value)));
    }
}
