using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>A link or a deal with what it counts for.</summary>
/// <param name="Link">What it says itself.</param>
/// <param name="Plan">The plan it belongs to; null where no plan claims it.</param>
/// <param name="Place">The goal, channel, campaign and theme its returns go to.</param>
/// <param name="Tag">Its campaign tag.</param>
internal sealed record PlacedSource(Guid Key, bool IsDeal, LinkPlace Link, string? Plan, WorkPlace Place, string? Tag);

/// <summary>
/// Finds what every link and deal of a brand counts for, so that returns and credits tell the same. It belongs to the plan it names, else to
/// the plan of the post, campaign, goal or channel it names, else to the plan of its campaign tag. What no plan claims counts for the plan
/// that is asked about as long as no other plan of the brand holds in the same days: nothing is ever counted for two plans.
/// </summary>
[Scoped]
public sealed class PlacedSources(Db db, WorkPlaces places)
{
    internal async Task<IReadOnlyList<PlacedSource>> OfAsync(Id<Brand> brand, string? asked, CancellationToken cancel)
    {
        var plans = await places.OfBrandAsync(brand, cancel);
        var tables = plans.ToDictionary(plan => plan.Plan, plan => plan.Places, StringComparer.Ordinal);
        var tags = (await db.Set<Campaign>().AsNoTracking().Where(campaign => campaign.Brand == brand).OrderBy(campaign => campaign.Id).Select(campaign => new { campaign.Id, campaign.Tag, campaign.Plan }).ToListAsync(cancel))
            .ToLookup(campaign => campaign.Tag, campaign => (Id: campaign.Id.ToString(), Plan: campaign.Plan.ToString()), StringComparer.Ordinal);
        var unclaimed = asked is not null && await IsAloneAsync(brand, asked, cancel) ? asked : null;
        var sources = new List<PlacedSource>();
        var links = db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand)
            .Select(link => new { link.Id, link.Plan, link.Post, link.Channel, link.Account, link.Goal, link.Campaign, link.Tags });
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            Put(link.Id.Value, false, new LinkPlace(link.Plan, link.Post, Channel: link.Channel, Account: link.Account, Goal: link.Goal, Campaign: link.Campaign), link.Tags?.Campaign);
        }

        foreach (var deal in await db.Set<Deal>().AsNoTracking().Where(deal => deal.Brand == brand).ToListAsync(cancel))
        {
            Put(deal.Id.Value, true, deal.Place, null);
        }

        return sources;

        void Put(Guid key, bool isDeal, LinkPlace link, string? tag)
        {
            string? named = link.Plan ?? plans.FirstOrDefault(plan => plan.Places.Claims(link)).Plan;
            var campaign = tag is null ? default : tags[tag].FirstOrDefault(one => named is null || one.Plan == named);
            var plan = named ?? campaign.Plan ?? unclaimed;

            // A link that names the account alone counts for the plan's channel on that account, where there is one.
            var table = tables.GetValueOrDefault(plan ?? asked ?? "") ?? plans.FirstOrDefault(one => one.Places.ChannelOfAccount.ContainsKey(link.Account ?? "")).Places;
            var place = table is null ? new WorkPlace(link.Goal, link.Channel, link.Campaign) : table.Of(link);

            // Links made by hand say which campaign they are of by their tag alone.
            sources.Add(new PlacedSource(key, isDeal, link, plan, place.Campaign is null && campaign.Id is not null ? new WorkPlace(Campaign: campaign.Id).Or(place).Or(table?.Of(campaign.Id)) : place, tag));
        }
    }

    /// <summary>Whether no other plan of the brand holds, or held, on any of its days.</summary>
    private async Task<bool> IsAloneAsync(Id<Brand> brand, string asked, CancellationToken cancel)
    {
        var plans = await db.Set<Plan>().AsNoTracking().Where(plan => plan.Brand == brand).ToListAsync(cancel);
        return plans.Find(plan => plan.Id.ToString() == asked) is not { } own || plans.TrueForAll(other => other.Id == own.Id || other.Status == PlanStatus.Outline || !Meet(own, other));

        static bool Meet(Plan one, Plan other) => First(one) <= Last(other) && First(other) <= Last(one);
        static LocalDate First(Plan plan) => plan.Start ?? plan.CreatedAt.InUtc().Date;
        static LocalDate Last(Plan plan)
        {
            var closed = plan.ClosedAt?.InUtc().Date ?? LocalDate.MaxIsoValue;
            return plan.End is { } end && end < closed ? end : closed;
        }
    }
}
