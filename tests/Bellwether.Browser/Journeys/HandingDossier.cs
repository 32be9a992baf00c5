using Bellwether.Browser.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser.Journeys;

/// <summary>Research is closed as a version with what is still open, handed to a firm, and the firm says that it has it.</summary>
internal static class HandingDossier
{
    public static async Task HandAsync(Visitor ana)
    {
        await ana.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Dossier", Exact = true }).ClickAsync();
        await ana.PressAsync("Close research as a version");
        await ana.FillAsync("Title", "Spring", ana.Dialog);
        await ana.FillAsync("What it comes down to", "Be seen before noon.", ana.Dialog);
        await ana.PressAsync("Close research as a version", ana.Dialog);
        await ana.SeesAsync("Version 1 is closed.");
        await ana.SeesHeadingAsync("Version 1: Spring");

        await ana.PressAsync("Hand over");
        await ana.FillAsync("To whom", "Mia", ana.Dialog);
        await ana.FillAsync("Firm", "North & Co", ana.Dialog);
        await ana.PressAsync("Hand over", ana.Dialog);
        await ana.SeesAsync("Copy the link now. It is not shown again.");
        var link = new Uri(await ana.Page.Locator("input[readonly]").First.InputValueAsync()).AbsolutePath;
        await ana.SeesAsync("No receipt yet");
        await ReceiveAsync(ana, link);

        await ana.Page.ReloadAsync();
        await ana.SeesAsync("Received by Mia North");
    }

    /// <summary>The firm has no sign-in and needs no script; what was open then is written in what it receives.</summary>
    private static async Task ReceiveAsync(Visitor ana, string link)
    {
        var firm = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await firm.GoAsync(link);
        await firm.SeesHeadingAsync("Spring");
        await firm.SeesAsync("Be seen before noon.");
        await firm.SeesAsync("Guests decide on the way");
        await firm.SeesAsync("Count at the door");
        await firm.SeesAsync("Counter");
        await Look.AtPublicPageAsync(ana.App, link);
        var files = await firm.Page.RunAndWaitForDownloadAsync(() => firm.PressAsync("Download the files"));
        files.SuggestedFilename.ShouldEndWith(".zip");
        await firm.FillAsync("Your name", "Mia North");
        await firm.PressAsync("I have received it");
        await firm.SeesAsync("Received by Mia North");
    }
}
