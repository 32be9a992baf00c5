using Bellwether.Kernel;

namespace Bellwether.Campaigns;

/// <summary>Says everything about a campaign anew. Making it paid, or raising its budget, is refused with 422 unless the plan decided for paid advertising.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeCampaign(Id<Campaign> Campaign, CampaignSheet Sheet, int? IfVersion = null) : ICommand<CampaignView>, IExpectsVersion
{
    internal sealed class Handler(CampaignBook book, CampaignViews views, Journal journal) : IHandle<ChangeCampaign, CampaignView>
    {
        public async Task<CampaignView> HandleAsync(ChangeCampaign request, CancellationToken cancel)
        {
            var (campaign, plan, brand) = await book.EditAsync(request.Campaign, cancel);
            campaign.Expect(request.IfVersion);
            await book.WriteAsync(campaign, request.Sheet, brand, isNew: false, cancel);
            journal.Say($"changed the campaign “{campaign.Name}”", campaign.Brand.Value, campaign.Plan.Value, campaign.Id);
            return await views.OfAsync(campaign, plan, brand, cancel);
        }
    }
}
