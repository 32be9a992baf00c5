using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Channels;

/// <summary>Writes a channel's mission: exactly one sentence, for exactly one goal. Abbreviations do not end a sentence; more than 160 characters only warns.</summary>
/// <param name="Themes">The themes that carry it; left out, they stay.</param>
[Needs(Permission.EditPlan)]
public sealed record WriteMission(Id<Channel> Channel, string Mission, Id<Goal> Goal, IReadOnlyList<Id<ContentPillar>>? Themes = null, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, TimeProvider clock, Journal journal) : IHandle<WriteMission, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(WriteMission request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            channel.Serve(request.Mission, await db.FindAsync(request.Goal, "goal", cancel), clock.Now());
            foreach (var theme in request.Themes ?? [])
            {
                var pillar = await db.FindAsync(theme, "theme", cancel);
                Rule.Require(pillar.Plan == channel.Plan, "theme-of-another-plan", "This theme belongs to another plan. Choose one of this plan's.", "themes");
            }

            channel.CarryBy(request.Themes ?? channel.MissionThemes);
            journal.Say($"wrote the mission of {channel.Network}: “{channel.Mission}”", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }
    }
}
