using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>A goal too high is brought down until history says yes; a belief the plan rests on comes due, and the numbers break it.</summary>
public sealed class TheLoftyGoal
{
    private const string Goal = "More people who know where we stand";

    [Fact]
    [Requirement("R002-07")]
    [Requirement("R001-20")]
    public async Task Is_lowered_until_it_can_be_reached_and_a_belief_breaks()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        await OutliningPlan.FromTemplateAsync(ana);
        await PastAsync(ana);

        await LowerAsync(ana);
        await AssumeAsync(ana);
        await BreakAsync(ana);
    }

    /// <summary>Eight weeks of followers that somebody read off, a week apart.</summary>
    private static Task PastAsync(Visitor ana)
    {
        int[] followers = [1000, 1040, 1090, 1125, 1180, 1215, 1270, 1300];
        return RecordAsync(ana, followers.Select((value, week) => new { metric = "followers", subject = ana.Brand, start = Visitor.Day(-7 * (7 - week)), length = "day", value }));
    }

    private static async Task LowerAsync(Visitor ana)
    {
        await ana.GoAsync("/goals");
        await ana.FillAsync("A goal in one line", Goal);
        await ana.PressAsync("Add goal");
        await ana.PressAsync("Add a number", ana.Panel);
        await ana.ChooseAsync("Metric", "Followers", ana.Panel);
        await ana.FillAsync("Where it stands today", "1000", ana.Panel);
        await ana.FillAsync("Target", "1705", ana.Panel, exact: true);
        await DateAsync(ana, "Start", Visitor.Day(-49), ana.Panel);
        await DateAsync(ana, "Deadline", Visitor.Day(56), ana.Panel);
        await ana.PressAsync("Save", Form(ana));
        await ana.SeesAsync("Unlikely: required 50.6 a week, best ever 55; chance: almost never.", ana.Panel);

        await ana.PressAsync("Change: Followers: Rise to", ana.Panel);
        await ana.FillAsync("Target", "1600", ana.Panel, exact: true);
        await ana.PressAsync("Save", Form(ana));
        await ana.SeesAsync("Attainable: required 37.5 a week, best ever 55; chance: about 9 in 10.", ana.Panel);
        await ana.SeesAsync("level and trend, from 8 numbers", ana.Panel);
        await Expect(ana.Panel.GetByRole(AriaRole.Figure).Locator(".recharts-area").First).ToBeVisibleAsync();
        await ana.GoAsync("/goals/attainability");
        await ana.SeesAsync("about 9 in 10");
    }

    private static async Task AssumeAsync(Visitor ana)
    {
        await ana.PressAsync("Assumptions");
        await ana.PressAsync("Write down an assumption");
        await ana.FillAsync("What is assumed", "Two in a hundred readers click");
        await ana.FillAsync("Why one believes it", "Last year it was 1.8 %");
        await ana.ChooseAsync("Number that shows it", "Click-through rate");
        await ana.FillAsync("The guess", "2");
        await ana.FillAsync("From", "1.5", exact: true);
        await ana.FillAsync("To", "2.5", exact: true);
        await DateAsync(ana, "Test date", Visitor.Day(-1), ana.Body);
        // A day that is over proves nothing; what was typed stays.
        await ana.PressAsync("Write it down");
        await ana.SeesAsync("The test date lies before today.");
        await DateAsync(ana, "Test date", Visitor.Day(), ana.Body);
        await ana.PressAsync("Write it down");
        await ana.SeesAsync("The assumption is written down.");
    }

    private static async Task BreakAsync(Visitor ana)
    {
        await RecordAsync(ana, [new { metric = "ctr", subject = ana.Brand, start = Visitor.Day(), length = "day", numerator = 110, denominator = 10_000 }]);
        var card = ana.Page.GetByRole(AriaRole.Article, new() { Name = "Two in a hundred readers click" });
        await Expect(card.GetByText("due", new() { Exact = true })).ToBeVisibleAsync();
        await ana.PressAsync("Look now", card);
        await Expect(card.GetByText("broken", new() { Exact = true })).ToBeVisibleAsync();
        await ana.SeesAsync("110 of 10,000 is 1.1 %", card);
        await ana.SeesAsync("A coin would have done better.");
        await ana.GoAsync("/goals/attainability");
        await ana.SeesAsync("The plan rests on “Two in a hundred readers click”, and that is broken.");
    }

    private static ILocator Form(Visitor ana) => ana.Panel.Locator("form").Filter(new() { Has = ana.Page.GetByLabel("Where it is read") });

    private static async Task DateAsync(Visitor ana, string label, string day, ILocator within)
    {
        var field = ana.Field(label, within);
        await field.FillAsync(day);
        await field.PressAsync("Tab");
    }

    /// <summary>Numbers that a tool would send while nobody looks.</summary>
    private static async Task RecordAsync(Visitor ana, IEnumerable<object> rows)
    {
        var answer = await ana.Page.APIRequest.PostAsync(new Uri(ana.App.Address, "/api/v1/observations").ToString(), new()
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Bellwether"] = "1" },
            DataObject = new { brand = ana.Brand, source = "test", rows },
        });
        answer.Ok.ShouldBeTrue(await answer.TextAsync());
    }
}
