using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Hubs;

/// <summary>A page of links as the public sees it.</summary>
/// <param name="Links">The code and the label of each link.</param>
public sealed record HubPage(Id<LinkHub> Hub, Guid Workspace, Guid Brand, string BrandName, HubContent Content, IReadOnlyList<(string Code, string Label)> Links);

/// <summary>The published page of links with a name, or the first one of a brand; 404 where none is published.</summary>
/// <param name="Name">What stands behind /h/; null for the root of a brand's own host.</param>
/// <param name="Owner">The brand whose own host was asked; it shows no other brand's pages.</param>
[Internal("Read by everybody, through the public page; a signed-in member asks for the page itself.")]
public sealed record PublishedHub(string? Name, Guid? Owner = null) : IQuery<HubPage>
{
    internal sealed class Handler(Db db) : IHandle<PublishedHub, HubPage>
    {
        public async Task<HubPage> HandleAsync(PublishedHub request, CancellationToken cancel)
        {
            var hubs = db.Set<LinkHub>().IgnoreQueryFilters().AsNoTracking().Where(hub => hub.PublishedAt != null);
            if (request.Owner is { } owner)
            {
                var brand = new Id<Brand>(owner);
                hubs = hubs.Where(hub => hub.Brand == brand);
            }

            var name = request.Name?.ToLowerInvariant();
            // At the root stands the brand's own page before those of its channels.
            var found = Rule.Found(
                name is null ? await hubs.OrderBy(hub => hub.Channel != null).ThenBy(hub => hub.Id).FirstOrDefaultAsync(cancel) : await hubs.FirstOrDefaultAsync(hub => hub.Name == name, cancel), "page");
            var content = found.Live!;
            var ids = content.Entries.Select(entry => entry.Link).ToList();
            var codes = await db.Set<TrackedLink>().IgnoreQueryFilters().AsNoTracking().Where(link => link.Brand == found.Brand && ids.Contains(link.Id) && link.ArchivedAt == null).Select(link => new { link.Id, link.Code }).ToDictionaryAsync(link => link.Id, link => link.Code, cancel);
            var says = await db.Set<Brand>().IgnoreQueryFilters().Where(brand => brand.Id == found.Brand).Select(brand => brand.Name).FirstAsync(cancel);
            return new HubPage(found.Id, found.WorkspaceKey, found.Brand.Value, says, content, [.. content.Entries.Where(entry => codes.ContainsKey(entry.Link)).Select(entry => (codes[entry.Link], entry.Label))]);
        }
    }
}

/// <summary>Counts who looks at pages of links: through the same filters and the same queue as clicks.</summary>
[Single]
public sealed class HubVisits(SiteTable sites, VisitorSalts salts, Visitors visitors, ClickQueue queue, TimeProvider clock)
{
    /// <summary>Counts one view; the task is done when it is on disk.</summary>
    public async Task CountAsync(HubPage page, Hit hit, CancellationToken cancel)
    {
        var now = clock.Now();
        var host = hit.Referrer is null ? null : ReferrerHosts.Shipped.KeyOf(hit.Referrer);
        var outcome = hit.AskedOut || sites.OfBrand(page.Brand)?.IsOwn(hit.Address) == true ? HitOutcome.OwnTraffic : HitFilter.Judge(hit.Headers);
        outcome = outcome == HitOutcome.Counted && host is not null && SpamReferrers.Has(ReferrerHosts.HostOf(host)) ? HitOutcome.SpamReferrer : outcome;
        var salt = (await salts.NowAsync(cancel)).Today;
        // A page of its own: looking at it begins no visit of a link.
        var visitor = Visitors.Hash(salt, page.Hub.Value, hit.Address, hit.Headers.Agent);
        var starts = outcome == HitOutcome.Counted ? visitors.StartsVisit(visitor, null, now) : visitors.StartsDroppedVisit(visitor, now);
        await queue.Add(new HubKey(page.Workspace, page.Brand, page.Hub.Value, RollupKey.QuarterOf(now.ToUnixTimeTicks()), outcome), starts);
    }
}
