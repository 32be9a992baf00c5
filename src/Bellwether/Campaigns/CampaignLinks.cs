using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Campaigns;

/// <summary>Tells Goals which campaigns serve which goals; one without any is an orphan. What was given up serves nothing.</summary>
internal sealed class CampaignGoalLinks(Db db) : IGoalLinks
{
    public async Task<IReadOnlyList<GoalLink>> LinksAsync(Id<Plan> plan, CancellationToken cancel) =>
        [.. (await CountingAsync(db, plan, cancel)).SelectMany(campaign => campaign.Goals.Select(goal => (Id<Goal>?)goal).DefaultIfEmpty()
            .Select(goal => new GoalLink(campaign.Id.ToString(), "campaign", campaign.Name, goal, campaign.CreatedAt)))];

    /// <summary>The campaigns of a plan that were neither taken out nor given up.</summary>
    public static Task<List<Campaign>> CountingAsync(Db db, Id<Plan> plan, CancellationToken cancel) =>
        db.Set<Campaign>().AsNoTracking().Where(row => row.Plan == plan && row.RemovedAt == null && row.Status != CampaignStatus.Cancelled).OrderBy(row => row.Id).ToListAsync(cancel);
}

/// <summary>Tells Goals how many campaigns are judged by at least one metric.</summary>
internal sealed class MeasuredCampaigns(Db db) : IMeasuredLevel
{
    public async Task<MeasuredLevel> LookAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var campaigns = await CampaignGoalLinks.CountingAsync(db, plan, cancel);
        return new MeasuredLevel("campaigns", 400, campaigns.Count, [.. campaigns.Where(campaign => campaign.Kpis.Count == 0).Select(campaign => campaign.Name)]);
    }
}

/// <summary>Lets comments, the journal and search point to campaigns.</summary>
internal sealed class CampaignNodes(Db db) : NodesOf<Campaign>(db, row => new PlanNode(row.Brand, row.Plan, row.Name, $"/campaigns/{row.Id}"));

/// <summary>The campaigns a plan has while its file is read, also those that are not stored yet.</summary>
internal static class CampaignsOf
{
    public static async Task<HashSet<Id<Campaign>>> PlanAsync(Db db, Plan plan, CancellationToken cancel)
    {
        await db.Set<Campaign>().Where(campaign => campaign.Plan == plan.Id).LoadAsync(cancel);
        return [.. db.Set<Campaign>().Local.Where(campaign => campaign.Plan == plan.Id).Select(campaign => campaign.Id)];
    }
}
