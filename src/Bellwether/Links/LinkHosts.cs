using System.Collections.Frozen;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Links;

/// <summary>A brand's hosts for short links or its fallback changed.</summary>
public sealed record LinkHostsChanged(Id<Brand> Brand) : IEvent;

/// <summary>Whose a host is.</summary>
/// <param name="Proof">What it answers to the test of the domain.</param>
public sealed record HostOwner(Guid Brand, string Proof);

/// <summary>
/// The brands' own hosts for short links and their fallbacks, in memory: a request is told from one to the screen without asking a
/// database. Hosts that were given up stay, because links were handed out on them.
/// </summary>
[Single]
public sealed class LinkHosts(IServiceScopeFactory scopes, PublicAddress address)
{
    private volatile Known known = new(FrozenDictionary<string, HostOwner>.Empty, FrozenDictionary<Guid, BrandLinks>.Empty);

    /// <summary>Whose a host is; null for every host that is no brand's.</summary>
    public HostOwner? OwnerOf(string host)
    {
        var hosts = known.Hosts;
        return hosts.Count == 0 ? null : hosts.GetValueOrDefault(host);
    }

    /// <summary>Where a brand leads whoever follows a link that ended, or one that never was on its own host.</summary>
    public string? FallbackOf(Guid brand) => known.Brands.GetValueOrDefault(brand)?.Fallback;

    /// <summary>The own host on which a brand's new links stand; null for the address of the installation.</summary>
    public string? NewOn(Guid brand) => known.Brands.GetValueOrDefault(brand)?.Host;

    /// <summary>Reads what is there now. A few rows a brand; told of changes on this node, and every two seconds for those on others.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var hosts = await db.Set<LinkDomain>().AsNoTracking().IgnoreQueryFilters().Select(domain => new { domain.Host, domain.Brand, domain.Proof }).ToListAsync(cancel);
        var brands = await db.Set<LinkPolicy>().AsNoTracking().IgnoreQueryFilters().Where(policy => policy.Fallback != null || policy.Host != null).Select(policy => new { policy.Brand, policy.Fallback, policy.Host }).ToListAsync(cancel);
        known = new Known(
            hosts.ToFrozenDictionary(one => one.Host, one => new HostOwner(one.Brand.Value, one.Proof), StringComparer.OrdinalIgnoreCase),
            brands.ToFrozenDictionary(one => one.Brand.Value, one => new BrandLinks(one.Fallback, one.Host)));
        address.Know(known.Hosts.Keys);
    }

    private sealed record BrandLinks(string? Fallback, string? Host);

    private sealed record Known(FrozenDictionary<string, HostOwner> Hosts, FrozenDictionary<Guid, BrandLinks> Brands);
}

/// <summary>Keeps the hosts fresh on the node that made the change.</summary>
internal sealed class KeepLinkHosts(LinkHosts hosts) : IReact<LinkHostsChanged>
{
    public Task ReactAsync(LinkHostsChanged happened, CancellationToken cancel) => hosts.RefreshAsync(cancel);
}
