namespace Bellwether.Browser.Journeys;

/// <summary>Step 10: the playbook is shared by a link and the link is revoked.</summary>
internal static class SharingPlaybook
{
    public static async Task ShareAndRevokeAsync(Visitor ana)
    {
        await ana.TurnToAsync("Playbook");
        await ana.SeesHeadingAsync("What we want to reach");
        await ana.PressAsync("Share");
        await ana.FillAsync("For whom", "The library");
        await ana.PressAsync("Make a link");
        await ana.SeesAsync("Copy the link now");
        var address = await ana.Page.Locator("input[readonly]").First.InputValueAsync();
        var reader = await Visitor.AtAsync(ana.App);
        await reader.Page.GotoAsync(address);
        await reader.SeesHeadingAsync("Where we speak, and how");
        await ana.PressAsync("Revoke");
        await ana.SeesAsync("The link is revoked");
        await reader.Page.ReloadAsync();
        await reader.SeesHeadingAsync("This playbook is not here");
    }
}
