using System.Text.Json;
using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Attribution;

/// <summary>Looks up what the links and deals of a brand stand for now. A post that moved to another campaign takes its credit along.</summary>
[Scoped]
public sealed class CreditSources(Db db, PlacedSources placed)
{
    /// <summary>The key under which each link and deal gets credit.</summary>
    /// <param name="plan">The plan that is asked about; null for the whole brand.</param>
    internal async Task<IReadOnlyDictionary<Guid, CreditSource>> OfAsync(Id<Brand> brand, CreditBy by, string? plan, CancellationToken cancel)
    {
        if (by == CreditBy.ChannelGroup && plan is null)
        {
            return new Dictionary<Guid, CreditSource>();
        }

        var keyOf = await KeyAsync(brand, by, cancel);
        return (await placed.OfAsync(brand, plan, cancel)).ToDictionary(source => source.Key, source => new CreditSource(keyOf(source), source.Plan));
    }

    private async Task<Func<PlacedSource, string?>> KeyAsync(Id<Brand> brand, CreditBy by, CancellationToken cancel)
    {
        switch (by)
        {
            case CreditBy.Link:
                return source => source.IsDeal ? null : new Id<TrackedLink>(source.Key).ToString();
            case CreditBy.Deal:
                return source => source.IsDeal ? new Id<Deal>(source.Key).ToString() : null;
            case CreditBy.Post:
                return source => source.Link.Post;
            case CreditBy.Goal:
                return source => source.Place.Goal;
            case CreditBy.Channel:
                return source => source.Place.Channel;
            case CreditBy.Campaign:
                return source => source.Place.Campaign ?? source.Tag;
            case CreditBy.CampaignType:
                var kinds = await db.Set<Campaign>().AsNoTracking().Where(campaign => campaign.Brand == brand).ToDictionaryAsync(campaign => campaign.Id.ToString(), campaign => JsonNamingPolicy.CamelCase.ConvertName(campaign.Kind.ToString()), StringComparer.Ordinal, cancel);
                return source => kinds.GetValueOrDefault(source.Place.Campaign ?? "");
            case CreditBy.Theme:
                // An idea that no plan has taken up yet may have a theme as well.
                var themes = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => post.Brand == brand && post.Plan == null && post.Theme != null).Select(post => new { post.Id, post.Theme }).ToDictionaryAsync(post => post.Id.ToString(), post => post.Theme!.Value.ToString(), StringComparer.Ordinal, cancel);
                return source => source.Place.Theme ?? themes.GetValueOrDefault(source.Link.Post ?? "");
            default:
                return _ => null;
        }
    }
}
