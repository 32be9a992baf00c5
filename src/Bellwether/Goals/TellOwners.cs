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
            await ticklers.RaiseAsync(happened.Brand, happened.Owner, happened.Assumption.ToString(), $"An assumption broke: “{happened.Statement}” {happened.Words}", place.Path, cancel);
        }
    }

    public async Task ReactAsync(ExpectationAlarmed happened, CancellationToken cancel)
    {
        if (await nodes.TryFindAsync(happened.Expectation.ToString(), cancel) is { } place)
        {
            var what = (await nodes.TryFindAsync(happened.Subject, cancel))?.Title ?? place.Title;
            var words = happened.Alarm == ExpectationAlarm.NoData ? $"No number has come for what you expect of “{what}”." : $"“{what}” brings less than you expect, and chance does not explain it.";
            await ticklers.RaiseAsync(happened.Brand, happened.By, happened.Expectation.ToString(), words, place.Path, cancel);
        }
    }

    public async Task ReactAsync(CollectionOverdue happened, CancellationToken cancel)
    {
        if (await nodes.TryFindAsync(happened.Goal.ToString(), cancel) is { } place)
        {
            await ticklers.RaiseAsync(happened.Brand, happened.Collector, $"{happened.Target} {happened.DueOn:uuuu-MM-dd}", $"{happened.Metric} for “{place.Title}” was due and has not come.", place.Path, cancel);
        }
    }
}
