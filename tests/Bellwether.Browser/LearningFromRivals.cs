using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>A manager puts a rival on file, compares, and borrows a practice, which does not start before it has a goal, a reason and a test.</summary>
public sealed class LearningFromRivals
{
    [Fact]
    [Requirement("R002-24")]
    [Requirement("R003-05")]
    [Requirement("R003-11")]
    public async Task From_a_rival_to_a_borrowed_tactic_that_was_thought_through()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync("Taco Loco");
        var plan = (await ana.PostAsync("/api/v1/plans", new { brand = ana.Brand, title = "More lunch guests" }))["id"]!.GetValue<string>();
        await ana.PostAsync("/api/v1/goals", new { plan, title = "200 lunch guests a week" });
        await ana.PostAsync("/api/v1/accounts", new { brand = ana.Brand, network = "x", handle = "tacoloco", purpose = "Where the van stands" });

        await ana.GoAsync("/competitors");
        await ana.PressAsync("Add a competitor");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync("Burrito Bros");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a competitor" }).ClickAsync();
        await ana.SeesAsync("Burrito Bros is on file.");
        await ana.PressAsync("Add a profile");
        await ana.FillAsync("Network", "x", exact: true);
        await ana.FillAsync("Handle", "burritobros", exact: true);
        await ana.PressAsync("Add a profile");
        await ana.SeesAsync("burritobros is on file.");
        await ana.PressAsync("Type figures");
        await ana.FillAsync("Followers", "1500", exact: true);
        await ana.PressAsync("Save");
        await ana.SeesAsync("Seen where");
        await ana.Page.GetByLabel("Seen where").FillAsync("their profile");
        await ana.PressAsync("Save");
        await ana.SeesAsync("Figures kept.");

        await ana.GoAsync("/competitors/benchmark");
        await ana.SeesAsync("1,500");
        await ana.SeesAsync("their profile");

        await ana.GoAsync("/competitors/practices?add=practice");
        await ana.FillAsync("In one line", "Answer every comment within the hour");
        await ana.Page.GetByRole(AriaRole.Dialog).GetByLabel("Seen where").FillAsync("https://x.com/burritobros");
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Note a practice" }).ClickAsync();
        await ana.PressAsync("Borrow for the plan");
        await ana.PressAsync("Start it");
        await ana.SeesAsync("Say why it fits our audience, and not only theirs.");
        await ana.Page.GetByLabel("Goal it serves").First.ClickAsync();
        await ana.Page.GetByRole(AriaRole.Option, new() { Name = "200 lunch guests a week" }).ClickAsync();
        await ana.FillAsync("Why it fits our audience", "Our guests ask where the van is and decide at once.");
        await ana.FillAsync("How we will test it", "Four weeks; comments per post must rise by a fifth.");
        await ana.Page.Keyboard.PressAsync("Tab");
        await ana.SeesAsync("ready to start");
        await ana.PressAsync("Start it");
        await ana.SeesAsync("in use");
        var borrowed = (await ana.GetAsync($"/api/v1/borrowed-tactics?plan={plan}"))[0]!;
        borrowed["action"]!.GetValue<string>().ShouldStartWith("action_item_");
    }
}
