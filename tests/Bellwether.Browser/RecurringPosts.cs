using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>Where the van stands, every week: from a plan template to a filled calendar, and proofs that sales people send.</summary>
public sealed class RecurringPosts
{
    [Fact]
    [Requirement("R001-06")]
    [Requirement("R001-08")]
    public async Task The_van_fills_its_week_and_a_proof_helps_a_deal_along()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        await ana.PostAsync("/api/v1/accounts", new { brand = ana.Brand, network = "bluesky", handle = "tacoloco", purpose = "Where the van stands" });
        await ana.PostAsync("/api/v1/plans", new { brand = ana.Brand, title = "Lunch", template = "restaurant-information-solo" });
        await PlanningByKeyboard.PlanAsync(ana);
        await FillAsync(ana);
        await ProveAsync(ana);
    }

    private static async Task FillAsync(Visitor ana)
    {
        await ana.GoAsync("/calendar/templates");
        await ana.OpenRowAsync("Where we are today");
        await ana.SeesHeadingAsync("Where we are today");
        // The plan's channels have no account yet; the brand's own account takes their place.
        await ana.PressAsync("Leave Instagram out");
        await ana.PressAsync("Leave Google Business out");
        await ana.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Bluesky" }).First.CheckAsync();
        var place = ana.Page.GetByLabel("Place, row 1");
        await place.FocusAsync();
        await ana.Page.EvaluateAsync(
            "text => { const data = new DataTransfer(); data.setData('text/plain', text); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
            "Market square\nStation\nHarbour\nTown hall");
        await ana.SeesAsync("4 rows pasted");
        foreach (var row in Enumerable.Range(1, 5))
        {
            await ana.Page.GetByLabel($"dish, row {row}").FillAsync("Birria");
        }

        await ana.PressAsync("Save");
        await ana.SeesAsync("Saved");
        await ana.SeesAsync("{{place}} has no value in the table.");
        await Expect(ana.Page.GetByText("Market square today, 11:30 to 15:00. On the board: Birria.").First).ToBeVisibleAsync();
        await ana.PressAsync("Fill the calendar");
        await Expect(ana.Page.GetByText("Calendar filled:").First).ToBeVisibleAsync();
        await ana.GetAsync($"/api/v1/posts?brand={ana.Brand}");
        await Expect(ana.Page.GetByText("Stands already").First).ToBeVisibleAsync();
        await ana.UndoAsync("Calendar filled:");
        await Expect(ana.Page.GetByText("taken back").First).ToBeVisibleAsync();
    }

    private static async Task ProveAsync(Visitor ana)
    {
        await ana.GoAsync("/tracking/collateral");
        await ana.PressAsync("Add a piece", ana.Page.Locator("main"));
        await ana.FillAsync("Title", "Office lunch", ana.Dialog);
        await ana.FillAsync("Text", "Forty people, every day.", ana.Dialog);
        await ana.PressAsync("Add a piece", ana.Dialog);
        await ana.PressAsync("Copy the link", ana.Panel);
        await Expect(ana.Panel.GetByText("/l/").First).ToBeVisibleAsync();
        await ana.FillAsync("Customer or offer", "Miller & Sons", ana.Panel);
        await ana.FillAsync("Value", "5000", ana.Panel, exact: true);
        await ana.PressAsync("Log a deal", ana.Panel);
        await ana.SeesAsync("“Miller & Sons” is logged as helped along");
        await Expect(ana.Panel.GetByText("5,000.00").First).ToBeVisibleAsync();
    }
}
