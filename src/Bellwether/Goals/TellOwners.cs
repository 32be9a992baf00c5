using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Reminders;

namespace Bellwether.Goals;

/// <summary>A broken assumption, an expectation that falls short and a number that has not come are put before whoever owns them.</summary>
internal sealed class TellOwners(Ticklers ticklers, Nodes nodes) : IReact<AssumptionBroken>, IReact<ExpectationAlarmed>, IReact<CollectionOverdue>
{
    public async Task ReactAsync(AssumptionBroken happened, CancellationToken cancel)
    {
        if (await nodes.TryFindAsync(happened.Assumption.ToString(), cancel) is { } place)
        {
            await ticklers.RaiseAsync(new Notice(happened.Brand, happened.Assumption.ToString(), $"An assumption broke: “{happened.Statement}” {happened.Words}", place.Path, place.Plan?.Value), happened.Owner, cancel);
        }
    }

    public async Task ReactAsync(ExpectationAlarmed happened, CancellationToken cancel)
    {
        if (await nodes.TryFindAsync(happened.Expectation.ToString(), cancel) is { } place)
        {
            var subject = await nodes.TryFindAsync(happened.Subject, cancel);
            var what = subject?.Title ?? place.Title;
            var words = happened.Alarm == ExpectationAlarm.NoData
                ? $"No number has come for what you expect of “{what}”. Look whether it arrives at all."
                : $"“{what}” brings less than you expect, and chance does not explain it. Try: {string.Join("; ", ReactToExpectation.Ideas.Take(3).Select(Small))}.";
            // The page of a campaign or a post shows what is expected of it and takes the reaction.
            var path = subject is not null && (happened.Subject.StartsWith("campaign_", StringComparison.Ordinal) || happened.Subject.StartsWith("post_", StringComparison.Ordinal)) ? subject.Path : place.Path;
            await ticklers.RaiseAsync(new Notice(happened.Brand, happened.Expectation.ToString(), words, path, place.Plan?.Value), happened.By, cancel);
        }
    }

    public async Task ReactAsync(CollectionOverdue happened, CancellationToken cancel)
    {
        if (await nodes.TryFindAsync(happened.Goal.ToString(), cancel) is { } place)
        {
            await ticklers.RaiseAsync(new Notice(happened.Brand, $"{happened.Target} {happened.DueOn:uuuu-MM-dd}", $"{happened.Metric} for “{place.Title}” was due and has not come.", place.Path, place.Plan?.Value), happened.Collector, cancel);
        }
    }

    private static string Small(string idea) => char.ToLowerInvariant(idea[0]) + idea[1..];
}
