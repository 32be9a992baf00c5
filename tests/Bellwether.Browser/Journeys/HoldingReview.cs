using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 9: the agenda built itself; everything is judged by key, lessons, ideas and decisions are kept, and version 2 is in force.</summary>
internal static class HoldingReview
{
    private const string Change = "Ask on Thursdays too.";

    public static async Task HoldAsync(Visitor ana, string plan)
    {
        await ana.TurnToAsync("Reviews");
        await ana.PressAsync("Hold a review today");
        await ana.SeesAsync("Its agenda has built itself.");
        await Expect(Agenda(ana)).ToBeVisibleAsync();
        var review = new Uri(ana.Page.Url).AbsolutePath.Split('/')[^1];
        await JudgeAsync(ana, review);
        await KeepAsync(ana);
        await ana.PressAsync("Close the review");
        await ana.SeesAsync("The review is closed.");
        await ana.PressAsync("Put the changes into force");
        await ReviseAsync(ana, plan);
    }

    /// <summary>K, A and D: one action is dropped, the tactic is altered, all else stays.</summary>
    private static async Task JudgeAsync(Visitor ana, string review)
    {
        var measures = (await AgendaAsync(ana, review)).Where(item => item["isMeasure"]!.GetValue<bool>()).ToList();
        measures.Select(Title).ShouldContain(Story.Dropped);
        for (var i = 0; i < measures.Count; i++)
        {
            var undecided = (await AgendaAsync(ana, review)).Where(item => item["isMeasure"]!.GetValue<bool>() && item["verdict"] is null).ToList();
            if (undecided.Count == 0)
            {
                break;
            }

            await ReachAsync(ana, undecided.Select(Title).ToList());
            var title = await Agenda(ana).GetByRole(AriaRole.Heading).First.InnerTextAsync();
            var key = title == Story.Dropped ? "d" : title == Story.Tactic ? "a" : "k";
            await ana.Page.Keyboard.PressAsync(key);
            if (key == "a")
            {
                await ana.FillAsync("What to alter", Change);
                await ana.PressAsync("Alter it so");
            }

            await ana.UntilAsync($"/api/v1/reviews/{review}", node => node["agenda"]!.AsArray().Any(item => Title(item!) == title && item!["verdict"] is not null), $"“{title}” got no verdict");
        }

        await ana.SeesAsync(Change, ana.Page.GetByRole(AriaRole.Region, new() { Name = "Next version" }));
        (await AgendaAsync(ana, review)).Single(item => Title(item) == Story.Dropped)["verdict"]!.GetValue<string>().ShouldBe("drop");
    }

    /// <summary>Turns the pages of the agenda with the arrow key until one of these is in front.</summary>
    private static async Task ReachAsync(Visitor ana, List<string> titles)
    {
        for (var turns = 0; turns < 60; turns++)
        {
            if (titles.Contains(await Agenda(ana).GetByRole(AriaRole.Heading).First.InnerTextAsync(), StringComparer.Ordinal))
            {
                return;
            }

            await ana.Page.Keyboard.PressAsync("ArrowRight");
        }

        throw new TimeoutException("None of these came up: " + string.Join(", ", titles));
    }

    /// <summary>What was decided, learned and thought of.</summary>
    private static async Task KeepAsync(Visitor ana)
    {
        await ana.FillAsync("Decision", "Ask the library for the Thursday spot too.", exact: true);
        await ana.ChooseAsync("Who follows it up", "Cleo Marsh");
        await ana.PressAsync("Record a decision");
        await ana.SeesAsync("A follow-up needs both");
        await Expect(ana.Field("Decision")).ToHaveValueAsync("Ask the library for the Thursday spot too.");
        await ana.FillAsync("By", Visitor.Day(14), exact: true);
        await ana.PressAsync("Record a decision");
        await ana.SeesAsync("The decision is recorded.");

        await ana.Page.GetByRole(AriaRole.Tab, new() { Name = "Lessons (" }).ClickAsync();
        await ana.PressAsync("Record a lesson");
        await ana.FillAsync("Situation", "First week", ana.Dialog);
        await ana.FillAsync("What happened", "Posts before ten were read.", ana.Dialog);
        await ana.FillAsync("Next time", "Post early.", ana.Dialog);
        await ana.FillAsync("Evidence (address)", "The click log", ana.Dialog);
        await ana.PressAsync("Record a lesson", ana.Dialog);
        await ana.SeesAsync("The lesson is recorded.");

        await ana.Page.GetByRole(AriaRole.Tab, new() { Name = "Ideas (" }).ClickAsync();
        await ana.FillAsync("Idea", "Let guests name the salsa of the week.", exact: true);
        await ana.PressAsync("Add an idea");
        await ana.PressAsync("Make it an action");
        await ana.SeesAsync("It is an action now.");
    }

    /// <summary>The picture of success is sharpened, the difference is read, and the plan is version 2.</summary>
    private static async Task ReviseAsync(Visitor ana, string plan)
    {
        var words = ana.Page.GetByRole(AriaRole.Region, new() { Name = "What it is for" });
        await ana.PressAsync("Edit", words);
        await ana.FillAsync("Picture of success", "At half past twelve the queue reaches the corner.", words);
        await ana.PressAsync("Save", words);
        await ana.SeesAsync("the queue reaches the corner", words);

        await ana.PressAsync("Put changes into force");
        var difference = ana.Dialog.GetByRole(AriaRole.List, new() { Name = "Changed since the version in force" });
        await Expect(difference.GetByText("the queue reaches the corner")).ToBeVisibleAsync();
        await Expect(difference.GetByText(Story.Dropped).First).ToBeVisibleAsync();
        await ana.FillAsync("Reason", "First review", ana.Dialog);
        await ana.PressAsync("Put changes into force", ana.Dialog);
        await ana.SeesAsync("Version 2 is in force.");

        await ana.GoAsync($"/plan/versions?plan={plan}&version=2");
        await ana.SeesAsync("First review");
        await ana.SeesAsync("the queue reaches the corner");
    }

    private static ILocator Agenda(Visitor ana) => ana.Page.GetByRole(AriaRole.Region, new() { Name = "Agenda" });

    private static string Title(JsonNode item) => item["title"]!.GetValue<string>();

    private static async Task<List<JsonNode>> AgendaAsync(Visitor ana, string review) => [.. (await ana.GetAsync($"/api/v1/reviews/{review}"))["agenda"]!.AsArray().Select(item => item!)];
}
