using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>A week planned without a pointer: from an empty hour to a post, to another day and back, several at once and back.</summary>
internal static class PlanningByKeyboard
{
    public static async Task PlanAsync(Visitor ana)
    {
        // The week after the next: no hour of it has passed, and nothing stands in it.
        var week = $"/calendar?view=week&day={Visitor.Day(14)}";
        await WriteAsync(ana, week, 9, "Soup of the day");
        await WriteAsync(ana, week, 12, "Salsa at noon");
        await ana.GoAsync(week);
        await TabToAsync(ana, "Soup of the day");
        var from = await SlotAsync(ana, "Soup of the day");
        await ana.Page.Keyboard.PressAsync("Alt+ArrowRight");
        await Expect(Chip(ana, "Soup of the day", from)).ToHaveCountAsync(0);
        await TabToAsync(ana, "^Undo$");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(Chip(ana, "Soup of the day", from)).ToHaveCountAsync(1);

        await TabToAsync(ana, "Soup of the day");
        await ana.Page.Keyboard.PressAsync("x");
        await ana.Page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(ana, "Salsa at noon");
        await ana.Page.Keyboard.PressAsync("x");
        await ana.SeesAsync("2 posts marked");
        await TabToAsync(ana, "^Move$");
        await ana.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(ana, "^Move(?!s).*", ana.Dialog);
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.SeesAsync("2 posts moved");
        await Expect(Chip(ana, "Soup of the day", from)).ToHaveCountAsync(0);
        await TabToAsync(ana, "^Undo$");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(Chip(ana, "Soup of the day", from)).ToHaveCountAsync(1);

        await TabToAsync(ana, "Salsa at noon");
        await ana.Page.Keyboard.PressAsync("m");
        await ana.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Open", Exact = true }).WaitForAsync();
        await TabToAsync(ana, "^Take from the calendar$", key: "ArrowDown");
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.SeesAsync("1 post taken from the calendar");
    }

    /// <summary>Down from the grid into its first day, hour by hour, and through the composer.</summary>
    private static async Task WriteAsync(Visitor ana, string week, int hour, string text)
    {
        await ana.GoAsync(week);
        await ana.Page.Locator("[data-slot]").First.WaitForAsync();
        await TabToAsync(ana, "^Week$", ana.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Region));
        for (var press = 0; press <= hour; press++)
        {
            await ana.Page.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(ana.Page.Locator("[data-slot] a:focus")).ToHaveAttributeAsync("aria-label", new Regex($"{hour:00}:00"));
        await ana.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(ana, "tacoloco");
        await ana.Page.Keyboard.PressAsync("Space");
        await TabToAsync(ana, "^Title");
        await ana.Page.Keyboard.TypeAsync(text);
        await TabToAsync(ana, "^Shared text");
        await ana.Page.Keyboard.TypeAsync(text + ". Come along.");
        await TabToAsync(ana, "^Save draft$", key: "Shift+Tab");
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.SeesAsync("All changes are saved");
    }

    private static async Task<string> SlotAsync(Visitor ana, string title) =>
        (await ana.Page.Locator("[data-slot]").Filter(new() { HasText = title }).GetAttributeAsync("data-slot"))!;

    private static ILocator Chip(Visitor ana, string title, string slot) => ana.Page.Locator($"[data-slot='{slot}']").GetByText(title);

    /// <summary>Presses Tab until what holds the focus is called so; says what it came by when it never does.</summary>
    private static async Task TabToAsync(Visitor ana, string name, ILocator? within = null, string key = "Tab")
    {
        var passed = new List<string>();
        var wanted = new Regex(name, RegexOptions.None, TimeSpan.FromSeconds(1));
        if (within is not null)
        {
            await within.First.WaitForAsync();
        }

        for (var press = 0; press < 150; press++)
        {
            var held = await ana.Page.EvaluateAsync<string>("() => { const held = document.activeElement; return held === document.body ? '' : held?.getAttribute('aria-label') ?? held?.labels?.[0]?.innerText ?? held?.innerText ?? ''; }");
            if (wanted.IsMatch(held) && (within is null || await within.Locator(":focus").Or(within.And(ana.Page.Locator(":focus"))).CountAsync() > 0))
            {
                return;
            }

            passed.Add(held.Replace('\n', ' '));
            await ana.Page.Keyboard.PressAsync(key);
        }

        passed.ShouldBeEmpty($"“{name}” never gets the focus");
    }
}
