using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// The channel groups of links and deals. Whoever follows a link that stands for something did not come by themselves, though the
/// browser did not say from where. What was looked up once is kept as long as the request lasts.
/// </summary>
[Scoped]
public sealed class TouchGroups(Db db)
{
    private readonly Dictionary<Guid, ChannelGroup> groups = [];
    private readonly Dictionary<(string? Account, string? Channel), string?> networks = [];

    /// <summary>Looks up all links of a brand at once, for whoever reads many clicks.</summary>
    public async Task KnowAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand)
            .Select(link => new { link.Id, link.Plan, link.Post, link.Variant, link.Channel, link.Account, link.Goal, link.Campaign, link.Tags }).ToListAsync(cancel);
        foreach (var link in links)
        {
            groups[link.Id.Value] = await OfAsync(link.Tags, new LinkPlace(link.Plan, link.Post, link.Variant, link.Channel, link.Account, link.Goal, link.Campaign), cancel);
        }
    }

    /// <summary>The group of a click, once its link is known.</summary>
    public ChannelGroup Of(ChannelGroup clicked, Id<TrackedLink> link) => clicked == ChannelGroup.Direct ? groups.GetValueOrDefault(link.Value, ChannelGroup.Direct) : clicked;

    public async Task<ChannelGroup> OfAsync(Id<TrackedLink> id, CancellationToken cancel)
    {
        if (!groups.TryGetValue(id.Value, out var group))
        {
            var link = await db.Set<TrackedLink>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
            groups[id.Value] = group = await OfAsync(link?.Tags, link?.Place ?? new LinkPlace(), cancel);
        }

        return group;
    }

    public async Task<ChannelGroup> OfAsync(Id<Deal> id, CancellationToken cancel)
    {
        if (!groups.TryGetValue(id.Value, out var group))
        {
            var deal = await db.Set<Deal>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
            group = await OfAsync(null, deal?.Place ?? new LinkPlace(), cancel);

            // Who types a code in has seen it somewhere: that is never direct.
            groups[id.Value] = group = group == ChannelGroup.Direct ? ChannelGroup.Unassigned : group;
        }

        return group;
    }

    private async Task<ChannelGroup> OfAsync(CampaignTags? tags, LinkPlace place, CancellationToken cancel)
    {
        if (tags is not null)
        {
            return ChannelRules.Shipped.Group(new Arrival(tags.Source, tags.Medium, tags.Campaign));
        }

        if (place == new LinkPlace())
        {
            return ChannelGroup.Direct;
        }

        return await NetworkAsync(place, cancel) is not { } network ? ChannelGroup.Unassigned
            : ChannelRules.Shipped.Group(new Arrival(network, null)) is var group and not (ChannelGroup.Unassigned or ChannelGroup.Referral) ? group
            : ChannelGroup.OrganicSocial;
    }

    private async Task<string?> NetworkAsync(LinkPlace place, CancellationToken cancel)
    {
        var key = (place.Account, place.Channel);
        if (!networks.TryGetValue(key, out var network))
        {
            network = Id<SocialAccount>.TryParse(place.Account, null, out var account) ? await db.Set<SocialAccount>().AsNoTracking().Where(one => one.Id == account).Select(one => one.Network).FirstOrDefaultAsync(cancel) : null;
            network ??= Id<Channel>.TryParse(place.Channel, null, out var channel) ? await db.Set<Channel>().AsNoTracking().Where(one => one.Id == channel).Select(one => one.Network).FirstOrDefaultAsync(cancel) : null;
            networks[key] = network;
        }

        return network;
    }
}
