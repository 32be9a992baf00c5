using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Browser.Support;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>A person at the real program in a real browser: finds things by what they are called, and changes them only with what is on the screen.</summary>
public sealed class Visitor(AppProcess app, IPage page)
{
    public IPage Page { get; } = page;

    public AppProcess App { get; } = app;

    public string Brand { get; private set; } = "";

    /// <summary>The page itself, for whatever may also be looked for within a part of it.</summary>
    public ILocator Body => Page.Locator("body");

    /// <summary>The window that is open over the page.</summary>
    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog).Filter(new() { Visible = true }).Last;

    /// <summary>What is opened beside a list.</summary>
    public ILocator Panel => Page.Locator("aside").Filter(new() { Visible = true });

    public static async Task<Visitor> AtAsync(AppProcess app, BrowserNewContextOptions? options = null) => new(app, await Chromium.NewPage(options));

    /// <summary>The day of the brand, some days from today, as date fields take it.</summary>
    public static string Day(int from = 0) =>
        TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).AddDays(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(App.Address, path).ToString());

    /// <summary>Goes to a page by the menu at the left, and to one of its tabs.</summary>
    public async Task TurnToAsync(string entry, string? tab = null)
    {
        var menu = Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" });
        await menu.GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }).Or(Page.GetByRole(AriaRole.Link, new() { Name = entry, Exact = true })).First.ClickAsync();
        await SeesHeadingAsync(entry);
        if (tab is not null)
        {
            await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).First.ClickAsync();
        }
    }

    /// <summary>Goes to the plan's own page, which has the plan's name.</summary>
    public async Task TurnToPlanAsync()
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Main menu" }).GetByRole(AriaRole.Link, new() { Name = "Plan", Exact = true }).ClickAsync();
        await SeesHeadingAsync(Story.Plan);
    }

    /// <summary>Presses what is called so: a button, or a link that looks like one.</summary>
    public Task PressAsync(string name, ILocator? within = null, bool exact = true)
    {
        var place = within ?? Body;
        return place.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }).Or(place.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact })).Filter(new() { Visible = true }).First.ClickAsync();
    }

    /// <summary>Presses a line of a menu that hides behind a button.</summary>
    public async Task PickAsync(string menu, string item)
    {
        await PressAsync(menu);
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    /// <summary>The field with this label, also where a star behind it says that it is needed.</summary>
    public ILocator Field(string label, ILocator? within = null, bool exact = true) =>
        (exact ? (within ?? Body).GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}\s*\*?\s*$")) : (within ?? Body).GetByLabel(label)).Filter(new() { Visible = true }).First;

    public Task FillAsync(string label, string text, ILocator? within = null, bool exact = false) => Field(label, within, exact).FillAsync(text);

    /// <summary>Types into a field that is saved when it is left.</summary>
    public async Task FillAndLeaveAsync(string label, string text, string saying, ILocator? within = null)
    {
        var field = Field(label, within);
        await field.FillAsync(text);
        await field.BlurAsync();
        await SeesAsync(saying);
    }

    /// <summary>
    /// Opens a list of choices and takes one. What is still being loaded may move the page under the pointer, which closes the list: it is
    /// opened again, as a person would.
    /// </summary>
    public async Task ChooseAsync(string label, string option, ILocator? within = null)
    {
        const int Tries = 5;
        var wanted = Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).Filter(new() { Visible = true }).First;
        for (var tried = 1; tried <= Tries; tried++)
        {
            if (tried == 1 || !await wanted.IsVisibleAsync())
            {
                await Field(label, within).ClickAsync();
            }

            try
            {
                await wanted.ClickAsync(new() { Timeout = tried < Tries ? 6_000 : null });
                return;
            }
            catch (TimeoutException) when (tried < Tries)
            {
                // The next try looks whether the list is open.
            }
        }
    }

    /// <summary>Opens the row of a table that is called so.</summary>
    public Task OpenRowAsync(string name) => Page.Locator("[data-row-open]").Filter(new() { HasText = name }).First.ClickAsync();

    /// <summary>Says yes to the question that is asked before what cannot be taken back.</summary>
    public async Task SureAsync(string verb)
    {
        await PressAsync(verb, Dialog);
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Takes back what a notice says was done.</summary>
    public Task UndoAsync(string saying) => Page.GetByRole(AriaRole.Status).Filter(new() { HasText = saying }).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

    /// <summary>Waits until the page says it.</summary>
    public Task SeesAsync(string text, ILocator? within = null) =>
        Expect((within ?? Body).GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    public Task SeesAsync(Regex text) => Expect(Page.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    public Task SeesNoMoreAsync(string text, ILocator? within = null) => Expect((within ?? Body).GetByText(text, new() { Exact = true })).ToHaveCountAsync(0);

    public Task SeesHeadingAsync(string name) => Expect(Page.GetByRole(AriaRole.Heading, new() { Name = name }).First).ToBeVisibleAsync();

    /// <summary>What a journey finds already there, through the API with the browser's sign-in; what it shows is done on the screen.</summary>
    public async Task<JsonNode> PostAsync(string path, object body)
    {
        var answer = await Page.APIRequest.PostAsync(new Uri(App.Address, path).ToString(), new()
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Bellwether"] = "1" },
            DataObject = body,
        });
        var text = await answer.TextAsync();
        answer.Ok.ShouldBeTrue($"POST {path}: {answer.Status} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>Reads what the page itself would read, with the sign-in of this browser.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        var answer = await Page.APIRequest.GetAsync(new Uri(App.Address, path).ToString());
        var text = await answer.TextAsync();
        answer.Ok.ShouldBeTrue($"GET {path}: {answer.Status} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The first visit: owner, workspace and brand through the set-up page.</summary>
    public async Task SetUpAsync(string brand, string person = "Ana Ruiz", string email = "ana@example.org")
    {
        await GoAsync("/");
        await FillAsync("Your name", person);
        await FillAsync("E-mail", email);
        await FillAsync("Password", "a lime and some salt", exact: true);
        await FillAsync("Workspace name", "Loco Foods");
        await FillAsync("Brand name", brand);
        await PressAsync("Set up");
        await SeesHeadingAsync("How do you want to begin?");
        Brand = (await GetAsync("/account/state"))["brands"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>Asks again until the answer holds.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> holds, string otherwise, int seconds = 30)
    {
        JsonNode last = new JsonObject();
        for (var i = 0; i < seconds * 5; i++)
        {
            last = await GetAsync(path);
            if (holds(last))
            {
                return last;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{otherwise}: {last.ToJsonString()}");
    }
}
