using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Clicks and conversions of a brand in a span, by everything a link can count for.</summary>
internal sealed record Funnels(
    FunnelSum Total, int Unmatched, IReadOnlyList<FunnelRow> Posts, IReadOnlyList<FunnelRow> Channels, IReadOnlyList<FunnelRow> Goals,
    IReadOnlyList<FunnelRow> Accounts, IReadOnlyList<FunnelRow> Campaigns, IReadOnlyList<FunnelRow> Links);

/// <summary>Reads clicks and conversions once and sums them by post, channel, goal, account, campaign and link.</summary>
[Scoped]
internal sealed class FunnelTables(Db db, TrackingSums tracked, IEnumerable<INodeSource> nodes)
{
    private const int MostRows = 100;

    public async Task<Funnels> ReadAsync(Id<Brand> brand, Instant start, Instant end, CancellationToken cancel)
    {
        var clicks = await tracked.LinksAsync(brand, start, end, cancel);
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand)
            .Select(link => new { link.Id, link.Code, link.Title, link.Target, link.Plan, link.Post, link.Variant, link.Channel, link.Account, link.Goal, link.Campaign })
            .ToDictionaryAsync(link => link.Id, cancel);
        var conversions = await db.Set<Conversion>().AsNoTracking()
            .Where(one => one.Brand == brand && one.At >= start && one.At < end && one.VoidedAt == null)
            .GroupBy(one => new { one.Link, one.Post, one.Channel, one.Goal, one.Account, one.Campaign, one.Currency, one.MatchedBy })
            .Select(group => new { group.Key.Link, group.Key.Post, group.Key.Channel, group.Key.Goal, group.Key.Account, group.Key.Campaign, group.Key.Currency, group.Key.MatchedBy, Count = group.Count(), Minor = group.Sum(one => one.ValueMinor) ?? 0 })
            .ToListAsync(cancel);

        var sums = Enumerable.Range(0, 6).Select(_ => new Dictionary<string, FunnelSum>(StringComparer.Ordinal)).ToArray();
        var total = new FunnelSum();
        foreach (var click in clicks)
        {
            total.Click(click.Hits, click.Visits, click.Scan);
            if (links.TryGetValue(click.Link, out var link))
            {
                Each([link.Post, link.Channel, link.Goal, link.Account, link.Campaign, click.Link.ToString()], sum => sum.Click(click.Hits, click.Visits, click.Scan));
            }
        }

        foreach (var one in conversions)
        {
            total.Convert(one.Count, one.Minor, one.Currency, one.MatchedBy);
            Each([one.Post, one.Channel, one.Goal, one.Account, one.Campaign, one.Link?.ToString()], sum => sum.Convert(one.Count, one.Minor, one.Currency, one.MatchedBy));
        }

        var tables = new List<IReadOnlyList<FunnelRow>>();
        foreach (var table in sums.Take(5))
        {
            tables.Add(await RowsAsync(table, cancel));
        }

        var byLink = Largest(sums[5]).Select(pair => links.TryGetValue(Id<TrackedLink>.Parse(pair.Key), out var link)
            ? pair.Value.Row(pair.Key, link.Title ?? link.Target, $"/tracking/links?link={pair.Key}")
            : pair.Value.Row(pair.Key));
        return new Funnels(total, conversions.Where(one => one.MatchedBy == MatchedBy.Nothing).Sum(one => one.Count), tables[0], tables[1], tables[2], tables[3], tables[4], [.. byLink]);

        void Each(string?[] subjects, Action<FunnelSum> add)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                if (subjects[i] is { } subject)
                {
                    if (!sums[i].TryGetValue(subject, out var sum))
                    {
                        sums[i][subject] = sum = new FunnelSum();
                    }

                    add(sum);
                }
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, FunnelSum>> Largest(Dictionary<string, FunnelSum> table) =>
        table.OrderByDescending(pair => pair.Value.Conversions).ThenByDescending(pair => pair.Value.Clicks).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostRows);

    private async Task<IReadOnlyList<FunnelRow>> RowsAsync(Dictionary<string, FunnelSum> table, CancellationToken cancel)
    {
        var rows = new List<FunnelRow>();
        foreach (var (subject, sum) in Largest(table))
        {
            var node = nodes.FirstOrDefault(source => subject.StartsWith(source.Prefix + "_", StringComparison.Ordinal)) is { } known ? await known.FindAsync(subject, cancel) : null;
            rows.Add(sum.Row(subject, node?.Title, node?.Path));
        }

        return rows;
    }
}
