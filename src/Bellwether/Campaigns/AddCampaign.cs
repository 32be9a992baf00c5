using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Campaigns;

/// <summary>Adds a campaign to a plan; a name is enough. A paid one is refused with 422 unless the plan decided for paid advertising.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddCampaign(Id<Plan> Plan, CampaignSheet Sheet) : ICommand<CampaignView>
{
    internal sealed class Handler(Db db, PlanFinder plans, CampaignBook book, CampaignViews views, Journal journal) : IHandle<AddCampaign, CampaignView>
    {
        public async Task<CampaignView> HandleAsync(AddCampaign request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.EditWithBrandAsync(request.Plan, cancel);
            var campaign = new Campaign(plan, request.Sheet.Name, request.Sheet.Kind);
            await book.WriteAsync(campaign, request.Sheet, brand, isNew: true, cancel);
            db.Add(campaign);
            journal.Say($"added the campaign “{campaign.Name}”", plan.Brand.Value, plan.Id.Value, campaign.Id);
            return await views.OfAsync(campaign, plan, brand, cancel);
        }
    }
}
