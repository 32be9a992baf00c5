using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>Who the brand is, where it goes and what that takes: position, claims with and without proof, candidate networks decided, the portfolio.</summary>
public sealed class Positioning
{
    [Fact]
    [Requirement("R003-06")]
    [Requirement("R003-07")]
    [Requirement("R003-12")]
    [Requirement("R003-13")]
    [Requirement("R003-14")]
    public async Task From_the_position_to_the_networks_that_fit()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        var plan = await OutliningPlan.FromTemplateAsync(ana);
        await PositionAsync(ana);
        await ClaimAsync(ana);
        await DecideAsync(ana, plan);
        await PortfolioAsync(ana);
    }

    private static async Task PositionAsync(Visitor ana)
    {
        await ana.GoAsync("/channels/positioning");
        await ana.FillAsync("What the brand stands for", "Lunch that knows your name.");
        await ana.FillAsync("What that means on social networks", "The table where the street meets.");
        await ana.FillAsync("How it speaks", "Warm, short, never loud.");
        await ana.Field("How it speaks").BlurAsync();
        await ana.SeesAsync("Position saved");
        await ana.FillAsync("Words that open a conversation", "Vote for Friday's dish");
        await ana.ChooseAsync("How", "Call to take part");
        await ana.PressAsync("Add the starter");
        await ana.SeesAsync("1 call to take part.");
        await ana.FillAsync("Words to avoid", "cheap = good value");
        await ana.Field("Words to avoid").BlurAsync();
        await ana.SeesAsync("Words saved");
        await ana.FillAsync("Rival", "Burger Barn", exact: true);
        await ana.FillAsync("What they say they are", "Lunch that knows your name!");
        await ana.PressAsync("Add the rival");
        await ana.SeesAsync("Say what only you can say.");
    }

    private static async Task ClaimAsync(Visitor ana)
    {
        await ana.FillAsync("What you say of yourselves", "The fastest lunch in town");
        await ana.PressAsync("Add the claim");
        await Expect(ana.Page.GetByText("Dream", new() { Exact = true })).ToBeVisibleAsync();
        await ana.PressAsync("Proof of “The fastest lunch in town”");
        await ana.FillAsync("What shows it", "Six minutes on average, measured in March");
        await ana.PressAsync("Show the proof");
        await ana.SeesAsync("The one claim has its proof.");
        await ana.SeesNoMoreAsync("Dream");
    }

    private static async Task DecideAsync(Visitor ana, string plan)
    {
        await ana.GoAsync("/channels/candidates");
        await ana.PressAsync("Add a candidate");
        await ana.FillAsync("Network", "tiktok", ana.Dialog);
        await ana.Page.GetByRole(AriaRole.Option, new() { Name = "TikTok", Exact = true }).ClickAsync();
        await ana.PressAsync("Add a candidate", ana.Dialog);
        await ana.SeesHeadingAsync("How relevant is TikTok?");
        await ana.FillAsync("Audience there, in per cent", "30", ana.Panel);
        await ana.FillAsync("Who says so", "Survey of 60 guests", ana.Panel);
        await ana.FillAsync("As of", Visitor.Day(-30), ana.Panel);
        await ana.FillAsync("Serves the goals, in per cent", "50", ana.Panel);
        await ana.FillAsync("We can do it, in per cent", "40", ana.Panel);
        await ana.FillAsync("Share of all we could spend, in per cent", "30", ana.Panel);
        await ana.Field("Share of all we could spend, in per cent", ana.Panel).BlurAsync();
        await ana.SeesAsync("= -0.24; below 0.20.");
        await ana.PressAsync("Enter", ana.Panel);
        await ana.SeesAsync("Say why you enter all the same.");
        await ana.FillAsync("Why", "Nobody here can film yet", ana.Panel);
        await ana.FillAsync("Decide again on", Visitor.Day(60), ana.Panel);
        await ana.PressAsync("Wait", ana.Panel);
        await ana.SeesAsync("TikTok: Waits");
        var work = await ana.GetAsync($"/api/v1/plans/{plan}/work");
        work["rows"]!.AsArray().Select(row => row!["title"]!.GetValue<string>()).ShouldContain("Decide again about TikTok");
    }

    private static async Task PortfolioAsync(Visitor ana)
    {
        await ana.GoAsync("/channels/portfolio");
        await ana.SeesAsync("Nobody has said how many there are.");
        await ana.ChooseAsync("Add somebody’s hours", "Ana Ruiz");
        await ana.FillAsync("Hours a week of Ana Ruiz", "1");
        await ana.PressAsync("Save");
        await ana.SeesAsync("people have 1.");
        await ana.SeesAsync("Cannot be told");
    }
}
