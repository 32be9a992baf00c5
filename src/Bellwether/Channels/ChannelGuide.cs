using Bellwether.Plans;

namespace Bellwether.Channels;

/// <summary>Asks for one place to speak from, and for its mission in a sentence.</summary>
internal sealed class ChannelGuide(ChannelSheets sheets) : IGuide
{
    public async Task<IReadOnlyList<(int Place, GuideQuestion Question)>> AskAsync(Plan plan, CancellationToken cancel)
    {
        var active = (await sheets.OfPlanAsync(plan.Id, cancel)).Where(channel => channel.Status == ChannelStatus.Active).ToList();
        var places = active.Where(channel => channel.Account is not null).ToList();
        // The channel with an account is the one that speaks first.
        var silent = places.Find(channel => channel.Mission is null);
        return
        [
            (50, new GuideQuestion("channel", places.Count == 0 ? null : string.Join("; ", places.Select(channel => $"{channel.NetworkLabel}, {channel.Handle}")))),
            (60, new GuideQuestion("mission", silent is null && places.Count > 0 ? places[0].Mission : null, silent?.Id.ToString(), silent?.NetworkLabel)),
        ];
    }
}
