using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Part 1 of a sheet: the goals the channel works for. The mission's goal stays among them.</summary>
[Needs(Permission.EditPlan)]
public sealed record SetChannelGoals(Id<Channel> Channel, IReadOnlyList<Id<Goal>> Goals, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<SetChannelGoals, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(SetChannelGoals request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            foreach (var id in request.Goals)
            {
                var goal = await db.FindAsync(id, "goal", cancel);
                Rule.Require(goal.Plan == channel.Plan, "goal-of-another-plan", "This goal belongs to another plan. Choose one of this plan's.", "goals");
            }

            channel.WorkFor(request.Goals);
            journal.Say($"set the goals of {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}

/// <summary>Part 2 of a sheet: the metrics the channel is judged by, with their targets where there are any.</summary>
[Needs(Permission.EditPlan)]
public sealed record SetChannelKpis(Id<Channel> Channel, IReadOnlyList<ChannelKpi> Kpis, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(ChannelFinder finder, ChannelSheets sheets, MetricCatalogue catalogue, Journal journal) : IHandle<SetChannelKpis, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(SetChannelKpis request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            foreach (var kpi in request.Kpis)
            {
                await catalogue.NeedAsync(kpi.Metric, cancel, "kpis");
            }

            channel.MeasureBy(request.Kpis);
            journal.Say($"set the KPIs of {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}

/// <summary>Part 3 of a sheet: what the channel says, how, and what it leaves out. What is left out stays; an empty text clears it.</summary>
/// <param name="Guide">What the channel promotes and avoids beside the plan's own guide, and its friends there.</param>
[Needs(Permission.EditPlan)]
public sealed record WriteEditorialStrategy(Id<Channel> Channel, string? Text = null, ContentGuide? Guide = null, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<WriteEditorialStrategy, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(WriteEditorialStrategy request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            channel.Speak(request.Text ?? channel.EditorialStrategy);
            channel.Follow(request.Guide ?? channel.Guide);
            journal.Say($"wrote the editorial strategy of {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}

/// <summary>Part 4 of a sheet: how much of the channel's posts each theme should have, in per cent; at most 100 together.</summary>
[Needs(Permission.EditPlan)]
public sealed record ShareThemes(Id<Channel> Channel, IReadOnlyList<ThemeShare> Themes, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<ShareThemes, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(ShareThemes request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            foreach (var theme in request.Themes)
            {
                var pillar = await db.FindAsync(theme.Pillar, "theme", cancel);
                Rule.Require(pillar.Plan == channel.Plan, "theme-of-another-plan", "This theme belongs to another plan. Choose one of this plan's.", "themes");
            }

            channel.Cover(request.Themes);
            journal.Say($"gave the themes of {channel.Network} their shares", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}
