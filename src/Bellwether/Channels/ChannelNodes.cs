using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Lets comments, the journal and search point to channels.</summary>
internal sealed class ChannelNodes(Db db) : INodeSource
{
    public string Prefix => Id<Channel>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<Channel>.TryParse(id, null, out var key))
        {
            return null;
        }

        var channel = await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == key, cancel);
        return channel is null ? null : new PlanNode(channel.Brand, channel.Plan, NetworkCatalogue.Of(channel.Network).Name, $"/channels/{channel.Id}");
    }
}

/// <summary>Lets comments, the journal and search point to themes.</summary>
internal sealed class ContentPillarNodes(Db db) : INodeSource
{
    public string Prefix => Id<ContentPillar>.Prefix;

    public async Task<PlanNode?> FindAsync(string id, CancellationToken cancel)
    {
        if (!Id<ContentPillar>.TryParse(id, null, out var key))
        {
            return null;
        }

        var pillar = await db.Set<ContentPillar>().AsNoTracking().FirstOrDefaultAsync(each => each.Id == key, cancel);
        return pillar is null ? null : new PlanNode(pillar.Brand, pillar.Plan, pillar.Name, "/channels");
    }
}
