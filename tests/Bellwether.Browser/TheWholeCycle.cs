using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>
/// An owner with an empty folder walks the whole circle for a restaurant brand of three: plan, goals, channels, actions,
/// calendar, a post on a real network, a real click, an order, numbers, review, version 2, playbook, the plan as a file.
/// </summary>
public sealed class TheWholeCycle
{
    private const string BrandName = "Taco Loco";

    [Fact]
    [Requirement("R000-01")]
    [Requirement("R001-05")]
    [Requirement("R002-45")]
    [Requirement("R004-33")]
    public async Task From_an_empty_folder_to_version_two()
    {
        var watch = Stopwatch.StartNew();
        var pds = await PdsServer.Shared();
        var account = await pds.CreateAccount();
        await using var app = await AppProcess.Start(variables: new Dictionary<string, string>(StringComparer.Ordinal) { ["BELLWETHER_ALLOW_HOSTS"] = "localhost,127.0.0.1" });
        var ana = await Visitor.AtAsync(app);

        await ana.SetUpAsync(BrandName);
        await Invite(ana, "Ben", "manager");
        await Invite(ana, "Cleo", "editor");

        var plan = await OutlineAsync(ana);
        var followers = await GoalsAsync(ana, plan);
        var bluesky = await AccountAsync(ana, pds, account);
        await ChannelAsync(ana, plan, followers, bluesky);
        await ActionsAsync(ana, plan, followers);
        await ActivateAsync(ana, plan);

        var link = await PublishAsync(ana, plan, followers, pds, account);
        await ClickAndOrderAsync(ana, link, followers);
        await NumbersAsync(ana, bluesky);
        await ReviewAsync(ana, plan);
        await PlaybookAsync(ana, plan);
        await FileAsync(ana, plan);
        await TodayAsync(ana);

        TestContext.Current.TestOutputHelper?.WriteLine($"The whole cycle took {watch.Elapsed.TotalSeconds:0} s.");
    }

    private static async Task Invite(Visitor ana, string name, string role) =>
        await ana.PostAsync("/api/v1/members", new { name, email = $"{name.ToLowerInvariant()}@example.org", role });

    /// <summary>Step 1: a plan that begins with the goal, from a template.</summary>
    private static async Task<string> OutlineAsync(Visitor ana)
    {
        await ana.PressAsync("Start your plan");
        await ana.FillAsync("What are you trying to achieve?", "More guests at lunch time.");
        await ana.FillAsync("What is the problem?", "Nobody nearby knows where the van stands.");
        await ana.PressAsync("Continue");
        await ana.Page.GetByText("A place to eat, told where and when").First.ClickAsync();
        await ana.PressAsync("Continue");
        await ana.FillAsync("Name of the plan", "A fuller lunch hour");
        await ana.PressAsync("Start the plan");
        await ana.SeesHeadingAsync("A fuller lunch hour");
        var plans = (await ana.GetAsync($"/api/v1/plans?brand={ana.Brand}")).AsArray();
        return plans.Single()!["id"]!.GetValue<string>();
    }

    /// <summary>Step 2: a goal in one line on the page, then its number.</summary>
    private static async Task<string> GoalsAsync(Visitor ana, string plan)
    {
        var me = (await ana.GetAsync("/account/state"))["member"]!["id"]!.GetValue<string>();
        var goal = await ana.PostAsync("/api/v1/goals", new { plan, title = "The neighbourhood follows us", owner = me });
        var id = goal["id"]!.GetValue<string>();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await ana.PostAsync($"/api/v1/goals/{id}/targets", new
        {
            sheet = new { metric = "followers", type = "increaseTo", target = 1600, baseline = 1000, baselineOn = today.ToString("O"), start = today.AddDays(-45).ToString("O"), deadline = today.AddDays(44).ToString("O"), source = "Bluesky profile", collector = me, frequency = "week" },
        });
        await ana.GoAsync($"/goals?goal={id}");
        await ana.SeesAsync("The neighbourhood follows us");
        return id;
    }

