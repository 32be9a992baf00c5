using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Takes a channel out of the plan, with its highlights and conversation slots. To keep it for later, let it wait instead.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveChannel(Id<Channel> Channel) : ICommand<Done>
{
    internal sealed class Handler(Db db, ChannelFinder finder, Journal journal) : IHandle<RemoveChannel, Done>
    {
        public async Task<Done> HandleAsync(RemoveChannel request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            db.RemoveRange(await db.Set<Activation>().Where(each => each.Channel == channel.Id).ToListAsync(cancel));
            db.RemoveRange(await db.Set<ConversationSlot>().Where(each => each.Channel == channel.Id).ToListAsync(cancel));
            db.Remove(channel);
            journal.Say($"took the channel {channel.Network} out of the plan", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return Done.It;
        }
    }
}
