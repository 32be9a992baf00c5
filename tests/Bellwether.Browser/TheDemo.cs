using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>Looking around first: the demo is loaded by one button, full of data, and leaves nothing behind.</summary>
public sealed class TheDemo
{
    [Fact]
    public async Task Is_loaded_looked_at_and_removed_without_a_trace()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        await ana.GoAsync("/audit");
        await ana.SeesHeadingAsync("Audit");
        var before = await ana.GetAsync("/api/v1/brands");

        await ana.GoAsync("/start");
        await ana.PressAsync("Look around with a demo brand");
        await Expect(ana.Page.GetByText("The demo brand is ready.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await ana.SeesHeadingAsync("Today");
        var demo = (await ana.GetAsync("/api/v1/brands")).AsArray().Single(brand => brand!["isDemo"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        await LookAroundAsync(ana, demo);

        await ana.GoAsync($"/start?brand={demo}");
        await ana.SeesAsync("The demo brand is loaded.");
        await ana.PressAsync("Remove the demo brand");
        await ana.SureAsync("Remove the demo brand");
        await ana.SeesAsync("The demo brand is gone.");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Look around with a demo brand" })).ToBeVisibleAsync();
        await NothingIsLeftAsync(ana, demo, before.ToJsonString());
    }

    private static async Task LookAroundAsync(Visitor ana, string demo)
    {
        await ana.GoAsync($"/goals?brand={demo}");
        await Expect(ana.Page.Locator("[data-row-open]").First).ToBeVisibleAsync();
        await ana.GoAsync($"/calendar?brand={demo}");
        await Expect(ana.Page.Locator("td[data-date] a[draggable]").First).ToBeVisibleAsync();
        await ana.GoAsync($"/tracking?brand={demo}&range=90");
        await ana.SeesAsync("What brought them");
        await ana.GoAsync($"/reviews?brand={demo}");
        await ana.SeesHeadingAsync("Reviews");
        await ana.GoAsync($"/playbook?brand={demo}");
        await ana.SeesHeadingAsync("Where we speak, and how");
    }

    private static async Task NothingIsLeftAsync(Visitor ana, string demo, string before)
    {
        (await ana.GetAsync("/api/v1/brands")).ToJsonString().ShouldBe(before);
        await ana.GoAsync("/plan");
        await ana.SeesHeadingAsync("No plan yet");
        foreach (var path in (string[])["plans", "posts", "accounts", "links", "observations", "goals"])
        {
            var answer = await ana.Page.APIRequest.GetAsync(new Uri(ana.App.Address, $"/api/v1/{path}?brand={demo}").ToString());
            var text = await answer.TextAsync();
            text.ShouldNotContain(demo);
        }

        var search = await ana.GetAsync("/account/state");
        search["brands"]!.AsArray().Count.ShouldBe(1);
    }
}
