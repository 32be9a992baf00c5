using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Records how relevant a network is for the plan: audience presence with its evidence, goal fit, capability and cost, each 0 to 100 per cent. The whole sheet is given; a presence left out comes from the plan's research, another than that needs a reason.</summary>
[Needs(Permission.EditPlan)]
public sealed record WeighChannel(Id<Channel> Channel, Relevance Relevance, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, AudiencePresences presences, TimeProvider clock, Journal journal) : IHandle<WeighChannel, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(WeighChannel request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            var today = clock.Today((await db.FindAsync(channel.Brand, "brand", cancel)).Zone);
            request.Relevance.RequireReason((await presences.OfPlanAsync(channel.Plan, today, cancel)).GetValueOrDefault(channel.Network));
            channel.Weigh(request.Relevance, today);
            var view = await sheets.OfAsync(channel, cancel);
            journal.Say($"weighed {view.NetworkLabel}: {view.RelevanceScore.Explanation}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return view;
        }
    }
}

/// <summary>Says what a channel is planned to cost: minutes a post takes, hours a week beside posting, money a month in the brand's currency.</summary>
[Needs(Permission.EditPlan)]
public sealed record PlanChannelEffort(Id<Channel> Channel, ChannelEffort Effort, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<PlanChannelEffort, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(PlanChannelEffort request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            await SetPortfolioRules.CheckCurrencyAsync(db, await finder.EditAsync(channel.Plan, cancel), request.Effort.MoneyPerMonth, "moneyPerMonth", cancel);
            channel.Spend(request.Effort);
            journal.Say($"planned the effort for {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}
