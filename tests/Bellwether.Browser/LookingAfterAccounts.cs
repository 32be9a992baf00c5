using System.Text.Json.Nodes;
using Bellwether.Browser.Journeys;
using Bellwether.Browser.Support;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser;

/// <summary>An owner looks after the accounts: lists them, opens a case against a fake with evidence, closes an audit, publishes the directory.</summary>
public sealed class LookingAfterAccounts
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    [Requirement("R002-25")]
    [Requirement("R002-28")]
    [Requirement("R002-29")]
    public async Task From_a_list_of_accounts_to_a_public_page_that_names_the_official_ones()
    {
        await using var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app);
        await ana.SetUpAsync("Taco Loco");

        await ana.GoAsync("/audit");
        await ana.PressAsync("Add an account");
        await ana.FillAsync("Network", "instagram");
        await ana.FillAsync("Handle", "tacoloco");
        await ana.FillAsync("Address of the profile", "https://www.instagram.com/tacoloco");
        await ana.FillAsync("Purpose", "Make people nearby hungry before noon.");
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add an account" }).ClickAsync();
        await ana.SeesAsync("tacoloco is listed.");
        var account = (await ana.GetAsync($"/api/v1/accounts?brand={ana.Brand}"))["accounts"]![0]!["id"]!.GetValue<string>();
        await ana.PostAsync($"/api/v1/accounts/{account}/disposition", new { disposition = "keep" });

        await ana.GoAsync("/audit/cases?add=case");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Network").FillAsync("x");
        await dialog.GetByLabel("Address of the fake").FillAsync("https://x.com/tac0loco");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Open a case" }).ClickAsync();
        await ana.SeesAsync("Nothing yet. A report without evidence is turned away.");
        await ana.Page.GetByLabel("Name", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(ana.Page.GetByLabel("Name", new() { Exact = true })).ToBeCheckedAsync();
        await ana.Page.GetByLabel("Picture", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(ana.Page.GetByLabel("Picture", new() { Exact = true })).ToBeCheckedAsync();
        await ana.PressAsync("I reported it");
        await ana.SeesAsync("Upload a screenshot first");
        await ana.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "fake.png", MimeType = "image/png", Buffer = Dot });
        await ana.SeesAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Dot)));
        await ana.PressAsync("I reported it");
        await ana.SeesAsync("The case is reported.");

        await ana.GoAsync("/audit/audits");
        await ana.PressAsync("Open an audit");
        await ana.Page.GetByLabel("Followers of tacoloco").FillAsync("1180");
        await ana.FillAsync("What the numbers say", "Instagram carries everything.");
        await ana.PressAsync("Close the audit");
        await ana.SeesAsync("closed by Ana Ruiz");
        var audit = (await ana.GetAsync($"/api/v1/audits?brand={ana.Brand}"))[0]!;
        audit["figures"]![0]!["value"]!.GetValue<decimal>().ShouldBe(1180);

        await ana.GoAsync("/audit/directory");
        await ana.PressAsync("Publish");
        await ana.SeesAsync("The directory is public.");
        await StrangerReadsAsync(app);
    }

    /// <summary>Somebody without a sign-in and without script; machines read the same list.</summary>
    private static async Task StrangerReadsAsync(AppProcess app)
    {
        var stranger = await Visitor.AtAsync(app, new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "en-GB" });
        await stranger.GoAsync("/p/accounts/taco-loco");
        await stranger.SeesHeadingAsync("Official accounts of Taco Loco");
        var link = stranger.Page.GetByRole(AriaRole.Link, new() { Name = "Instagram: tacoloco" });
        await Expect(link).ToHaveAttributeAsync("rel", "me");
        var linked = JsonNode.Parse((await stranger.Page.Locator("script[type='application/ld+json']").TextContentAsync())!)!;
        linked["sameAs"]![0]!.GetValue<string>().ShouldBe("https://www.instagram.com/tacoloco");
        await Look.AtPublicPageAsync(app, "/p/accounts/taco-loco");
    }
}
