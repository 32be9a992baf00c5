using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Bellwether.Browser.Journeys;

/// <summary>Step 7: a person clicks, a bot does not count, the shop's server tells an order twice and it is one.</summary>
internal static class FollowingClicks
{
    public static async Task FollowAsync(Visitor ana, string code, string goal)
    {
        await ClickAsync(ana, code);
        await CrawlAsync(ana, code);
        var secret = await TokenAsync(ana);
        await OrderTwiceAsync(ana, secret, code);

        var funnel = await ana.UntilAsync($"/api/v1/funnels/{goal}", node => node["funnel"]!["clicks"]!.GetValue<int>() == 1, "The click did not arrive at the goal");
        funnel["funnel"]!["conversions"]!.GetValue<int>().ShouldBe(1);
        await ana.TurnToAsync("Tracking");
        await ana.SeesAsync("Tacos at the library");
        await ana.SeesAsync("order-1");
        await VisitSiteAsync(ana);
    }

    /// <summary>The shop's page carries the line that was copied; a guest who opens it is a visit, and the test says so.</summary>
    private static async Task VisitSiteAsync(Visitor ana)
    {
        await ana.GoAsync("/tracking/site");
        await ana.PressAsync("Set it up");
        var line = await ana.Page.GetByLabel("Line for the head of your pages").First.InnerTextAsync();
        line.ShouldContain("/t/script.js");
        await ana.PressAsync("Test it now");
        await ana.SeesAsync("Waiting for the first report");
        var guest = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36" });
        // Shop and program stand on one machine here, which a browser lets no page of the world look into; a real one has an address of its own.
        await guest.Page.Context.GrantPermissionsAsync(["local-network-access"]);
        // The story's browser is steered by a program and says so; a guest's is not.
        await guest.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'webdriver', { get: () => false })");
        await guest.Page.RouteAsync("https://tacoloco.example/**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Body = $"<!doctype html><title>Taco Loco</title>{line}<button onclick=\"history.pushState({{}}, '', '/order')\">Order</button><button onclick=\"bellwether('signup', {{ list: 'lunch' }})\">Sign up</button>",
        }));
        await guest.Page.GotoAsync("https://tacoloco.example/menu?utm_source=bluesky&utm_medium=social&secret=1");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Order" }).ClickAsync();
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Sign up" }).ClickAsync();
        (await guest.Page.Context.CookiesAsync()).ShouldBeEmpty();
        (await guest.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length")).ShouldBe(0);
        await ana.SeesAsync("It works");
        // The test of the line has ended with the first report; what came after it shows when the page is opened anew.
        await ana.GoAsync("/tracking/site");
        await ana.SeesAsync("tacoloco.example/order");
        await ana.SeesAsync("signup");
    }

    private static async Task ClickAsync(Visitor ana, string code)
    {
        // A headless browser calls itself one and is counted as a robot; a guest's does not.
        var guest = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36" });
        var arrives = guest.Page.WaitForRequestAsync(request => request.Url.StartsWith("https://tacoloco.example/", StringComparison.Ordinal));
        // The shop of this story does not exist; that the browser is sent there is what counts.
        await Should.ThrowAsync<PlaywrightException>(() => guest.GoAsync($"/l/{code}"));
        (await arrives).Url.ShouldContain("utm_source=bluesky");
    }

    private static async Task CrawlAsync(Visitor ana, string code)
    {
        using var crawler = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var asks = new HttpRequestMessage(HttpMethod.Get, new Uri(ana.App.Address, $"/l/{code}"));
        asks.Headers.UserAgent.ParseAdd("Googlebot/2.1");
        (await crawler.SendAsync(asks)).Dispose();
    }

    /// <summary>A token for the till that may only tell of orders.</summary>
    private static async Task<string> TokenAsync(Visitor ana)
    {
        await ana.TurnToAsync("Settings", "API tokens");
        await ana.PressAsync("Make a token");
        await ana.FillAsync("Name", "Till", ana.Dialog);
        await ana.Dialog.GetByLabel("Read everything").UncheckAsync();
        await ana.Dialog.GetByLabel("Send clicks, conversions and messages").CheckAsync();
        await ana.PressAsync("Make a token", ana.Dialog);
        await ana.SeesAsync("Copy the token now");
        var secret = await ana.Dialog.Locator("input[readonly]").InputValueAsync();
        await ana.PressAsync("Close", ana.Dialog);
        return secret;
    }

    private static async Task OrderTwiceAsync(Visitor ana, string secret, string code)
    {
        using var till = new HttpClient { BaseAddress = ana.App.Address };
        till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        for (var twice = 0; twice < 2; twice++)
        {
            using var told = await till.PostAsJsonAsync("/t/conversions", new { externalId = "order-1", type = "sale", value = new { amount = 18.5, currency = "EUR" }, link = code });
            told.IsSuccessStatusCode.ShouldBeTrue(await told.Content.ReadAsStringAsync());
        }
    }
}
