using System.Text.RegularExpressions;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 8: a network's own export is imported after a dry run, numbers are typed and pasted, and the plan speaks.</summary>
internal static class EnteringNumbers
{
    public static async Task ImportAsync(Visitor ana)
    {
        await ana.TurnToAsync("Measures", "Import");
        await ana.Page.Locator("input[type=file]").First.SetInputFilesAsync(SharedData.File("exports/meta/Reach.csv"));
        await ana.SeesAsync("This is: Meta Business Suite daily series");
        await ana.SeesHeadingAsync("What would happen");

        // The file holds two series; the brand keeps only what Instagram brought.
        await ClearAsync(ana, "Becomes: Facebook reach");
        await ana.ChooseAsync("Becomes: Instagram reach", "Reach");
        await ana.PressAsync("Import 242 numbers");
        await ana.SeesAsync("Imported 242 numbers.");
        await ana.SeesAsync("Reach.csv");
    }

    public static async Task TypeAsync(Visitor ana)
    {
        await ana.GoAsync("/measures/grid?by=day");
        await ana.ChooseAsync("Add a metric", "Followers");
        var row = ana.Page.GetByRole(AriaRole.Row).Filter(new() { Has = ana.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Followers", Exact = true }) });
        var cells = row.GetByRole(AriaRole.Gridcell);
        await Expect(cells).ToHaveCountAsync(12);

        // The last day but one is typed; the three before it come from a spreadsheet.
        await cells.Nth(10).ClickAsync();
        await ana.Page.Keyboard.TypeAsync("1,210");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(cells.Nth(10)).ToHaveTextAsync("1,210");
        await PasteAsync(ana, cells.Nth(7), "1.15k\t1170\tnot yet");
        await ana.SeesAsync("One cell cannot be stored.");
        await PasteAsync(ana, cells.Nth(9), "1190");
        await ana.PressAsync("Save 4 numbers");
        await ana.SeesAsync("Saved 4 numbers.");

        await ana.TurnToAsync("Measures");
        await ana.SeesAsync(new Regex("1,210 of"));
    }

    private static async Task PasteAsync(Visitor ana, ILocator cell, string block)
    {
        await ana.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await ana.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", block);
        await cell.ClickAsync();
        await ana.Page.Keyboard.PressAsync("Control+V");
    }

    /// <summary>Presses the cross at the end of a field.</summary>
    private static async Task ClearAsync(Visitor ana, string label)
    {
        var field = ana.Field(label);
        await field.Locator("xpath=..").Locator("button").ClickAsync();
        await Expect(field).ToHaveValueAsync("");
    }
}
