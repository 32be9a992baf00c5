using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>The channels of a plan with their missions and how complete their sheets are.</summary>
[Needs(Permission.Read)]
public sealed record ChannelList(Id<Plan> Plan) : IQuery<IReadOnlyList<ChannelView>>
{
    internal sealed class Handler(PlanFinder plans, ChannelSheets sheets) : IHandle<ChannelList, IReadOnlyList<ChannelView>>
    {
        public async Task<IReadOnlyList<ChannelView>> HandleAsync(ChannelList request, CancellationToken cancel) =>
            await sheets.OfPlanAsync((await plans.FindAsync(request.Plan, cancel)).Id, cancel);
    }
}

/// <summary>One channel: its mission and its six-part sheet.</summary>
[Needs(Permission.Read)]
public sealed record ChannelSheet(Id<Channel> Channel) : IQuery<ChannelView>
{
    internal sealed class Handler(ChannelFinder finder, ChannelSheets sheets) : IHandle<ChannelSheet, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(ChannelSheet request, CancellationToken cancel) =>
            await sheets.OfAsync(await finder.FindAsync(request.Channel, cancel), cancel);
    }
}
