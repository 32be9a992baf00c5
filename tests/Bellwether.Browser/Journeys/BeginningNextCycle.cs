namespace Bellwether.Browser.Journeys;

/// <summary>The end is the beginning: the next cycle is an outline without what was dropped.</summary>
internal static class BeginningNextCycle
{
    public static async Task BeginAsync(Visitor ana, string plan)
    {
        await ana.GoAsync($"/plan?plan={plan}");
        await ana.PickAsync("More", "Begin the next cycle");
        await ana.SureAsync("Begin the next cycle");
        await ana.SeesAsync("The next cycle is an outline now.");
        await ana.SeesAsync("Cycle 2");
        await ana.GoAsync($"/actions?{new Uri(ana.Page.Url).Query.TrimStart('?')}");
        await ana.SeesAsync(Story.Tactic);
        await ana.SeesNoMoreAsync(Story.Dropped);
    }
}
