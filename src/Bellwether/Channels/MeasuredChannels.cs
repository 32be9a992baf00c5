using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Tells Goals how many channels are judged by at least one metric.</summary>
internal sealed class MeasuredChannels(Db db) : IMeasuredLevel
{
    public async Task<MeasuredLevel> LookAsync(Id<Plan> plan, CancellationToken cancel)
    {
        var channels = await db.Set<Channel>().AsNoTracking().Where(row => row.Plan == plan && row.Status == ChannelStatus.Active).OrderBy(row => row.Rank).ToListAsync(cancel);
        return new MeasuredLevel("channels", 300, channels.Count, [.. channels.Where(channel => channel.Kpis.Count == 0).Select(channel => NetworkCatalogue.Of(channel.Network).Name)]);
    }
}
