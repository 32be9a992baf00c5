using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>How a brand's own site reports to us.</summary>
/// <param name="Key">The public key in its pages; null until somebody asks for one.</param>
/// <param name="Hosts">The brand's own hosts; reports of others are dropped.</param>
/// <param name="Networks">Addresses and networks whose visits are the brand's own people.</param>
/// <param name="Snippet">What goes into the head of every page; null without a key.</param>
/// <param name="Pixel">For pages that may not run scripts; null without a key.</param>
/// <param name="OwnBrowser">The address that takes a browser out of the counting, to be opened in it.</param>
/// <param name="IsLocal">Whether nobody outside reaches the address in the snippet.</param>
/// <param name="First">When the first report came.</param>
/// <param name="Last">When the latest came.</param>
public sealed record SiteDetailView(
    Id<Brand> Brand, string? Key, IReadOnlyList<string> Hosts, IReadOnlyList<string> Networks, string? Snippet, string? Pixel, string OwnBrowser, bool IsLocal, Instant? First, Instant? Last)
{
    internal static async Task<SiteDetailView> OfAsync(Brand brand, TrackedSite? site, PublicAddress address, Db db, CancellationToken cancel)
    {
        var reports = db.Set<SiteEvent>().Where(row => row.Brand == brand.Id);
        return new SiteDetailView(
            brand.Id, site?.Key, brand.OwnHosts, site?.OwnNetworks ?? [],
            site is null ? null : $"<script defer src=\"{address.Base}/t/script.js\" data-site=\"{site.Key}\"></script>",
            site is null ? null : $"<img src=\"{address.Base}/t/pixel.gif?site={site.Key}\" alt=\"\" width=\"1\" height=\"1\" referrerpolicy=\"no-referrer-when-downgrade\">",
            $"{address.Base}/t/own", address.IsLocal,
            site is null ? null : await reports.MinAsync(row => (Instant?)row.At, cancel), site is null ? null : await reports.MaxAsync(row => (Instant?)row.At, cancel));
    }
}

/// <summary>How a brand's own site reports to us: its key, what to copy into its pages, and when it last reported.</summary>
[Needs(Permission.Read)]
public sealed record SiteDetail(Id<Brand> Brand) : IQuery<SiteDetailView>
{
    internal sealed class Handler(Db db, PublicAddress address) : IHandle<SiteDetail, SiteDetailView>
    {
        public async Task<SiteDetailView> HandleAsync(SiteDetail request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return await SiteDetailView.OfAsync(brand, await db.Set<TrackedSite>().AsNoTracking().FirstOrDefaultAsync(site => site.Brand == brand.Id, cancel), address, db, cancel);
        }
    }
}

/// <summary>Gives a brand's own site a key, so that its pages can report visits. A brand that has one keeps it.</summary>
[Needs(Permission.Administer)]
public sealed record OpenSite(Id<Brand> Brand) : ICommand<SiteDetailView>
{
    internal sealed class Handler(Db db, PublicAddress address, Journal journal) : IHandle<OpenSite, SiteDetailView>
    {
        public async Task<SiteDetailView> HandleAsync(OpenSite request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var site = await db.Set<TrackedSite>().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
            if (site is null)
            {
                db.Add(site = new TrackedSite(brand.Id));
                db.Raise(new SiteChanged(brand.Id));
                journal.Say("made a key for the own site", brand.Id.Value, subject: brand.Id);
            }

            return await SiteDetailView.OfAsync(brand, site, address, db, cancel);
        }
    }
}

/// <summary>Says which addresses and networks are the brand's own people; their visits and clicks are dropped as own traffic from now on.</summary>
/// <param name="Networks">Such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32; an empty list for none.</param>
[Needs(Permission.Administer)]
public sealed record SetOwnNetworks(Id<Brand> Brand, IReadOnlyList<string> Networks) : ICommand<SiteDetailView>
{
    internal sealed class Handler(Db db, PublicAddress address, Journal journal) : IHandle<SetOwnNetworks, SiteDetailView>
    {
        public async Task<SiteDetailView> HandleAsync(SetOwnNetworks request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var site = await db.Set<TrackedSite>().FirstOrDefaultAsync(one => one.Brand == brand.Id, cancel);
            if (site is null)
            {
                db.Add(site = new TrackedSite(brand.Id));
            }

            site.Own(request.Networks);
            db.Raise(new SiteChanged(brand.Id));
            journal.Say("changed which networks are the own people", brand.Id.Value, subject: brand.Id);
            return await SiteDetailView.OfAsync(brand, site, address, db, cancel);
        }
    }
}
