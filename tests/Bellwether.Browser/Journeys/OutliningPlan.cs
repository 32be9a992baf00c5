using Bellwether.Tests.Support;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 1: a plan that begins with the goal, from a template; the day of its reviews is chosen.</summary>
internal static class OutliningPlan
{
    public static async Task<string> FromTemplateAsync(Visitor ana)
    {
        await ana.GoAsync("/start");
        await ana.PressAsync("Start your plan");
        await ana.FillAsync("What are you trying to achieve?", Story.Goal);
        await ana.FillAsync("What is the problem?", "Nobody nearby knows where the van stands.");
        await ana.PressAsync("Continue");
        await ana.Page.GetByText("A place to eat, told where and when").First.ClickAsync();
        await ana.PressAsync("Continue");
        await ana.FillAsync("Name of the plan", Story.Plan);
        await ana.PressAsync("Start the plan");
        await ana.SeesHeadingAsync(Story.Plan);
        return (await ana.GetAsync($"/api/v1/plans?brand={ana.Brand}")).AsArray().Single()!["id"]!.GetValue<string>();
    }

    /// <summary>A weekday although not a date, with a day off that is not one: said beside the field, and nothing typed is lost.</summary>
    public static async Task ScheduleReviewsAsync(Visitor ana)
    {
        await ana.TurnToPlanAsync();
        await ana.PressAsync("Change the schedule");
        var card = ana.Page.GetByRole(Microsoft.Playwright.AriaRole.Region, new() { Name = "Reviews" });
        await ana.ChooseAsync("Which", "Last", card);
        await ana.ChooseAsync("Day", "Thursday", card);
        await ana.FillAsync("Time", "10:00", card);
        await ana.FillAsync("Days off", "2026-12-31", card);
        await ana.PressAsync("Save", card);
        await ana.SeesAsync("Next reviews", card);
        await ana.SeesAsync("Days off", card);
    }
}
