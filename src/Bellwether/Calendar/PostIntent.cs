using Bellwether.Actions;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>Links a post to what it is for, once all of it is found in the same brand.</summary>
[Scoped]
public sealed class PostIntent(Db db)
{
    /// <summary>404 for a plan, goal, campaign or action of another workspace; 422 when they do not belong together, or for a goal or campaign that is over.</summary>
    public async Task SetAsync(Post post, Id<Plan>? plan, Id<Goal>? goal, bool unguided, Id<ActionItem>? action, Id<ContentPillar>? theme, Id<Campaign>? campaign, CancellationToken cancel)
    {
        if (campaign is { } campaignId)
        {
            var found = await CampaignAsync(post, campaignId, cancel);
            plan ??= found.Plan;
            Rule.Require(found.Plan == plan, "campaign-of-other-plan", "The campaign belongs to another plan. Choose one of this plan.", "campaign");
            goal ??= unguided || found.Goals.Count != 1 ? null : found.Goals[0];
        }

        if (goal is { } goalId)
        {
            var found = await db.FindAsync(goalId, "goal", cancel);
            plan ??= found.Plan;
            Rule.Require(found.Plan == plan, "goal-of-other-plan", "The goal belongs to another plan. Choose one of this plan.", "goal");
            Rule.Require(found.ClosedAt is null || post.Goal == goalId, "goal-closed", $"The goal “{found.Title}” is closed. Choose one that is still open.", "goal");
        }

        if (action is { } actionId)
        {
            var found = await db.FindAsync(actionId, "action", cancel);
            plan ??= found.Plan;
        }

        if (theme is { } themeId)
        {
            var found = await db.FindAsync(themeId, "theme", cancel);
            plan ??= found.Plan;
        }

        if (plan is { } planId)
        {
            var found = await db.FindAsync(planId, "plan", cancel);
            Rule.Require(found.Brand == post.Brand, "plan-of-other-brand", "The plan belongs to another brand. Choose one of this brand.", "plan");
        }

        post.Serve(plan, goal, unguided, action, theme, campaign);
    }

    /// <summary>A post stays with its campaign whatever becomes of it; no other joins one that is over.</summary>
    private async Task<Campaign> CampaignAsync(Post post, Id<Campaign> id, CancellationToken cancel)
    {
        var found = await db.FindAsync(id, "campaign", cancel);
        if (post.Campaign != id)
        {
            Rule.Found(found.RemovedAt is null ? found : null, "campaign");
            Rule.Require(found.Status is CampaignStatus.Draft or CampaignStatus.Running, "campaign-over", $"The campaign “{found.Name}” is {CampaignMoves.Words(found.Status)}. Choose one that is planned or runs.", "campaign");
        }

        return found;
    }
}
