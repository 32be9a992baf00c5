using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Campaigns;

/// <summary>Takes a campaign out of the plan. Its posts stay, and it can be put back.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveCampaign(Id<Campaign> Campaign) : ICommand<Done>
{
    internal sealed class Handler(CampaignBook book, TimeProvider clock, Journal journal) : IHandle<RemoveCampaign, Done>
    {
        public async Task<Done> HandleAsync(RemoveCampaign request, CancellationToken cancel)
        {
            var (campaign, _, _) = await book.EditAsync(request.Campaign, cancel);
            campaign.Remove(clock.Now());
            journal.Say($"took the campaign “{campaign.Name}” out", campaign.Brand.Value, campaign.Plan.Value, campaign.Id);
            return Done.It;
        }
    }
}

/// <summary>Puts a campaign back that was taken out of the plan, as it was. A paid one needs the plan's decision for advertising, as when it was added.</summary>
[Needs(Permission.EditPlan)]
public sealed record RestoreCampaign(Id<Campaign> Campaign) : ICommand<CampaignView>
{
    internal sealed class Handler(Db db, CampaignBook book, AdvertisingBook advertising, PlanFinder plans, CampaignViews views, Journal journal) : IHandle<RestoreCampaign, CampaignView>
    {
        public async Task<CampaignView> HandleAsync(RestoreCampaign request, CancellationToken cancel)
        {
            var campaign = await db.FindAsync(request.Campaign, "campaign", cancel);
            var (plan, brand) = await plans.EditWithBrandAsync(campaign.Plan, cancel);
            if (campaign is { IsPaid: true, RemovedAt: not null, Status: not CampaignStatus.Ended })
            {
                await advertising.RequireAllowedAsync(plan.Id, cancel);
            }

            campaign.Restore();
            await book.TagAsync(campaign, null, cancel);
            journal.Say($"put the campaign “{campaign.Name}” back", plan.Brand.Value, plan.Id.Value, campaign.Id);
            return await views.OfAsync(campaign, plan, brand, cancel);
        }
    }
}
