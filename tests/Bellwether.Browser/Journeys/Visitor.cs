using System.Text.Json.Nodes;
using Bellwether.Browser.Support;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>A person at the real program in a real browser: finds things by what they are called.</summary>
public sealed class Visitor(AppProcess app, IPage page)
{
    public IPage Page { get; } = page;

    public AppProcess App { get; } = app;

    public string Brand { get; private set; } = "";

    public static async Task<Visitor> AtAsync(AppProcess app, BrowserNewContextOptions? options = null) => new(app, await Chromium.NewPage(options));

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(App.Address, path).ToString());

    /// <summary>Presses what is called so, a button or a link that looks like one.</summary>
    public Task PressAsync(string name, bool exact = true) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }).Or(Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact })).First.ClickAsync();

    public Task FillAsync(string label, string text, bool exact = false) => Page.GetByLabel(label, new() { Exact = exact }).First.FillAsync(text);

    /// <summary>Waits until the page says it.</summary>
    public Task SeesAsync(string text) => Expect(Page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

    public Task SeesHeadingAsync(string name) => Expect(Page.GetByRole(AriaRole.Heading, new() { Name = name }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

    /// <summary>Sends what the page itself would send, with the sign-in of this browser.</summary>
    public async Task<JsonNode> SendAsync(string method, string path, object? body = null)
    {
        var answer = await Page.APIRequest.FetchAsync(new Uri(App.Address, path).ToString(), new()
        {
            Method = method,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Bellwether"] = "1" },
            DataObject = body,
        });
        var text = await answer.TextAsync();
        answer.Ok.ShouldBeTrue($"{method} {path}: {answer.Status} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetAsync(string path) => SendAsync("GET", path);

    public Task<JsonNode> PostAsync(string path, object? body = null) => SendAsync("POST", path, body ?? new { });

    /// <summary>The first visit: owner, workspace and brand through the set-up page.</summary>
    public async Task SetUpAsync(string brand)
    {
        await GoAsync("/");
        await FillAsync("Your name", "Ana Ruiz");
        await FillAsync("E-mail", "ana@example.org");
        await FillAsync("Password", "a lime and some salt", exact: true);
        await FillAsync("Workspace name", "Loco Foods");
        await FillAsync("Brand name", brand);
        await PressAsync("Set up");
        await SeesHeadingAsync("How do you want to begin?");
        Brand = (await GetAsync("/account/state"))["brands"]![0]!["id"]!.GetValue<string>();
    }

    /// <summary>Asks again until the answer holds; the browser's own clock paces it.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> holds, string otherwise, int seconds = 150)
    {
        JsonNode last = new JsonObject();
        for (var i = 0; i < seconds * 2; i++)
        {
            last = await GetAsync(path);
            if (holds(last))
            {
                return last;
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{otherwise}: {last.ToJsonString()}");
    }
}
