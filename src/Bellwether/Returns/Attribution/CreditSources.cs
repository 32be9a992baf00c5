using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Attribution;

/// <summary>Looks up what the links and deals of a brand stand for now. A post that moved to another campaign takes its credit along.</summary>
[Scoped]
public sealed class CreditSources(Db db)
{
    internal async Task<IReadOnlyDictionary<Guid, CreditSource>> OfAsync(Id<Brand> brand, CreditBy by, bool plans, CancellationToken cancel)
    {
        var sources = new Dictionary<Guid, CreditSource>();
        if (by == CreditBy.ChannelGroup && !plans)
        {
            return sources;
        }

        var keyOf = await KeysAsync(brand, by, cancel);
        var links = db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand)
            .Select(link => new { link.Id, link.Plan, link.Post, link.Channel, link.Account, link.Goal, link.Campaign, link.Tags });
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var place = new LinkPlace(link.Plan, link.Post, Channel: link.Channel, Account: link.Account, Goal: link.Goal, Campaign: link.Campaign);
            sources[link.Id.Value] = new CreditSource(by == CreditBy.Link ? link.Id.ToString() : keyOf(place, link.Tags?.Campaign), link.Plan);
        }

        foreach (var deal in await db.Set<Deal>().AsNoTracking().Where(deal => deal.Brand == brand).ToListAsync(cancel))
        {
            sources[deal.Id.Value] = new CreditSource(by == CreditBy.Deal ? deal.Id.ToString() : keyOf(deal.Place, null), deal.Plan);
        }

        return sources;
    }

    private async Task<Func<LinkPlace, string?, string?>> KeysAsync(Id<Brand> brand, CreditBy by, CancellationToken cancel)
    {
        switch (by)
        {
            case CreditBy.Post:
                return (place, _) => place.Post;
            case CreditBy.Goal:
                return (place, _) => place.Goal;
            case CreditBy.Channel:
                var channels = (await db.Set<Channel>().AsNoTracking().Where(channel => channel.Brand == brand && channel.Account != null).Select(channel => new { channel.Id, channel.Account, channel.Plan }).ToListAsync(cancel))
                    .GroupBy(channel => channel.Account!.Value.ToString(), StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.ToList(), StringComparer.Ordinal);
                // A link that names the account alone counts for the plan's channel on that account, where there is one.
                return (place, _) => place.Channel ?? (place.Account is { } account && channels.TryGetValue(account, out var own)
                    ? (own.Find(channel => channel.Plan.ToString() == place.Plan) ?? own[0]).Id.ToString() : null);
            case CreditBy.Theme:
                var themes = await db.Set<Post>().AsNoTracking().Where(post => post.Brand == brand && post.Theme != null).Select(post => new { post.Id, post.Theme }).ToDictionaryAsync(post => post.Id.ToString(), post => post.Theme!.Value.ToString(), StringComparer.Ordinal, cancel);
                return (place, _) => place.Post is { } post ? themes.GetValueOrDefault(post) : null;
            case CreditBy.Campaign or CreditBy.CampaignType:
                var campaigns = await db.Set<Campaign>().AsNoTracking().Where(campaign => campaign.Brand == brand).Select(campaign => new { campaign.Id, campaign.Kind, campaign.Tag, campaign.Plan }).OrderBy(campaign => campaign.Id).ToListAsync(cancel);
                var (byId, byTag) = (campaigns.ToDictionary(campaign => campaign.Id.ToString(), StringComparer.Ordinal), campaigns.ToLookup(campaign => campaign.Tag, StringComparer.Ordinal));
                return (place, tag) =>
                {
                    // Links made by hand say which campaign they are of by their tag alone.
                    var campaign = place.Campaign is { } id ? byId.GetValueOrDefault(id) : tag is null ? null : byTag[tag].FirstOrDefault(one => place.Plan is null || one.Plan.ToString() == place.Plan);
                    return by == CreditBy.CampaignType ? campaign is null ? null : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(campaign.Kind.ToString())
                        : campaign?.Id.ToString() ?? place.Campaign ?? tag;
                };
            default:
                return (_, _) => null;
        }
    }
}
