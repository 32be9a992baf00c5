using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>The library: a picture's point, a cut that keeps it in sight, and what nothing shows.</summary>
internal static class KeepingPictures
{
    /// <summary>Adds a picture, says what stays in sight, cuts it for a network, and deletes it because nothing shows it.</summary>
    public static async Task KeepAsync(Visitor ana)
    {
        await ana.TurnToAsync("Calendar", "Library");
        var drawn = await ana.Page.EvaluateAsync<string>("() => { const c = document.createElement('canvas'); c.width = 1600; c.height = 800; const x = c.getContext('2d'); x.fillStyle = 'teal'; x.fillRect(1200, 0, 400, 800); return c.toDataURL('image/png').split(',')[1]; }");
        await ana.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "Salsa.png", MimeType = "image/png", Buffer = Convert.FromBase64String(drawn) });
        await ana.SeesAsync("What stays in sight");

        var mark = ana.Page.GetByRole(AriaRole.Button, new() { Name = "The point: 50 % from the left" });
        await mark.FocusAsync();
        for (var i = 0; i < 4; i++)
        {
            await ana.Page.Keyboard.PressAsync("Shift+ArrowRight");
        }

        await ana.PressAsync("Keep this point");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Keep this point" })).ToHaveCountAsync(0);
        await ana.Page.ReloadAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "The point: 90 % from the left" })).ToBeVisibleAsync();

        await ana.PressAsync("Cut for a network");
        await ana.PressAsync("Cut it", ana.Dialog);
        await ana.SeesAsync("Cut and kept beside the picture");
        var cuts = (await ana.GetAsync($"/api/v1/media?brand={ana.Brand}&archived=false&cut=true")).AsArray().Where(one => one!["original"] is not null).ToList();
        var cut = cuts.ShouldHaveSingleItem()!;
        // The right of the picture is teal, its left is empty: the point was at the right.
        var isTeal = await ana.Page.EvaluateAsync<bool>("async address => { const image = await createImageBitmap(await (await fetch(address)).blob()); const c = document.createElement('canvas'); c.width = image.width; c.height = image.height; const x = c.getContext('2d'); x.drawImage(image, 0, 0); const p = x.getImageData(image.width - 2, image.height >> 1, 1, 1).data; return p[1] > 100 && p[2] > 100 && p[0] < 20; }", cut["address"]!.GetValue<string>());
        isTeal.ShouldBeTrue("what was cut keeps the point in sight");

        await ana.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Not used anywhere" }).CheckAsync();
        await ana.PressAsync("Delete for good", ana.Panel);
        await ana.SureAsync("Delete for good");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Salsa.png" })).ToHaveCountAsync(0);
        (await ana.GetAsync($"/api/v1/media?brand={ana.Brand}&archived=false&cut=true")).AsArray().ShouldAllBe(one => !one!["name"]!.GetValue<string>().StartsWith("Salsa", StringComparison.Ordinal));
    }
}
