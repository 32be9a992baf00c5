using Microsoft.Playwright;

namespace Bellwether.Browser.Journeys;

/// <summary>Whom the plan is for is said before its channels are chosen.</summary>
internal static class DescribingAudiences
{
    public static async Task DescribeAsync(Visitor ana)
    {
        await ana.GoAsync("/research/audiences");
        await ana.PressAsync("Add an audience");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync("Office people within ten minutes");
        await dialog.GetByLabel("What they need").FillAsync("Lunch in half an hour");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await ana.SeesHeadingAsync("Office people within ten minutes");
    }
}
