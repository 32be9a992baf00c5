using System.Globalization;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>Research from the first finding to the receipt: on the screen, and on the public pages with script switched off.</summary>
public sealed class ResearchJourney
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa") };

    [Fact]
    [Requirement("R002-44")]
    [Requirement("R004-13")]
    [Requirement("R004-15")]
    public async Task A_finding_leads_to_a_goal_guests_answer_without_script_and_a_firm_receives_the_dossier()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app, new BrowserNewContextOptions { BypassCSP = true, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB", TimezoneId = "Europe/Berlin" });
        await ana.SetUpAsync("Taco Loco");
        var plan = (await ana.PostAsync("/api/v1/plans", new { brand = ana.Brand, title = "A fuller lunch hour" }))["id"]!.GetValue<string>();
        await ana.PostAsync("/api/v1/goals", new { plan, title = "More lunch guests" });

        await FindingAsync(ana);
        await SurveyAsync(ana, plan);
        await DossierAsync(ana);
        await EveryTabAsync(ana);
    }

    /// <summary>What was found out is written down with its source and linked to what follows.</summary>
    private static async Task FindingAsync(Visitor ana)
    {
        await ana.GoAsync("/research/findings");
        await ana.PressAsync("Add a finding");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("What you found out").FillAsync("Guests decide on the way");
        await dialog.GetByLabel("Who or what says so").FillAsync("Count at the door");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await ana.SeesAsync("Led nowhere");
        await ana.PressAsync("Guests decide on the way");
        await ana.PressAsync("Link what follows");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Goal, channel or tactic" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Option, new() { Name = "Goal: More lunch guests" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await ana.SeesAsync("Complete");
    }

    /// <summary>A guest without script makes a mistake, mends it and answers; the second try is told that the first counts.</summary>
    private static async Task SurveyAsync(Visitor ana, string plan)
    {
        object[] questions =
        [
            new { text = "How likely are you to recommend us?", kind = "nps", required = true },
            new { text = "How did you hear of us?", kind = "origin", options = new[] { "Instagram", "A friend" } },
            new { text = "Your e-mail", kind = "text", personal = true },
        ];
        var survey = await ana.PostAsync($"/api/v1/plans/{plan}/surveys", new { sheet = new { title = "How was lunch?", intro = "Three questions, one minute.", consent = "We write to you once.", questions } });
        var id = survey["id"]!.GetValue<string>();
        await ana.GoAsync($"/research/surveys?survey={id}");
        await ana.PressAsync("Open it");
        await ana.SeesAsync("The survey is open.");
        var path = new Uri(await ana.Page.GetByLabel("Address").InputValueAsync()).AbsolutePath;

        var guest = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await guest.GoAsync(path);
        await guest.PressAsync("Send my answers");
        await guest.SeesAsync("Some answers need another look");
        await guest.Page.GetByRole(AriaRole.Group, new() { Name = "How likely are you to recommend us?" }).GetByLabel("9", new() { Exact = true }).CheckAsync();
        await guest.Page.GetByLabel("Instagram").CheckAsync();
        await guest.FillAsync("Your e-mail", "paula@example.org");
        await guest.PressAsync("Send my answers");
        await guest.SeesAsync("Agree below, or leave that field empty.");
        await guest.Page.GetByLabel("I agree.").CheckAsync();
        await guest.PressAsync("Send my answers");
        await guest.SeesHeadingAsync("Thank you");
        await guest.Page.GoBackAsync();
        await guest.PressAsync("Send my answers");
        (await ana.GetAsync($"/api/v1/surveys/{id}/results"))["answers"]!.GetValue<int>().ShouldBe(1);

        await ReadableAsync(ana, path);
        await ana.GoAsync($"/research/surveys?survey={id}");
        await ana.SeesAsync("Fewer than 30 answers: read the interval, not the score.");
    }

    /// <summary>The version is closed, handed over to a firm and received there.</summary>
    private static async Task DossierAsync(Visitor ana)
    {
        await ana.GoAsync("/research/dossier");
        await ana.PressAsync("Close research as a version");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title").FillAsync("Spring");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close research as a version" }).ClickAsync();
        await ana.SeesHeadingAsync("Version 1: Spring");
        await ana.PressAsync("Hand over");
        await dialog.GetByLabel("To whom").FillAsync("Mia");
        await dialog.GetByLabel("Firm").FillAsync("North & Co");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hand over" }).ClickAsync();
        await ana.SeesAsync("Copy the link now");
        var address = await ana.Page.Locator("input[readonly]").First.InputValueAsync();
        var firm = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await firm.Page.GotoAsync(address);
        await firm.SeesHeadingAsync("Spring");
        await firm.FillAsync("Your name", "Mia North");
        await firm.PressAsync("I have received it");
        await firm.SeesAsync("Received by Mia North");
        await ReadableAsync(ana, new Uri(address).AbsolutePath);
        await ana.GoAsync("/research/dossier");
        await ana.SeesAsync("Received by Mia North");
    }

    private static async Task EveryTabAsync(Visitor ana)
    {
        foreach (var tab in new[] { "", "/findings", "/people", "/audiences", "/community", "/surveys", "/media", "/register", "/trace", "/dossier" })
        {
            await ReadableAsync(ana, "/research" + tab);
        }
    }

    /// <summary>Everybody can read the page, on a desk and on a telephone, by day and by night; nothing sticks out at the side.</summary>
    private static async Task ReadableAsync(Visitor ana, string path)
    {
        foreach (var (width, height) in new[] { (1280, 800), (360, 740) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await ana.Page.SetViewportSizeAsync(width, height);
                await ana.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await ana.GoAsync(path);
                await ana.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
                await ana.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await ana.Page.EvaluateAsync("scheme => document.documentElement.hasAttribute('data-mantine-color-scheme') && document.documentElement.setAttribute('data-mantine-color-scheme', scheme)", scheme.ToString().ToLowerInvariant());
                if (Environment.GetEnvironmentVariable("BELLWETHER_PICTURES") is { Length: > 0 } folder)
                {
                    var name = string.Create(CultureInfo.InvariantCulture, $"{path.Trim('/').Replace('/', '-').Split("-p-")[0]}-{width}-{scheme}.png");
                    await ana.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
                }

                var found = await ana.Page.RunAxe(Rules);
                found.Violations.Select(violation => $"{path} {width} {scheme}: {violation.Id} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
                (await ana.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")).ShouldBeTrue($"{path} sticks out at {width}");
            }
        }
    }
}
