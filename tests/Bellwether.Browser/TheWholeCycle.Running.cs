using System.Net.Http.Headers;
using System.Net.Http.Json;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>The second half of the circle: out, clicked, measured, reviewed, written up.</summary>
public sealed partial class TheWholeCycle
{
    /// <summary>Steps 5 to 7: written in the composer, scheduled for the next minute, out on the real server with a short link.</summary>
    private static async Task<string> PublishAsync(Visitor ana, string plan, string goal, PdsServer pds, PdsAccount account)
    {
        await ana.SendAsync("PATCH", $"/api/v1/brands/{ana.Brand}", new { ownHosts = new[] { "tacoloco.example" } });
        await ana.GoAsync("/calendar/new");
        await ana.Page.GetByRole(AriaRole.Checkbox, new() { Name = account.Handle }).CheckAsync();
        await ana.FillAsync("Title", "Tacos at the library");
        await ana.FillAsync("Shared text", "Today at the library until three: fish tacos. Which salsa first? https://tacoloco.example/menu");
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(75).ToLocalTime();
        var berlin = TimeZoneInfo.ConvertTime(soon, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        await ana.Page.GetByLabel("Day", new() { Exact = true }).FillAsync(berlin.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await ana.Page.GetByLabel("Time", new() { Exact = true }).FillAsync(berlin.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await ana.PressAsync("Save draft");
        await ana.SeesAsync("All changes are saved");
        var id = ana.Page.Url.Split('/')[^1].Split('?')[0];
        await ana.PostAsync($"/api/v1/posts/{id}/intent", new { plan, goal });
        await ana.Page.ReloadAsync();
        await ana.PressAsync("Schedule");
        await ana.SeesAsync("Scheduled for");

        await ana.UntilAsync($"/api/v1/posts/{id}", post => post["status"]!.GetValue<string>() == "published", "The post did not go out");
        var records = await pds.Posts(account.Did);
        records.Count.ShouldBe(1, "exactly one post on the real server");
        records[0]["value"]!["text"]!.GetValue<string>().ShouldStartWith("Today at the library");
        await ana.GoAsync("/calendar/publishing?show=out");
        await ana.SeesAsync("Tacos at the library");
        var links = await ana.GetAsync($"/api/v1/links?brand={ana.Brand}");
        return links["items"]!.AsArray().Single()!["code"]!.GetValue<string>();
    }

    /// <summary>Step 7: a person clicks, a bot does not count, the shop's server tells an order twice and it is one.</summary>
    private static async Task ClickAndOrderAsync(Visitor ana, string code, string goal)
    {
        // A headless browser calls itself one and is counted as a robot; a guest's does not.
        var guest = await Visitor.AtAsync(ana.App, new BrowserNewContextOptions { UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36" });
        var arrives = guest.Page.WaitForRequestAsync(request => request.Url.StartsWith("https://tacoloco.example/", StringComparison.Ordinal));
        // The shop of this story does not exist; that the browser is sent there is what counts.
        await Should.ThrowAsync<PlaywrightException>(() => guest.GoAsync($"/l/{code}"));
        (await arrives).Url.ShouldContain("utm_source=bluesky");
        using (var bot = new HttpRequestMessage(HttpMethod.Get, new Uri(ana.App.Address, $"/l/{code}")))
        {
            using var crawler = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            bot.Headers.UserAgent.ParseAdd("Googlebot/2.1");
            (await crawler.SendAsync(bot)).Dispose();
        }

        var token = (await ana.PostAsync("/api/v1/api-tokens", new { name = "Till", scope = new[] { "collect" }, days = 30 }))["secret"]!.GetValue<string>();
        using var till = new HttpClient { BaseAddress = ana.App.Address };
        till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var twice = 0; twice < 2; twice++)
        {
            using var told = await till.PostAsJsonAsync("/t/conversions", new { externalId = "order-1", type = "sale", value = new { amount = 18.5, currency = "EUR" }, link = code });
            told.IsSuccessStatusCode.ShouldBeTrue(await told.Content.ReadAsStringAsync());
        }

        var funnel = await ana.UntilAsync($"/api/v1/funnels/{goal}", node => node["funnel"]!["clicks"]!.GetValue<int>() == 1, "The click did not arrive at the goal", 30);
        funnel["funnel"]!["conversions"]!.GetValue<int>().ShouldBe(1);
        await ana.GoAsync("/tracking");
        await ana.SeesAsync("Tacos at the library");
    }

    /// <summary>Step 8: a number is entered and the plan speaks.</summary>
    private static async Task NumbersAsync(Visitor ana, string account)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await ana.PostAsync("/api/v1/observations", new { brand = ana.Brand, source = "grid", rows = new[] { new { metric = "followers", subject = ana.Brand, start = today.AddDays(-1).ToString("O"), length = "day", value = 1210 } } });
        await ana.GoAsync("/measures");
        await ana.SeesAsync("1,210 of");
    }

    /// <summary>Step 9: the agenda built itself; everything is judged, a lesson and a decision kept, and version 2 is in force.</summary>
    private static async Task ReviewAsync(Visitor ana, string plan)
    {
        var review = await ana.PostAsync($"/api/v1/plans/{plan}/reviews", new { });
        var id = review["id"]!.GetValue<string>();
        var agenda = (await ana.GetAsync($"/api/v1/reviews/{id}"))["agenda"]!.AsArray();
        var measure = agenda.First(item => item!["isMeasure"]!.GetValue<bool>())!;
        await ana.PostAsync($"/api/v1/reviews/{id}/agenda/{measure["id"]}/verdict", new { verdict = "alter", change = "Post at half past nine instead of ten." });
        await ana.PostAsync($"/api/v1/reviews/{id}/keep-rest");
        await ana.PostAsync($"/api/v1/plans/{plan}/lessons", new { situation = "First week", happened = "Posts before ten were read.", recommendation = "Post early.", evidence = "The click log", review = id });
        var me = (await ana.GetAsync("/account/state"))["member"]!["id"]!.GetValue<string>();
        var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(14).ToString("O");
        await ana.PostAsync($"/api/v1/reviews/{id}/decisions", new { text = "Ask the library for the Thursday spot too.", owner = me, due });
        await ana.PostAsync($"/api/v1/reviews/{id}/close");
        await ana.SendAsync("PATCH", $"/api/v1/plans/{plan}", new { picture = "At half past twelve the queue reaches the corner." });
        await ana.PostAsync($"/api/v1/plans/{plan}/revise", new { reason = "First review" });
        await ana.GoAsync($"/plan?plan={plan}");
        await ana.SeesAsync("Version 2");
    }

    /// <summary>Step 10: the playbook prints, is shared by a link and the link is revoked.</summary>
    private static async Task PlaybookAsync(Visitor ana, string plan)
    {
        await ana.GoAsync("/playbook");
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

    /// <summary>Step 12: the whole plan leaves as one file, enters an empty installation and leaves it as the same bytes.</summary>
    private static async Task FileAsync(Visitor ana, string plan)
    {
        var folder = Directory.CreateTempSubdirectory("bellwether-file-").FullName;
        var (first, second, empty) = (Path.Combine(folder, "one.yaml"), Path.Combine(folder, "two.yaml"), Path.Combine(folder, "data"));
        await RunAsync("plan", "export", "--plan", plan, "--out", first, "--data", ana.App.Data);
        await RunAsync("setup", "--name", "Otto", "--email", "otto@example.org", "--password", "another long one", "--workspace", "W", "--brand", "B", "--zone", "UTC", "--currency", "EUR", "--data", empty);
        await RunAsync("plan", "import", first, "--data", empty);
        await RunAsync("plan", "export", "--out", second, "--data", empty);
        (await File.ReadAllTextAsync(second)).ShouldBe(await File.ReadAllTextAsync(first));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Step 11: the home screen shows execution.</summary>
    private static async Task TodayAsync(Visitor ana)
    {
        await ana.GoAsync("/");
        await ana.SeesHeadingAsync("Today");
        await ana.SeesHeadingAsync("Due for you");
        await ana.SeesHeadingAsync("Next review");
    }

    private static async Task RunAsync(params string[] arguments)
    {
        await using var program = AppProcess.Run(arguments);
        (await program.WaitForExit()).ShouldBe(0, program.Said);
    }
}
