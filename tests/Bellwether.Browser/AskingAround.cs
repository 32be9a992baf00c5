using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>Somebody who never did research asks around: what guests say, what colleagues need, who the audience is; a firm receives it all.</summary>
public sealed class AskingAround
{
    [Fact]
    [Requirement("R002-22")]
    [Requirement("R004-10")]
    [Requirement("R004-12")]
    [Requirement("R004-13")]
    public async Task From_a_count_at_the_door_to_a_dossier_that_a_firm_has_received()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        var plan = (await ana.PostAsync("/api/v1/plans", new { brand = ana.Brand, title = "A fuller lunch hour" }))["id"]!.GetValue<string>();
        await ana.PostAsync("/api/v1/goals", new { plan, title = "More lunch guests" });
        await ana.PostAsync("/api/v1/accounts", new { brand = ana.Brand, network = "instagram", handle = "tacoloco", purpose = "Show the kitchen" });

        await ana.TurnToAsync("Research");
        await FindAsync(ana);
        await HearAsync(ana);
        await DescribeAsync(ana);
        await SurveyingGuests.SurveyAsync(ana);
        await HandingDossier.HandAsync(ana);
    }

    /// <summary>What was found out has its source, its evidence and what follows from it.</summary>
    private static async Task FindAsync(Visitor ana)
    {
        await TabAsync(ana, "Findings");
        await ana.PressAsync("Add a finding");
        await ana.PressAsync("Save", ana.Dialog);
        await ana.SeesAsync("Write at least a word.", ana.Dialog);
        await ana.FillAsync("What you found out", "Guests decide on the way", ana.Dialog);
        await ana.ChooseAsync("Kind of source", "Seen or heard", ana.Dialog);
        await ana.FillAsync("Who or what says so", "Count at the door", ana.Dialog);
        await ana.FillAsync("People asked", "40", ana.Dialog);
        await ana.PressAsync("Save", ana.Dialog);
        await ana.OpenRowAsync("Guests decide on the way");
        await ana.SeesAsync("Led nowhere", ana.Panel);
        await ana.Panel.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "count.csv", MimeType = "text/csv", Buffer = "hour,guests\n12,40\n"u8.ToArray() });
        await Expect(ana.Panel.GetByRole(AriaRole.Link, new() { Name = "count.csv" })).ToBeVisibleAsync();
        await ana.PressAsync("Link what follows", ana.Panel);
        await ana.ChooseAsync("Goal, channel or tactic", "Goal: More lunch guests", ana.Dialog);
        await ana.PressAsync("Save", ana.Dialog);
        await ana.SeesAsync("Linked.");
        await ana.SeesAsync("Complete");
    }

    /// <summary>Of two departments one is heard; what its people need is a finding with the talk as its source.</summary>
    private static async Task HearAsync(Visitor ana)
    {
        await TabAsync(ana, "People");
        foreach (var (department, cover) in ((string, string)[])[("Kitchen", "Instagram: Ana Ruiz"), ("Counter", "")])
        {
            await ana.PressAsync("Add a department");
            await ana.FillAsync("Department", department, ana.Dialog, exact: true);
            await ana.FillAsync("Who covers what", cover, ana.Dialog);
            await ana.PressAsync("Save", ana.Dialog);
            await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        await ana.SeesAsync("0 of 2 departments heard (0%). Next: ");
        await ana.PressAsync("Plan an interview");
        await ana.FillAsync("Person", "Rosa Vega", ana.Dialog, exact: true);
        await ana.ChooseAsync("Department", "Kitchen", ana.Dialog);
        await ana.FillAsync("Planned for", Visitor.Day(), ana.Dialog);
        await ana.PressAsync("Save", ana.Dialog);
        await ana.OpenRowAsync("Rosa Vega");
        await ana.FillAsync("What they need and want to reach", "Orders before eleven", ana.Dialog);
        await ana.PressAsync("Write down what was said", ana.Dialog);
        await ana.SeesAsync("1 of 2 departments heard (50%). Next: Counter.");
        await TabAsync(ana, "Findings");
        await ana.SeesAsync("Orders before eleven");
    }

    /// <summary>Whom the plan is for, the networks they use with who says so, and who follows the account today.</summary>
    private static async Task DescribeAsync(Visitor ana)
    {
        await TabAsync(ana, "Audiences");
        await ana.PressAsync("Add an audience");
        await ana.FillAsync("Name", "Office people", ana.Dialog, exact: true);
        await ana.FillAsync("What they need", "Lunch in half an hour", ana.Dialog);
        await ana.PressAsync("Save", ana.Dialog);
        await ana.PressAsync("Which networks does “Office people” use?");
        await ana.FillAsync("Network", "Instagram", ana.Dialog, exact: true);
        await ana.FillAsync("Share of the audience, in per cent", "62", ana.Dialog);
        await ana.FillAsync("Who or what says so", "Asked at the counter", ana.Dialog);
        await ana.PressAsync("Record evidence", ana.Dialog);
        await ana.SeesAsync("Asked at the counter, this month", ana.Page.GetByRole(AriaRole.Table, new() { Name = "Who uses what" }));

        await ana.PressAsync("Take a snapshot");
        await ana.ChooseAsync("Account", "tacoloco (Instagram)", ana.Dialog);
        await ana.FillAsync("Source", "Instagram’s own page of numbers", ana.Dialog, exact: true);
        await ana.FillAsync("Followers", "1180", ana.Dialog);
        await ana.FillAsync("Parts", "Age: 25–34: 40\nLanguage: Spanish: 55", ana.Dialog);
        await ana.PressAsync("Save", ana.Dialog);
        var followers = ana.Page.GetByRole(AriaRole.Region, new() { Name = "Who follows the accounts" });
        await ana.SeesAsync("1,180", followers);
        await ana.SeesAsync("25–34 40 %, Spanish 55 %", followers);
        await ana.SeesAsync("Instagram’s own page of numbers", followers);
    }

    private static Task TabAsync(Visitor ana, string tab) => ana.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).First.ClickAsync();
}
