using Bellwether.Plans;

namespace Bellwether.Channels;

/// <summary>Before a plan is activated, every active channel needs its mission and all six parts of its sheet.</summary>
internal sealed class ChannelsGate(ChannelSheets sheets) : IGate
{
    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var findings = new List<GateFinding>();
        foreach (var channel in (await sheets.OfPlanAsync(plan.Id, cancel)).Where(channel => channel.Status == ChannelStatus.Active))
        {
            var (name, subject) = (channel.NetworkLabel, channel.Id.ToString());
            if (channel.Mission is null)
            {
                findings.Add(new GateFinding("channel-without-mission", true, $"{name} has no mission. Say in one sentence what it is for, and for which goal.", "Channels", subject));
            }

            if (channel.Complete < channel.Parts.Count)
            {
                findings.Add(new GateFinding("channel-sheet-incomplete", true, $"The sheet of {name} lacks {Sheet.Missing(channel.Parts)} ({channel.Complete} of {channel.Parts.Count}).", "Channels", subject));
            }

            if (channel.Account is null)
            {
                findings.Add(new GateFinding("channel-without-account", false, $"{name} has no account yet. Choose one from the audit, or plan to set it up.", "Channels", subject));
            }

            findings.AddRange(channel.Conversations.Where(slot => slot.Warning is not null)
                .Select(slot => new GateFinding("conversation-without-responder", false, $"{name}, “{slot.Question}”: {slot.Warning}", "Channels", subject)));
        }

        return findings;
    }
}
