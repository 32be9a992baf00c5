using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 2: the goal written in one line gets an objective, an owner and its number.</summary>
internal static class WritingGoals
{
    private const string Objective = "Sold out by two every day";

    public static async Task<string> CompleteAsync(Visitor ana, string plan)
    {
        await ana.TurnToAsync("Goals", "Alignment");
        await ana.FillAsync("Add an objective", Objective);
        await ana.Field("Add an objective").PressAsync("Enter");
        await ana.SeesAsync("Added.");

        await ana.TurnToAsync("Goals");
        await ana.OpenRowAsync(Story.Goal);
        await ana.ChooseAsync("Objective", Objective, ana.Panel);
        await Expect(Section(ana, "What it is for").GetByText(Objective).First).ToBeVisibleAsync();
        var words = Section(ana, "In words");
        await ana.PressAsync("Edit", words);
        await ana.ChooseAsync("Who answers for it", "Ana Ruiz", ana.Panel);
        await ana.FillAsync("What one sees when it is reached", "The queue knows us by name.", ana.Panel);
        await ana.PressAsync("Save", words);
        await Expect(words.GetByText("Ana Ruiz")).ToBeVisibleAsync();

        await ana.PressAsync("Add a number", ana.Panel);
        await ana.ChooseAsync("Metric", "Followers", ana.Panel);
        await ana.ChooseAsync("What is asked", "Rise to", ana.Panel);
        await ana.FillAsync("Where it stands today", "1000", ana.Panel);
        await ana.FillAsync("Target", "1600", ana.Panel, exact: true);
        await DateAsync(ana, "Start", Visitor.Day(-45));
        await DateAsync(ana, "Deadline", Visitor.Day(-46));
        await SourceAsync(ana, "Bluesky profile", "week");
        // A deadline before the start is refused beside the buttons or the field; what was typed stays.
        await ana.PressAsync("Save", NumberForm(ana));
        await Expect(NumberForm(ana).Locator("[role=alert], [aria-invalid=true]").First).ToBeVisibleAsync();
        await Expect(ana.Field("Where it is read", ana.Panel)).ToHaveValueAsync("Bluesky profile");
        await DateAsync(ana, "Deadline", Visitor.Day(44));
        await ana.PressAsync("Save", NumberForm(ana));
        await ana.SeesAsync("The number is set.");
        var goals = (await ana.GetAsync($"/api/v1/goals?plan={plan}")).AsArray();
        return goals.Single(goal => goal!["title"]!.GetValue<string>() == Story.Goal)!["id"]!.GetValue<string>();
    }

    /// <summary>Fills in what a template cannot know of each number of the goal on screen: where it is read, how often, by whom.</summary>
    public static async Task CompleteNumbersAsync(Visitor ana)
    {
        var change = ana.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^Change: ") });
        await Expect(change.First).ToBeVisibleAsync();
        var count = await change.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await change.Nth(i).ClickAsync();
            await SourceAsync(ana, "Counted by hand", "month");
            await ana.PressAsync("Save", NumberForm(ana));
            await Expect(NumberForm(ana)).ToHaveCountAsync(0);
        }
    }

    private static ILocator NumberForm(Visitor ana) => ana.Panel.Locator("form").Filter(new() { Has = ana.Page.GetByLabel("Where it is read") });

    private static ILocator Section(Visitor ana, string title) => ana.Panel.GetByRole(AriaRole.Region, new() { Name = title });

    private static async Task SourceAsync(Visitor ana, string source, string often)
    {
        await ana.FillAsync("Where it is read", source, NumberForm(ana));
        await ana.ChooseAsync("How often", often, NumberForm(ana));
        await ana.ChooseAsync("Who collects it", "Ana Ruiz", NumberForm(ana));
    }

    private static async Task DateAsync(Visitor ana, string label, string day)
    {
        await ana.FillAsync(label, day, NumberForm(ana), exact: true);
        await ana.Field(label, NumberForm(ana)).PressAsync("Tab");
    }
}
