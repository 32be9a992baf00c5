using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>Somebody who never planned anything answers one question after the other, leaves in between, and ends with a plan that can come into force.</summary>
public sealed class TheFirstSteps
{
    [Fact]
    [Requirement("R002-02")]
    public async Task From_a_goal_in_one_line_to_a_plan_that_comes_into_force()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync("Taco Loco");
        await ana.PressAsync("Start your plan");
        await ana.FillAsync("What are you trying to achieve?", "200 lunch guests a week");
        await ana.PressAsync("Continue");
        await ana.Page.GoBackAsync();
        await Expect(ana.Field("What are you trying to achieve?")).ToHaveValueAsync("200 lunch guests a week");
        await ana.PressAsync("Continue");
        await ana.PressAsync("Continue");
        await ana.PressAsync("Start the plan");

        // The goal was told already: it is no question any more.
        await ana.SeesAsync("1 of 8 answered");
        await AskedAsync(ana, "What will success look like?");
        await ana.FillAsync("What one would see", "A queue at noon.");
        await KeepAsync(ana);

        await AskedAsync(ana, "Which number shows it?");
        await ana.FillAsync("Where it stands today", "120");
        await ana.FillAsync("Where it should be", "200");
        await ana.FillAsync("By when", Visitor.Day(90), exact: true);
        await ana.FillAsync("Where you read it", "The till");
        await KeepAsync(ana);

        // Away, and back by the line on the plan's page.
        await AskedAsync(ana, "Whom is it for?");
        await ana.TurnToAsync("Today");
        await ana.GoAsync("/plan");
        await ana.PressAsync("Go on with the first steps");
        await ana.SeesAsync("3 of 8 answered");
        await AskedAsync(ana, "Whom is it for?");
        await ana.FillAsync("Who they are", "Office people within ten minutes");
        await ana.FillAsync("What they need", "Lunch in half an hour");
        await KeepAsync(ana);

        await AskedAsync(ana, "Where will you speak to them?");
        await ana.FillAsync("Network", "bluesky", exact: true);
        await ana.FillAsync("Name of the account", "tacoloco.example");
        await ana.FillAsync("What is the account for?", "Tell the neighbourhood where the van stands.");
        await KeepAsync(ana);

        await AskedAsync(ana, "What is this place for?");
        await ana.FillAsync("Mission in one sentence", "Tells office people where we stand, so that they come at noon.");
        await KeepAsync(ana);

        await AskedAsync(ana, "What is done first, by whom, by when?");
        await ana.FillAsync("What is to be done", "Put the hours on the map", exact: true);
        await ana.FillAsync("By when", Visitor.Day(5), exact: true);
        await ana.FillAsync("Done when", "A stranger finds us", exact: true);
        await KeepAsync(ana);

        await AskedAsync(ana, "When do you look at it together?");
        await KeepAsync(ana);
        await ana.SeesAsync("8 of 8 answered");
        await ana.SeesHeadingAsync("All questions are answered.");
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Fill in the sheet of Bluesky" })).ToBeVisibleAsync();
        await ana.PressAsync("Go to the plan");
        await ana.SeesAsync("Before it can be activated");
        await Expect(ana.Page.GetByText("Go on with the first steps")).ToHaveCountAsync(0);
    }

    private static Task AskedAsync(Visitor ana, string question) => Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Name = question, Level = 2 })).ToBeFocusedAsync();

    private static Task KeepAsync(Visitor ana) => ana.PressAsync("Keep the answer");
}
