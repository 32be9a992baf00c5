using Bellwether.Tests.Support;

namespace Bellwether.Browser.Journeys;

/// <summary>The owner invites two colleagues; one of them follows the link of the invitation and is in.</summary>
internal static class InvitingPeople
{
    public static async Task<Visitor> AsManagerAsync(Visitor ana)
    {
        await ana.TurnToAsync("Settings", "Members");
        await InviteAsync(ana, "Cleo Marsh", "Editor");
        var address = await InviteAsync(ana, "Ben Ode", "Manager");

        var ben = await Visitor.AtAsync(ana.App);
        await ben.Page.GotoAsync(address);
        await ben.FillAsync("Password", "three limes, no salt", exact: true);
        await ben.PressAsync("Join");
        await ben.SeesHeadingAsync("Today");
        return ben;
    }

    private static async Task<string> InviteAsync(Visitor ana, string name, string role)
    {
        await ana.PressAsync("Invite a person");
        // An empty form is refused beside its fields, and the window stays.
        await ana.PressAsync("Make the invitation", ana.Dialog);
        await ana.SeesAsync("Enter a name.");
        await ana.FillAsync("Name", name, ana.Dialog);
        await ana.FillAsync("E-mail", $"{name.Split(' ')[0].ToLowerInvariant()}@example.org", ana.Dialog);
        await ana.ChooseAsync("Role", role, ana.Dialog);
        await ana.PressAsync("Make the invitation", ana.Dialog);
        await ana.SeesAsync($"Invitation for {name}");
        var address = await ana.Dialog.Locator("input[readonly]").InputValueAsync();
        await ana.PressAsync("Close", ana.Dialog);
        await ana.SeesAsync(name);
        return address;
    }
}
