using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Campaigns;

/// <summary>The goals and channels a plan has, also those that are not stored yet; what a campaign names besides is of the past.</summary>
internal sealed record PlanFacts(HashSet<Id<Goal>> Goals, HashSet<Id<Channel>> Channels)
{
    public static async Task<PlanFacts> OfAsync(Db db, Id<Plan> plan, CancellationToken cancel)
    {
        var goals = await db.Set<Goal>().Where(goal => goal.Plan == plan).Select(goal => goal.Id).ToListAsync(cancel);
        var channels = await db.Set<Channel>().Where(channel => channel.Plan == plan).Select(channel => channel.Id).ToListAsync(cancel);
        return new PlanFacts(
            [.. goals, .. db.Set<Goal>().Local.Where(goal => goal.Plan == plan).Select(goal => goal.Id)],
            [.. channels, .. db.Set<Channel>().Local.Where(channel => channel.Plan == plan).Select(channel => channel.Id)]);
    }

    /// <summary>Of what a campaign serves, what the plan has.</summary>
    public IEnumerable<Id<Goal>> Known(IEnumerable<Id<Goal>> goals) => goals.Where(Goals.Contains);

    /// <summary>Of where a campaign runs, what the plan has.</summary>
    public IEnumerable<Id<Channel>> Known(IEnumerable<Id<Channel>> channels) => channels.Where(Channels.Contains);
}
