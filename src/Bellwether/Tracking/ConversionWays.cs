using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Tells Research by which networks conversions came, to stand beside what people say of themselves.</summary>
internal sealed class ConversionWays(Db db) : ITrackedWays
{
    public async Task<TrackedWays> WaysAsync(Id<Brand> brand, Instant from, Instant to, CancellationToken cancel)
    {
        var rows = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == brand && one.VoidedAt == null && one.At >= from && one.At <= to)
            .Select(one => new { one.Account, one.Channel, one.Link }).ToListAsync(cancel);
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(account => account.Brand == brand).ToDictionaryAsync(account => account.Id.ToString(), account => account.Network, StringComparer.Ordinal, cancel);
        var channels = await db.Set<Channel>().AsNoTracking().Where(channel => channel.Brand == brand).ToDictionaryAsync(channel => channel.Id.ToString(), channel => channel.Network, StringComparer.Ordinal, cancel);
        var links = (await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand).ToListAsync(cancel)).ToDictionary(link => link.Id, link => link.Tags?.Source);
        var ways = rows
            .Select(row => Known(accounts, row.Account) ?? Known(channels, row.Channel) ?? (row.Link is { } link ? links.GetValueOrDefault(link) : null))
            .OfType<string>().CountBy(network => network, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return new TrackedWays(ways, rows.Count);
    }

    private static string? Known(Dictionary<string, string> networks, string? id) => id is null ? null : networks.GetValueOrDefault(id);
}
