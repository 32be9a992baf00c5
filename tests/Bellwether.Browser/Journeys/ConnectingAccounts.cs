using Bellwether.Tests.Support;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 3: the account in the inventory, connected to a real server; the brand's own site, its rhythm and its rules.</summary>
internal static class ConnectingAccounts
{
    public static async Task ConnectAsync(Visitor ana, PdsServer pds, PdsAccount account)
    {
        await ana.TurnToAsync("Audit");
        await ana.PressAsync("Add an account");
        await ana.FillAsync("Network", "bluesky");
        await ana.FillAsync("Handle", account.Handle);
        await ana.FillAsync("Purpose", "Tell the neighbourhood where the van stands.");
        await ana.PressAsync("Add an account", ana.Dialog);
        await ana.SeesAsync($"{account.Handle} is listed.");

        await ana.TurnToAsync("Settings", "Networks");
        await ana.PressAsync("Connect");
        await ana.FillAsync("Server", pds.Address.ToString(), ana.Dialog);
        await ana.FillAsync("App password", account.AppPassword, ana.Dialog);
        await ana.PressAsync("Connect", ana.Dialog);
        await ana.SeesAsync($"@{account.Handle} is connected.");
    }

    /// <summary>Where visits count as the brand's own, and how often and when the account speaks.</summary>
    public static async Task SettleAsync(Visitor ana, PdsAccount account)
    {
        await ana.TurnToAsync("Settings", "Brand");
        await ana.FillAsync("Own web addresses", "tacoloco.example");
        await ana.PressAsync("Save");
        await ana.SeesAsync("Brand saved.");

        await ana.TurnToAsync("Calendar", "Rhythm and rules");
        await ana.OpenRowAsync("Bluesky");
        var week = ana.Panel.GetByRole(Microsoft.Playwright.AriaRole.Group, new() { Name = "Per week" });
        await ana.FillAsync("At least", "7", week);
        await ana.FillAsync("Aim", "5", week);
        await ana.FillAsync("At most", "10", week);
        await ana.FillAsync("Quiet from", "23:00", ana.Panel);
        await ana.FillAsync("Quiet until", "", ana.Panel);
        await ana.PressAsync("Save cadence", ana.Panel);
        await ana.SeesAsync("Fill in both, or neither.");
        await ana.FillAsync("Quiet until", "05:00", ana.Panel);
        await ana.PressAsync("Save cadence", ana.Panel);
        await ana.SeesAsync("The minimum (7) is above the target (5)", week);
        await ana.FillAsync("At least", "3", week);
        await ana.PressAsync("Save cadence", ana.Panel);
        await ana.SeesAsync("Cadence saved");
        await ana.ChooseAsync("Are posts approved?", "Yes, nothing goes out without it");
        await ana.PressAsync("Save rules");
        await ana.SeesAsync("Rules saved");

        var cadence = (await ana.GetAsync($"/api/v1/cadences?brand={ana.Brand}")).AsArray().Single(row => row!["handle"]!.GetValue<string>() == account.Handle)!;
        cadence["quiet"]!["from"]!.GetValue<string>().ShouldStartWith("23:00");
        cadence["week"]!["target"]!.GetValue<int>().ShouldBe(5);
    }
}
