using System.Text.RegularExpressions;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 3, second half: the template's channels that the brand will not keep go; its own gets a mission and the six parts of its sheet.</summary>
internal static class FillingChannels
{
    public static async Task FillAsync(Visitor ana, string plan, PdsAccount account)
    {
        foreach (var channel in (await ana.GetAsync($"/api/v1/plans/{plan}/channels")).AsArray())
        {
            await ana.GoAsync($"/channels/{channel!["id"]}");
            await ana.PressAsync("Take out of the plan");
            await ana.SureAsync("Take out of the plan");
            await ana.SeesAsync(new Regex("is out of the plan"));
        }

        await ana.TurnToAsync("Channels");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Add a channel" }).First.ClickAsync();
        await ana.ChooseAsync("Account", $"{account.Handle} (Bluesky)", ana.Dialog);
        await ana.PressAsync("Add a channel", ana.Dialog);
        await ana.SeesHeadingAsync("Bluesky");
        await MissionAsync(ana);
        await SheetAsync(ana);
        await ana.SeesAsync("6 of 6");
        await ana.TurnToAsync("Channels");
        await ana.SeesAsync(Story.Mission);
    }

    private static async Task MissionAsync(Visitor ana)
    {
        await ana.FillAsync("Mission", Story.Mission, exact: true);
        // Another part is saved in between; the sentence that lacks its goal stays.
        await Strategy(ana).FillAsync("Place, hours and dish in the first line; one question a day.");
        await Strategy(ana).BlurAsync();
        await ana.SeesAsync("Editorial strategy saved.");
        await ana.SeesAsync("Choose the goal it serves.");
        await Expect(ana.Field("Mission")).ToHaveValueAsync(Story.Mission);
        await ana.ChooseAsync("Goal it serves", Story.Goal);
        await ana.Field("Goal it serves").BlurAsync();
        await ana.SeesAsync("Mission saved.");
    }

    private static async Task SheetAsync(Visitor ana)
    {
        await ana.ChooseAsync("Goals", Story.Goal, Part(ana, "Goals"));
        await ana.Page.Keyboard.PressAsync("Escape");
        await ana.SeesAsync("Goals saved.");
        await ana.ChooseAsync("Add a metric", "Followers", Part(ana, "KPIs"));
        await ana.FillAndLeaveAsync("Target: Followers", "1600", "KPIs saved.", Part(ana, "KPIs"));
        await ana.FillAndLeaveAsync("Share of Today here, in per cent", "70", "70 % in all", Part(ana, "Major themes"));
        await ana.FillAndLeaveAsync("Share of From the kitchen, in per cent", "30", "100 % in all", Part(ana, "Major themes"));

        var highlights = Part(ana, "Highlights");
        await ana.FillAsync("What happens", "Taco Tuesday", highlights);
        await ana.ChooseAsync("Kind", "Launch", highlights);
        await ana.FillAsync("From", Visitor.Day(9), highlights, exact: true);
        await ana.PressAsync("Add a highlight", highlights);
        await ana.SeesAsync("Taco Tuesday is in the plan.");

        var conversations = Part(ana, "Conversational calendar");
        await ana.FillAsync("What you ask", "Which salsa first?", conversations);
        await ana.FillAsync("Time", "10:00", conversations, exact: true);
        await ana.ChooseAsync("Who answers", "Cleo Marsh", conversations);
        await ana.PressAsync("Add a conversation", conversations);
        await ana.SeesAsync("Which salsa first? is in the plan.");
    }

    private static ILocator Part(Visitor ana, string name) => ana.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    private static ILocator Strategy(Visitor ana) => ana.Field("Editorial strategy", Part(ana, "Editorial strategy"));
}
