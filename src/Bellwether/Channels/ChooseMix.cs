using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>
/// Sets a channel's whole content mix at once: from a preset, whose themes are added to the plan where they are missing, or
/// from shares of one's own. Shares that are not 100 % together are 422.
/// </summary>
/// <param name="Preset">A mix to start from; leave the shares out.</param>
/// <param name="Shares">Shares of one's own; leave the preset out.</param>
[Needs(Permission.EditPlan)]
public sealed record ChooseMix(Id<Channel> Channel, MixPreset? Preset = null, IReadOnlyList<ThemeShare>? Shares = null, int? IfVersion = null) : ICommand<ChannelView>, IExpectsVersion
{
    internal sealed class Handler(Db db, ChannelFinder finder, ChannelSheets sheets, Journal journal) : IHandle<ChooseMix, ChannelView>
    {
        public async Task<ChannelView> HandleAsync(ChooseMix request, CancellationToken cancel)
        {
            var channel = await finder.EditAsync(request.Channel, cancel);
            channel.Expect(request.IfVersion);
            Rule.Require(request.Preset is null != request.Shares is null, "mix-unclear", "Choose a preset or give shares of your own, one of the two.", "shares");
            var plan = await finder.EditAsync(channel.Plan, cancel);
            var pillars = await db.Set<ContentPillar>().Where(pillar => pillar.Plan == plan.Id).ToListAsync(cancel);
            var shares = request.Preset is { } preset ? FromPreset(plan, preset, pillars) : request.Shares!;
            Rule.Require(shares.All(share => pillars.Exists(pillar => pillar.Id == share.Pillar)), "theme-of-another-plan", "A theme belongs to another plan. Choose one of this plan's.", "shares");
            var sum = shares.Sum(share => share.Share);
            Rule.Require(sum == 100, "mix-not-100", $"The shares add up to {sum:0.##} %. Together they are 100 %.", "shares");
            channel.Cover([.. shares.Where(share => share.Share != 0)]);
            journal.Say($"chose the content mix of {channel.Network}", channel.Brand.Value, channel.Plan.Value, channel.Id);
            return await sheets.OfAsync(channel, cancel);
        }

        private List<ThemeShare> FromPreset(Plan plan, MixPreset preset, List<ContentPillar> pillars)
        {
            var shares = new List<ThemeShare>();
            foreach (var (name, share) in MixPresets.Of(preset))
            {
                var pillar = pillars.Find(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
                if (pillar is null)
                {
                    db.Add(pillar = new ContentPillar(plan, name, pillars.Select(each => each.Rank).DefaultIfEmpty(0).Max() + 1));
                    pillars.Add(pillar);
                }

                shares.Add(new ThemeShare(pillar.Id, share));
            }

            return shares;
        }
    }
}
