using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 1 again: the gates are read, each leads to what is missing, and the plan is activated.</summary>
internal static class PassingGates
{
    public static async Task ActivateAsync(Visitor ana, string plan)
    {
        await ana.TurnToPlanAsync();
        await ana.PressAsync("Activate");
        await ana.SeesAsync("The plan cannot come into force yet.");
        await ana.PressAsync("Close", ana.Page.GetByRole(AriaRole.Alert).Last);

        var open = await NeededAsync(ana, plan);
        open.ShouldNotBeEmpty("a template cannot know who reads the numbers where");
        while (open.Count > 0)
        {
            var (message, path) = open[0];
            await ana.TurnToPlanAsync();
            await ana.PressAsync($"Mend it: {message}", Gates(ana));
            // The gate leads to the very thing; the panel beside the list is its own.
            await Expect(ana.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(path.Split('/')[^1])));
            await (path.StartsWith("/goals/", StringComparison.Ordinal) ? WritingGoals.CompleteNumbersAsync(ana) : AssigningWork.GiveDayAsync(ana, Visitor.Day(4)));
            var after = await NeededAsync(ana, plan);
            after.Count.ShouldBeLessThan(open.Count, message);
            open = after;
        }

        await ana.TurnToPlanAsync();
        await ana.PressAsync("Activate");
        await ana.SeesAsync("The plan is active");
        await ana.SeesAsync("Version 1");
    }

    private static ILocator Gates(Visitor ana) => ana.Page.GetByRole(AriaRole.Region, new() { Name = "Before it can be activated" });

    private static async Task<List<(string Message, string Path)>> NeededAsync(Visitor ana, string plan)
    {
        var gates = await ana.GetAsync($"/api/v1/plans/{plan}/gates");
        var blocking = gates["findings"]!.AsArray().Select(gate => gate!).Where(gate => gate["blocks"]!.GetValue<bool>()).ToList();
        blocking.ShouldAllBe(gate => gate["step"]!.GetValue<string>() == "Goals" || gate["code"]!.GetValue<string>() == "work-without-date", "all else was filled in on its page before");
        return [.. blocking.Select(gate => (gate["message"]!.GetValue<string>(), gate["path"]!.GetValue<string>()))];
    }
}
