using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Decides whether a network is entered, waits, or is rejected. A rejection needs its reason.</summary>
[Needs(Permission.EditPlan)]
public sealed record DecideChannel(Id<Channel> Channel, ChannelStatus Status, string? Reason = null) : ICommand<ChannelView>
{
    internal sealed class Handler(ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<DecideChannel, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(DecideChannel request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Decide(request.Status, request.Reason);
            journal.Say($"decided “{request.Status}” for {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id, channel.DecisionReason);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}
