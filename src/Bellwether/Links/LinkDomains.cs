using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Links;

/// <summary>A host of a brand's own for short links.</summary>
/// <param name="Links">How many links were given on it.</param>
/// <param name="RetiredAt">When the brand gave it up; links that were given on it still work there.</param>
public sealed record LinkDomainView(Id<LinkDomain> Id, Id<Brand> Brand, string Host, int Links, Instant? RetiredAt)
{
    internal static LinkDomainView Of(LinkDomain domain, int links) => new(domain.Id, domain.Brand, domain.Host, links, domain.RetiredAt);
}

/// <summary>The brand's own hosts for short links, those given up last.</summary>
[Needs(Permission.Read)]
public sealed record LinkDomainList(Id<Brand> Brand) : IQuery<IReadOnlyList<LinkDomainView>>
{
    internal sealed class Handler(Db db) : IHandle<LinkDomainList, IReadOnlyList<LinkDomainView>>
    {
        public async Task<IReadOnlyList<LinkDomainView>> HandleAsync(LinkDomainList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var domains = await db.Set<LinkDomain>().AsNoTracking().Where(domain => domain.Brand == brand.Id).OrderBy(domain => domain.RetiredAt != null).ThenBy(domain => domain.Id).ToListAsync(cancel);
            var counts = await db.Set<TrackedLink>().Where(link => link.Brand == brand.Id && link.Host != null).GroupBy(link => link.Host!).Select(group => new { Host = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Host, row => row.Count, cancel);
            return [.. domains.Select(domain => LinkDomainView.Of(domain, counts.GetValueOrDefault(domain.Host)))];
        }
    }
}

/// <summary>
/// Adds a host of the brand's own for short links, such as go.example.org. Its DNS must lead here; requests on it reach the brand's links
/// and its page of links, and nothing else of the program.
/// </summary>
/// <param name="Host">The name of the host, without https:// and without a path.</param>
[Needs(Permission.Administer)]
public sealed record AddLinkDomain(Id<Brand> Brand, [property: MaxLength(300)] string Host) : ICommand<LinkDomainView>
{
    internal sealed class Handler(Db db, PublicAddress address, Journal journal) : IHandle<AddLinkDomain, LinkDomainView>
    {
        public async Task<LinkDomainView> HandleAsync(AddLinkDomain request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var fresh = new LinkDomain(brand.Id, request.Host, address, brand.OwnHosts);
            // A host leads to one brand of the whole installation, whoever may see which.
            var domain = await db.Set<LinkDomain>().IgnoreQueryFilters().FirstOrDefaultAsync(one => one.Host == fresh.Host, cancel);
            if (domain is not null && (domain.Brand != brand.Id || domain.RetiredAt is null))
            {
                throw Rule.Conflict("host-taken", domain.Brand == brand.Id ? "This host is there already." : "This host carries the links of another brand. Choose another name.", "host");
            }

            if (domain is null)
            {
                db.Add(domain = fresh);
            }

            domain.Return();
            db.Raise(new LinkHostsChanged(brand.Id));
            journal.Say($"added {domain.Host} for short links", brand.Id.Value, subject: domain.Id);
            return LinkDomainView.Of(domain, await db.Set<TrackedLink>().CountAsync(link => link.Brand == brand.Id && link.Host == domain.Host, cancel));
        }
    }
}

/// <summary>Gives a host up: new links no longer stand on it. Links that were given on it work there and at the address of the installation for ever.</summary>
[Needs(Permission.Administer)]
public sealed record RetireLinkDomain(Id<LinkDomain> Domain) : ICommand<Done>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<RetireLinkDomain, Done>
    {
        public async Task<Done> HandleAsync(RetireLinkDomain request, CancellationToken cancel)
        {
            var domain = await db.FindAsync(request.Domain, "host", cancel);
            if (await db.Set<LinkPolicy>().FirstOrDefaultAsync(policy => policy.Brand == domain.Brand && policy.Host == domain.Host, cancel) is { } policy)
            {
                policy.StandOn(null);
            }

            if (await db.Set<TrackedLink>().AnyAsync(link => link.Brand == domain.Brand && link.Host == domain.Host, cancel))
            {
                domain.Retire(clock.Now());
            }
            else
            {
                db.Remove(domain);
            }

            db.Raise(new LinkHostsChanged(domain.Brand));
            journal.Say($"gave {domain.Host} up for short links", domain.Brand.Value, subject: domain.Id);
            return Done.It;
        }
    }
}
