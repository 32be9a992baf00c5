using Bellwether.Browser.Support;
using Bellwether.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bellwether.Browser.Journeys;

/// <summary>Steps 5 to 7: written in the composer within the network's limit, approved by a colleague, out on the real server with a short link.</summary>
internal static class PublishingPosts
{
    private const string Words = "Today at the library until three: fish tacos. Which salsa first? https://tacoloco.example/menu";

    /// <summary>A post goes out at once; gives the code of its short link.</summary>
    public static async Task<string> PublishAsync(Visitor ana, Visitor ben, PdsServer pds, PdsAccount account)
    {
        await ana.TurnToAsync("Calendar", "Write a post");
        await ana.Page.GetByRole(AriaRole.Checkbox, new() { Name = account.Handle }).CheckAsync();
        await ana.FillAsync("Title", "Tacos at the library");
        await TooLongAsync(ana);
        await ana.ChooseAsync("Goal", Story.Goal);
        await ana.ChooseAsync("Theme", "Today here");
        await ana.PressAsync("Ask for approval");
        await ana.SeesAsync("It waits for approval");
        await Expect(ana.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/calendar/post_"));
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish now" })).ToHaveCountAsync(0);

        await ReviewedOutsideAsync(ana);
        await ben.GoAsync(new Uri(ana.Page.Url).PathAndQuery);
        await ben.PressAsync("Approve");
        await ben.SeesAsync("Approved");

        await ana.Page.ReloadAsync();
        await ana.PressAsync("Publish now");
        await ana.SeesAsync("within seconds");
        await ana.SureAsync("Publish now");
        await Expect(ana.Page.GetByText("Published", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 90_000 });

        var records = await pds.Posts(account.Did);
        records.Count.ShouldBe(1, "exactly one post on the real server");
        records[0]["value"]!["text"]!.GetValue<string>().ShouldStartWith("Today at the library");
        await ana.TurnToAsync("Calendar", "Publishing");
        await ana.Page.GetByText("Went out", new() { Exact = true }).ClickAsync();
        await ana.SeesAsync("Tacos at the library");
        return (await ana.GetAsync($"/api/v1/links?brand={ana.Brand}"))["items"]!.AsArray().Single()!["code"]!.GetValue<string>();
    }

    /// <summary>Somebody without an account sees the post behind a link, and what they say comes back to the post.</summary>
    private static async Task ReviewedOutsideAsync(Visitor ana)
    {
        var tab = ana.Page.GetByRole(AriaRole.Tab, new() { Name = "With reviewers outside" });
        await tab.ClickAsync();
        await ana.PressAsync("Send for review");
        await ana.FillAsync("Who gets it", "The library", ana.Dialog);
        await ana.PressAsync("Make the link", ana.Dialog);
        var path = new Uri(await ana.Field("Address", ana.Dialog).InputValueAsync()).AbsolutePath;
        await ana.Page.Keyboard.PressAsync("Escape");
        await Look.AtPublicPageAsync(ana.App, path);

        var guest = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "en-GB" });
        await guest.GoAsync(path);
        await guest.SeesAsync("Today at the library until three");
        await guest.FillAsync("Your words", "We open at ten, come early.");
        await guest.PressAsync("Only comment");
        await guest.SeesAsync("Your words were passed on.");
        await guest.Page.Context.CloseAsync();