    /// <summary>Step 3: the account in the inventory, connected to a real server.</summary>
    private static async Task<string> AccountAsync(Visitor ana, PdsServer pds, PdsAccount account)
    {
        await ana.GoAsync("/audit");
        await ana.PressAsync("Add an account");
        await ana.FillAsync("Network", "bluesky");
        await ana.FillAsync("Handle", account.Handle);
        await ana.FillAsync("Purpose", "Tell the neighbourhood where the van stands.");
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add an account" }).ClickAsync();
        await ana.SeesAsync(account.Handle);

        await ana.GoAsync("/settings/networks");
        await ana.PressAsync("Connect");
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Server").FillAsync(pds.Address.ToString());
        await dialog.GetByLabel("App password").FillAsync(account.AppPassword);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).ClickAsync();
        await ana.SeesAsync("Connected");
        var accounts = await ana.GetAsync($"/api/v1/accounts?brand={ana.Brand}");
        return (accounts as System.Text.Json.Nodes.JsonArray ?? accounts["accounts"]!.AsArray()).Single()!["id"]!.GetValue<string>();
    }

    /// <summary>Step 3, second half: mission and the six parts of the sheet, so that the gate opens.</summary>
    private static async Task ChannelAsync(Visitor ana, string plan, string goal, string account)
    {
        var channels = (await ana.GetAsync($"/api/v1/plans/{plan}/channels")).AsArray();
        foreach (var other in channels)
        {
            await ana.SendAsync("DELETE", $"/api/v1/channels/{other!["id"]}");
        }

        var channel = (await ana.PostAsync("/api/v1/channels", new { plan, network = "bluesky", account }))["id"]!.GetValue<string>();
        await ana.SendAsync("PUT", $"/api/v1/channels/{channel}/mission", new { mission = "Tell the neighbourhood every morning where lunch is.", goal });
        await ana.SendAsync("PUT", $"/api/v1/channels/{channel}/goals", new { goals = new[] { goal } });
        await ana.SendAsync("PUT", $"/api/v1/channels/{channel}/kpis", new { kpis = new[] { new { metric = "followers", target = 1600 } } });
        await ana.SendAsync("PUT", $"/api/v1/channels/{channel}/editorial-strategy", new { text = "Place, hours and dish in the first line; one question a day." });
        var themes = (await ana.GetAsync($"/api/v1/plans/{plan}/themes")).AsArray();
        await ana.SendAsync("PUT", $"/api/v1/channels/{channel}/themes", new { themes = themes.Select((theme, i) => new { pillar = theme!["id"]!.GetValue<string>(), share = i == 0 ? 70 : 30 }).Take(2) });
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await ana.PostAsync("/api/v1/activations", new { channel, title = "Taco Tuesday", kind = "launch", from = today.AddDays(9).ToString("O"), until = today.AddDays(9).ToString("O") });
        await ana.PostAsync("/api/v1/conversation-slots", new { channel, question = "Which salsa first?", day = "tuesday", at = "10:00" });
        await ana.GoAsync("/channels");
        await ana.SeesAsync("Tell the neighbourhood every morning where lunch is.");
    }

    /// <summary>Step 4: every piece of work has one accountable person, a day and a criterion; one is ticked.</summary>
    private static async Task ActionsAsync(Visitor ana, string plan, string goal)
    {
        var people = (await ana.GetAsync("/api/v1/members")).AsArray().Select(member => member!["id"]!.GetValue<string>()).ToList();
        var work = (await ana.GetAsync($"/api/v1/plans/{plan}/work"))["rows"]!.AsArray();
        work.Count.ShouldBeGreaterThan(2);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(5);
        for (var i = 0; i < work.Count; i++)
        {
            var id = work[i]!["id"]!.GetValue<string>();
            await ana.PostAsync($"/api/v1/work/{id}/owner", new { accountable = people[i % people.Count] });
            await ana.SendAsync("PATCH", $"/api/v1/work/{id}", new { due = day.AddDays(i).ToString("O"), doneWhen = "Ana has seen it" });
        }

        await ana.GoAsync("/actions");
        await ana.SeesAsync(work[1]!["title"]!.GetValue<string>());
    }

    /// <summary>Step 1 again: the gates are read, the missing pieces mended, the plan activated on its page.</summary>
    private static async Task ActivateAsync(Visitor ana, string plan)
    {
        var me = (await ana.GetAsync("/account/state"))["member"]!["id"]!.GetValue<string>();
        foreach (var goal in (await ana.GetAsync($"/api/v1/goals?plan={plan}")).AsArray())
        {
            var detail = await ana.GetAsync($"/api/v1/goals/{goal!["id"]}");
            foreach (var target in detail["targets"]!.AsArray().Select(target => target!["target"] ?? target!))
            {
                var sheet = Journeys.Sheets.Completed(target, me);
                await ana.SendAsync("PUT", $"/api/v1/kpi-targets/{target["id"]}", new { sheet });
            }
        }

        await ana.GoAsync($"/plan?plan={plan}");
        var gates = await ana.GetAsync($"/api/v1/plans/{plan}/gates");
        gates["findings"]!.AsArray().Where(gate => gate!["blocks"]!.GetValue<bool>()).Select(gate => gate!["message"]!.GetValue<string>()).ShouldBeEmpty();
        await ana.PressAsync("Activate");
        await ana.SeesAsync("The plan is active");
    }

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
        await ana.GoAsync("/calendar/publishing?view=out");
        await ana.SeesAsync("Tacos at the library");
        var links = await ana.GetAsync($"/api/v1/links?brand={ana.Brand}");
        return links["items"]!.AsArray().Single()!["code"]!.GetValue<string>();
    }

    /// <summary>Step 7: a person clicks, a bot does not count, the shop's server tells an order twice and it is one.</summary>
    private static async Task ClickAndOrderAsync(Visitor ana, string code, string goal)
    {
        var guest = await Visitor.AtAsync(ana.App);
        await guest.Page.RouteAsync("https://tacoloco.example/**", route => route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<h1>Menu</h1>" }));
        await guest.GoAsync($"/l/{code}");
        await guest.SeesHeadingAsync("Menu");
        guest.Page.Url.ShouldContain("utm_source=bluesky");
        using (var bot = new HttpRequestMessage(HttpMethod.Get, new Uri(ana.App.Address, $"/l/{code}")))
        {
            bot.Headers.UserAgent.ParseAdd("Googlebot/2.1");
            (await ana.App.Http.SendAsync(bot)).Dispose();
        }

        var token = (await ana.PostAsync("/api/v1/api-tokens", new { name = "Till", scope = new[] { "collect" }, days = 30 }))["secret"]!.GetValue<string>();
        using var till = new HttpClient { BaseAddress = ana.App.Address };
        till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        for (var twice = 0; twice < 2; twice++)
        {
            using var told = await till.PostAsJsonAsync("/t/conversions", new { externalId = "order-1", type = "sale", value = new { amount = 18.5, currency = "EUR" }, link = code });
            told.IsSuccessStatusCode.ShouldBeTrue(await told.Content.ReadAsStringAsync());
        }

        var funnel = await ana.UntilAsync($"/api/v1/tracking/nodes/{goal}", node => node["clicks"]!.GetValue<int>() == 1, "The click did not arrive at the goal", 30);
        funnel["conversions"]!.GetValue<int>().ShouldBe(1);
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
        var measure = agenda.First(item => item!["needsVerdict"]?.GetValue<bool>() ?? item!["verdict"] is not null || item!["kind"]!.GetValue<string>().Contains("measure", StringComparison.OrdinalIgnoreCase))!;
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
