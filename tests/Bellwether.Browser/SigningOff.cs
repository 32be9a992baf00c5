using System.Text;
using System.Text.RegularExpressions;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>The money of a plan: tools with their costs and renewals, the page for whoever pays, an approval, and spending that goes beyond it.</summary>
public sealed partial class SigningOff
{
    [Fact]
    [Requirement("R002-04")]
    [Requirement("R002-14")]
    public async Task From_the_tools_to_a_signed_budget_on_one_page_of_paper()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync(Story.Brand);
        await OutliningPlan.FromTemplateAsync(ana);
        await ListToolsAsync(ana);
        await RenewAsync(ana);
        await AskAsync(ana);
        await SignAsync(ana);
        await OverspendAsync(ana);
        await PrintAsync(ana);
    }

    private static async Task ListToolsAsync(Visitor ana)
    {
        await ana.TurnToAsync("Actions", "Tools");
        await ana.FillAsync("Why none is needed", "By hand, for now");
        await ana.PressAsync("Say so");
        await ana.SeesAsync("Said by Ana Ruiz.");
        await ana.PressAsync("Add a tool");
        await ana.FillAsync("Tool", "Table planner", ana.Panel, exact: true);
        await ana.PressAsync("Add a tool", ana.Panel);
        await ana.SeesAsync("Say what it is needed for.", ana.Panel);
        await ana.FillAsync("What it is for", "Where the van stands", ana.Panel);
        await ana.ChooseAsync("Looks after it", "Ana Ruiz", ana.Panel);
        await ana.FillAsync("Cost", "10", ana.Panel, exact: true);
        await ana.FillAsync("Renewed on", Visitor.Day(9), ana.Panel);
        await ana.FillAsync("Who has access", "Ana; the key is in the safe", ana.Panel);
        await ana.PressAsync("Add a tool", ana.Panel);
        await ana.SeesAsync("Table planner is on the list.");
        await ana.SeesAsync("£10.00 a month");
        await ana.SeesNoMoreAsync("By hand, for now");
    }

    private static async Task RenewAsync(Visitor ana)
    {
        await ana.GoAsync("/");
        var card = ana.Page.GetByRole(AriaRole.Region, new() { Name = "Tools to renew" });
        await ana.SeesAsync("It is renewed in 9 days.", card);
        await ana.PressAsync("Renewed: Table planner", card);
        await Expect(card).ToHaveCountAsync(0);
        await ana.UndoAsync("Table planner is renewed.");
        await Expect(card).ToBeVisibleAsync();
    }

    private static async Task AskAsync(Visitor ana)
    {
        await ana.TurnToPlanAsync();
        await ana.PressAsync("Executive page", ana.Page.GetByRole(AriaRole.Main));
        await ana.SeesAsync("The plan asks for no money.");
        await ana.PressAsync("Ask for a budget");
        await ana.FillAsync("Amount (GBP)", "2400");
        await ana.FillAsync("Answer needed by", Visitor.Day(14));
        await ana.FillAsync("What it makes possible", "Pictures that make hungry");
        await ana.PressAsync("Ask for it");
        await ana.SeesAsync("£2,400.00");
    }

    private static async Task SignAsync(Visitor ana)
    {
        await ana.PressAsync("Do not approve version 1");
        await ana.PressAsync("Do not approve version 1");
        await ana.SeesAsync("Say why, so that the plan can answer it.");
        await ana.FillAsync("Why not", "Twice as much as last year");
        await ana.PressAsync("Do not approve version 1");
        await ana.SeesAsync("because: Twice as much as last year");
        await ana.PressAsync("Approve version 1");
        await ana.FillAsync("May spend in all (GBP)", "2000");
        await ana.FillAsync("Given on", Visitor.Day(2));
        await ana.PressAsync("Approve version 1");
        await ana.SeesAsync("The day lies ahead.");
        await ana.FillAsync("Given on", Visitor.Day());
        await ana.PressAsync("Approve version 1");
        var part = ana.Page.GetByRole(AriaRole.Region, new() { Name = "Sign-off" });
        await ana.SeesAsync("£2,000.00", part);
        await ana.SeesAsync("self-approved", part);
    }

    private static async Task OverspendAsync(Visitor ana)
    {
        await ana.TurnToAsync("Actions", "Tools");
        await ana.PressAsync("Add a tool");
        await ana.FillAsync("Tool", "Camera", ana.Panel, exact: true);
        await ana.FillAsync("What it is for", "Pictures of each dish", ana.Panel);
        await ana.FillAsync("Cost", "2500", ana.Panel, exact: true);
        await ana.ChooseAsync("Paid", "Once", ana.Panel);
        await ana.FillAsync("In use since", Visitor.Day(), ana.Panel);
        await ana.PressAsync("Add a tool", ana.Panel);
        await ana.SeesAsync("Camera is on the list.");
        await ana.GoAsync("/");
        await ana.SeesAsync("More is spent than was approved");
        await ana.PressAsync("Look at it");
        await ana.SeesAsync("Beyond the budget");
        await ana.SeesAsync(BeyondTheBudget());
    }

    private static async Task PrintAsync(Visitor ana)
    {
        await ana.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Approve version 1" })).ToBeHiddenAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" })).ToBeHiddenAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Region, new() { Name = "What comes back" })).ToBeVisibleAsync();
        var pdf = Encoding.Latin1.GetString(await ana.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        PageOfPdf().Count(pdf).ShouldBe(1);
    }

    [GeneratedRegex(@"more than the £2,000\.00 that Ana Ruiz approved for version 1", RegexOptions.None, 2000)]
    private static partial Regex BeyondTheBudget();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 2000)]
    private static partial Regex PageOfPdf();
}