        await ana.Page.ReloadAsync();
        await tab.ClickAsync();
        await ana.SeesAsync("We open at ten, come early.");
    }

    /// <summary>A post with a day of its own is dragged to another and back again.</summary>
    public static async Task DragAsync(Visitor ana, Visitor ben)
    {
        // Two weeks ahead, on a Tuesday, so that the day after lies in the same week and month or is shown with it.
        await ana.GoAsync($"/calendar/new?at={Visitor.Day(14)}T12:00:00");
        await ana.FillAsync("Title", "Salsa night");
        await ana.FillAsync("Shared text", "Salsa night at the van.");
        await ana.PressAsync("Save draft");
        await ana.SeesAsync("All changes are saved");
        // What was typed and not saved is there again after the page was closed.
        await ana.FillAsync("Shared text", "Salsa night, and it rains.");
        await ana.SeesAsync("Kept at");
        await ana.Page.ReloadAsync();
        await ana.SeesAsync("is here again");
        await Expect(ana.Field("Shared text")).ToHaveValueAsync("Salsa night, and it rains.");
        await ana.PressAsync("Throw it away");
        await ana.SeesAsync("All changes are saved");

        await TogetherAsync(ana, ben);

        await ana.GoAsync($"/calendar?day={Visitor.Day(14)}");
        var chip = ana.Page.GetByRole(AriaRole.Link, new() { Name = "Salsa night" });
        await Expect(OnDay(ana, 14).GetByText("Salsa night")).ToBeVisibleAsync();
        // The gaps come with the cadence and push the rows down; whoever takes hold before that takes hold of another day.
        await ana.SeesAsync("Planned against the cadence");
        await chip.DragToAsync(OnDay(ana, 15));
        await Expect(OnDay(ana, 15).GetByText("Salsa night")).ToBeVisibleAsync();
        await ana.UndoAsync("“Salsa night” moved to");
        await Expect(OnDay(ana, 14).GetByText("Salsa night")).ToBeVisibleAsync();
        await Expect(OnDay(ana, 15).GetByText("Salsa night")).ToHaveCountAsync(0);
    }

    /// <summary>Two people change the same words: nothing of either is lost, and an earlier version comes back.</summary>
    private static async Task TogetherAsync(Visitor ana, Visitor ben)
    {
        await ben.GoAsync(new Uri(ana.Page.Url).PathAndQuery);
        await Expect(ben.Field("Shared text")).ToHaveValueAsync("Salsa night at the van.");
        await ana.FillAsync("Shared text", "Salsa night at the van, bring friends.");
        await ben.FillAsync("Shared text", "Salsa night at the van, come at eight.");
        await ben.PressAsync("Save draft");
        await ben.SeesAsync("All changes are saved");

        await ana.PressAsync("Save draft");
        await ana.SeesAsync("changed the same words");
        var words = ana.Page.GetByRole(AriaRole.Group, new() { Name = "Shared text", Exact = true });
        await ana.SeesAsync("eight", words);
        await ana.SeesAsync("friends", words);
        await words.GetByText("By hand", new() { Exact = true }).ClickAsync();
        await ana.FillAsync("Shared text, by hand", "Salsa night at the van, come at eight, bring friends.", exact: true);
        await ana.PressAsync("Go on with these");
        await ana.PressAsync("Save draft");
        await ana.SeesAsync("All changes are saved");

        await ana.Page.GetByRole(AriaRole.Tab, new() { Name = "Versions" }).ClickAsync();
        ILocator Version(int number) => ana.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Version {number}" });
        await ana.PressAsync("Show", Version(3));
        await Expect(Version(3).Locator("ins").Filter(new() { HasText = "friends" })).ToBeVisibleAsync();
        await ana.PressAsync("Bring it back", Version(2));
        await Expect(ana.Field("Shared text")).ToHaveValueAsync("Salsa night at the van, come at eight.");
        await ana.UndoAsync("Version 2 is back");
        await Expect(ana.Field("Shared text")).ToHaveValueAsync("Salsa night at the van, come at eight, bring friends.");
    }

    /// <summary>The composer says by how much a text is too long, and what stands against it, before anything is asked of the server.</summary>
    private static async Task TooLongAsync(Visitor ana)
    {
        await ana.FillAsync("Shared text", new string('x', 312));
        await ana.SeesAsync("312 of 300, 12 too many");
        await ana.SeesAsync("Bluesky allows 300 characters", ana.Page.GetByRole(AriaRole.Region, new() { Name = "Before it goes out" }));
        await ana.FillAsync("Shared text", Words);
        await Expect(ana.Page.GetByText("too many")).ToHaveCountAsync(0);
    }

    private static ILocator OnDay(Visitor ana, int from) => ana.Page.Locator($"td[data-date='{Visitor.Day(from)}']");
}
