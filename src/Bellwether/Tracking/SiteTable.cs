using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Net;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>All that collection needs to know of a brand's own sites.</summary>
/// <param name="Key">The public key; null as long as nobody asked for one.</param>
/// <param name="Hosts">The brand's own hosts; what lies below one counts.</param>
/// <param name="Own">The networks of its own people.</param>
/// <param name="Zone">Whose days its links keep; UTC unless known.</param>
public sealed record SiteEntry(Guid Workspace, Guid Brand, string? Key, IReadOnlyList<string> Hosts, IReadOnlyList<IPNetwork> Own, DateTimeZone? Zone = null)
{
    private readonly ConcurrentDictionary<Arrival, (ChannelGroup, string?)> sorted = new();

    /// <summary>Whether a hit comes from one of the brand's own networks.</summary>
    public bool IsOwn(byte[] address)
    {
        if (Own.Count == 0 || address.Length is not (4 or 16))
        {
            return false;
        }

        var asked = new IPAddress(address);
        asked = asked.IsIPv4MappedToIPv6 ? asked.MapToIPv4() : asked;
        return Own.Any(network => network.Contains(asked));
    }

    /// <summary>
    /// The channel group of a visit and where it came from, as people call it. Visits come from few places again and again: each is sorted
    /// once while the entry lives, which is until the next look.
    /// </summary>
    public (ChannelGroup Group, string? Origin) Sort(Arrival arrival) =>
        sorted.GetOrAdd(arrival, static (from, hosts) => (ChannelRules.Shipped.Group(from, hosts), ChannelRules.Shipped.OriginOf(from, hosts)), Hosts);
}

/// <summary>Every brand's hosts, key and own networks in memory, so that no hit asks the database for them.</summary>
[Single]
public sealed class SiteTable(IServiceScopeFactory scopes)
{
    private volatile Known known = new(FrozenDictionary<Guid, SiteEntry>.Empty, FrozenDictionary<string, SiteEntry>.Empty);

    /// <summary>The site of a brand; null for a brand that is younger than the last look.</summary>
    public SiteEntry? OfBrand(Guid brand) => known.ByBrand.GetValueOrDefault(brand);

    /// <summary>The site with a public key; null when nobody has it.</summary>
    public SiteEntry? OfKey(string? key) => key is null ? null : known.ByKey.GetValueOrDefault(key);

    /// <summary>Whether any brand has this host for its own: whom a browser may send to us from.</summary>
    public bool HasHost(string host) => known.ByKey.Values.Any(site => TaggedAddress.IsOwn(host, site.Hosts));

    /// <summary>Reads what is there now. A few rows a brand; told of changes on this node, and every two seconds for those on others.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var sites = await db.Set<TrackedSite>().AsNoTracking().IgnoreQueryFilters().ToDictionaryAsync(site => site.Brand, cancel);
        var brands = await db.Set<Brand>().AsNoTracking().IgnoreQueryFilters().Select(brand => new { brand.Id, brand.WorkspaceKey, brand.OwnHosts, brand.ZoneName }).ToListAsync(cancel);
        var entries = brands.ConvertAll(brand => sites.GetValueOrDefault(brand.Id) is { } site
            ? new SiteEntry(brand.WorkspaceKey, brand.Id.Value, site.Key, brand.OwnHosts, [.. site.OwnNetworks.Select(TrackedSite.NetworkOf)], Clock.Zone(brand.ZoneName))
            : new SiteEntry(brand.WorkspaceKey, brand.Id.Value, null, brand.OwnHosts, [], Clock.Zone(brand.ZoneName)));
        known = new Known(entries.ToFrozenDictionary(site => site.Brand), entries.Where(site => site.Key is not null).ToFrozenDictionary(site => site.Key!, StringComparer.Ordinal));
    }

    private sealed record Known(FrozenDictionary<Guid, SiteEntry> ByBrand, FrozenDictionary<string, SiteEntry> ByKey);
}

/// <summary>Keeps the table fresh on the node that made the change.</summary>
internal sealed class KeepSiteTable(SiteTable table) : IReact<SiteChanged>
{
    public Task ReactAsync(SiteChanged happened, CancellationToken cancel) => table.RefreshAsync(cancel);
}
