using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Tells Research on which networks the plan decided, and which channels it runs.</summary>
internal sealed class ChannelDecisions(Db db) : IPlanDecisions, IPlannedNetworks
{
    public async Task<IReadOnlyList<PlanDecision>> DecisionsAsync(Id<Plan> plan, CancellationToken cancel) =>
        [.. (await ChannelsAsync(plan, cancel)).Where(channel => channel.Status == ChannelStatus.Active)
            .Select(channel => new PlanDecision(channel.Id.ToString(), "channel", NetworkCatalogue.Of(channel.Network).Name, channel.PrimaryGoal?.ToString()))];

    public async Task<IReadOnlyList<PlannedNetwork>> NetworksAsync(Id<Plan> plan, CancellationToken cancel) =>
        [.. (await ChannelsAsync(plan, cancel)).Select(channel => new PlannedNetwork(channel.Network, channel.Id.ToString(), channel.Status == ChannelStatus.Active))];

    private Task<List<Channel>> ChannelsAsync(Id<Plan> plan, CancellationToken cancel) =>
        db.Set<Channel>().AsNoTracking().Where(channel => channel.Plan == plan).OrderBy(channel => channel.Rank).ToListAsync(cancel);
}
