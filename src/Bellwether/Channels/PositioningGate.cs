using System.Globalization;
using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Channels;

/// <summary>Before a plan is activated: what a positioning promises without proof, and channels that are hard to justify. None of it blocks.</summary>
internal sealed class PositioningGate(PositioningDesk desk, ChannelSheets sheets, IHandle<ChannelPortfolio, PortfolioView> portfolio) : IGate
{
    private const string Step = "Channels";

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var findings = new List<GateFinding>();
        findings.AddRange((await desk.ClaimsAsync(plan.Id, cancel)).Where(claim => claim.IsDream)
            .Select(claim => new GateFinding("claim-without-proof", false, $"“{claim.Text}” is a dream: nothing proves it. Show a proof, or claim less.", Step, claim.Id.ToString())));
        var position = await desk.ViewAsync(plan.Id, cancel);
        if (position.Version > 0)
        {
            findings.AddRange(position.Checks.Where(check => check.Result == TraitResult.Warns && check.Trait != PositioningTrait.Realistic)
                .Select(check => new GateFinding(check.Trait == PositioningTrait.Unique ? "position-not-unique" : "position-not-engaging", false, check.Message, Step, null, "/channels/positioning")));
        }

        var active = (await sheets.OfPlanAsync(plan.Id, cancel)).Where(channel => channel.Status == ChannelStatus.Active).ToList();
        foreach (var channel in active)
        {
            findings.AddRange(OfChannel(channel));
        }

        if (active.Count > 0 && (await portfolio.HandleAsync(new ChannelPortfolio(plan.Id), cancel)).Capacity is { } capacity && capacity.Fitting.Count < active.Count)
        {
            findings.Add(new GateFinding("channels-over-capacity", false, capacity.Message, Step, null, "/channels/portfolio"));
        }

        return findings;
    }

    private static IEnumerable<GateFinding> OfChannel(ChannelView channel)
    {
        if (channel.RelevanceScore.Below == true && channel.DecisionReason is null)
        {
            yield return new GateFinding("channel-hardly-relevant", false, $"{channel.NetworkLabel} is hardly relevant, and nobody has said why it is entered all the same: {channel.RelevanceScore.Explanation}", Step, channel.Id.ToString());
        }

        var sum = channel.Themes.Sum(theme => theme.Share);
        if (channel.Themes.Count > 0 && sum != 100)
        {
            yield return new GateFinding("mix-not-100", false, string.Create(CultureInfo.InvariantCulture, $"The shares of {channel.NetworkLabel}'s themes add up to {sum:0.##} %. Until they are 100 %, no drift can be told."), Step, channel.Id.ToString());
        }
    }
}
