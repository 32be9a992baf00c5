using System.ComponentModel.DataAnnotations;
using Bellwether.Goals;
using Bellwether.Kernel;

namespace Bellwether.Campaigns;

/// <summary>Starts, ends, gives up or reopens a campaign; 422 for a move that its status does not allow. A paid one starts only while the plan has decided for advertising.</summary>
/// <param name="Note">How it ended, or why it is given up; needed to give it up.</param>
[Needs(Permission.EditPlan)]
public sealed record MoveCampaign(Id<Campaign> Campaign, CampaignMove Move, [property: MaxLength(1000)] string? Note = null, int? IfVersion = null) : ICommand<CampaignView>, IExpectsVersion
{
    internal sealed class Handler(CampaignBook book, AdvertisingBook advertising, CampaignViews views, Journal journal) : IHandle<MoveCampaign, CampaignView>
    {
        public async Task<CampaignView> HandleAsync(MoveCampaign request, CancellationToken cancel)
        {
            var (campaign, plan, brand) = await book.EditAsync(request.Campaign, cancel);
            campaign.Expect(request.IfVersion);
            campaign.Make(request.Move, request.Note);
            if (campaign is { IsPaid: true, Status: CampaignStatus.Running })
            {
                await advertising.RequireAllowedAsync(campaign.Plan, cancel);
            }

            journal.Say($"{Words(request.Move)} the campaign “{campaign.Name}”", campaign.Brand.Value, campaign.Plan.Value, campaign.Id, campaign.Note);
            return await views.OfAsync(campaign, plan, brand, cancel);
        }

        private static string Words(CampaignMove move) => move switch
        {
            CampaignMove.Start => "started",
            CampaignMove.End => "ended",
            CampaignMove.Cancel => "gave up",
            CampaignMove.Reopen => "reopened",
            _ => "made a draft again of",
        };
    }
}
