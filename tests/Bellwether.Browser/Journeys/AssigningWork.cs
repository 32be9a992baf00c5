using Bellwether.Tests.Support;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 4: a tactic, an action and its steps; every piece has one accountable person, a day and a sign of being done; one is ticked off.</summary>
internal static class AssigningWork
{
    private static readonly string[] People = ["Ana Ruiz", "Ben Ode", "Cleo Marsh"];

    public static async Task AssignAsync(Visitor ana, string plan)
    {
        await ana.TurnToAsync("Actions");
        await ana.PickAsync("More ways to add work", "Add a tactic");
        await ana.FillAsync("How you want to reach the goal", Story.Tactic, ana.Dialog);
        await ana.ChooseAsync("Goal it serves", Story.Goal, ana.Dialog);
        await ana.PressAsync("Add a tactic", ana.Dialog);
        await ana.SeesAsync($"{Story.Tactic} is in the plan.");

        await ana.PressAsync("Add an action");
        await ana.FillAsync("What is to be done", Story.Action, ana.Dialog);
        await ana.ChooseAsync("Part of the tactic", Story.Tactic, ana.Dialog);
        await ana.ChooseAsync("Accountable", "Ben Ode", ana.Dialog);
        await ana.FillAsync("Due", Visitor.Day(5), ana.Dialog, exact: true);
        await ana.FillAsync("Done when", "The board can be read from the corner", ana.Dialog);
        await ana.PressAsync("Add an action", ana.Dialog);
        await ana.SeesAsync($"{Story.Action} is in the plan.");
        foreach (var step in (string[])["Buy two colours", "Ask Cleo for the letters"])
        {
            await ana.FillAsync("A smaller step", step, ana.Panel);
            await ana.PressAsync("Add a step", ana.Panel);
            await ana.SeesAsync($"{step} is in the plan.");
        }

        await ana.Panel.GetByLabel("Tick off Buy two colours").ClickAsync();
        await ana.SeesAsync("Buy two colours is done.");
        await GiveOutAsync(ana, plan);
    }

    /// <summary>Gives the piece of work on screen its day.</summary>
    public static Task GiveDayAsync(Visitor ana, string day) => ana.FillAndLeaveAsync("Due", day, " changed.", ana.Panel);

    /// <summary>What the template brought has nobody yet.</summary>
    private static async Task GiveOutAsync(Visitor ana, string plan)
    {
        var rows = (await ana.GetAsync($"/api/v1/plans/{plan}/work"))["rows"]!.AsArray().Select(row => row!).ToList();
        var unowned = rows.Where(row => row["kind"]!.GetValue<string>() == "actionItem" && row["accountable"] is null).Select(row => row["title"]!.GetValue<string>()).ToList();
        unowned.Count.ShouldBeGreaterThan(2);
        for (var i = 0; i < unowned.Count; i++)
        {
            await ana.PressAsync(unowned[i], ana.Page.GetByRole(Microsoft.Playwright.AriaRole.List, new() { Name = "Actions" }));
            await ana.ChooseAsync("Accountable", People[i % People.Length], ana.Panel);
            await ana.SeesAsync($"{unowned[i]} changed.");
            await ana.FillAndLeaveAsync("Due", Visitor.Day(6 + i), $"{unowned[i]} changed.", ana.Panel);
            await ana.FillAndLeaveAsync("Done when", "Ana has seen it", $"{unowned[i]} changed.", ana.Panel);
            await ana.UntilAsync($"/api/v1/plans/{plan}/work", work => IsComplete(work["rows"]!.AsArray().Single(row => row!["title"]!.GetValue<string>() == unowned[i])!), $"“{unowned[i]}” was not stored");
        }
    }

    private static bool IsComplete(System.Text.Json.Nodes.JsonNode row) => row["accountable"] is not null && row["due"] is not null && row["doneWhen"] is not null;
}
