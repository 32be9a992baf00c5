using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Lets a tactic or an action belong to a campaign of its plan; without one, to none. The actions of a tactic belong to its campaign unless they have one of their own.</summary>
[Needs(Permission.EditPlan)]
public sealed record JoinCampaign(string Node, Id<Campaign>? Campaign = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<JoinCampaign, WorkView>
    {
        public async Task<WorkView> HandleAsync(JoinCampaign request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            var campaign = await PlanCampaign.CheckedAsync(db, request.Campaign, book.Plan, cancel);
            switch (work)
            {
                case Tactic tactic:
                    tactic.Join(campaign?.Id);
                    break;
                case ActionItem action:
                    action.Join(campaign?.Id);
                    break;
                default:
                    throw Rule.Broken("step-has-no-campaign", "A step belongs to the campaign of its action. Choose one for the action instead.", "node");
            }

            journal.Say(campaign is null ? $"took “{work.Title}” out of its campaign" : $"made “{work.Title}” a part of the campaign “{campaign.Name}”", work.Brand.Value, work.Plan.Value, work.Key);
            return WorkViews.Of(book, work.Key);
        }
    }
}

/// <summary>A campaign that was named, checked to be one of the plan.</summary>
internal static class PlanCampaign
{
    public static async Task<Campaign?> CheckedAsync(Db db, Id<Campaign>? campaign, Plan plan, CancellationToken cancel)
    {
        if (campaign is not { } id)
        {
            return null;
        }

        var found = await db.FindAsync(id, "campaign", cancel);
        Rule.Require(found.Plan == plan.Id, "campaign-of-other-plan", "The campaign belongs to another plan. Choose one of this plan.", "campaign");
        return Rule.Found(found.RemovedAt is null ? found : null, "campaign");
    }
}
