using System.Diagnostics;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>
/// An owner with an empty folder walks the whole circle for a restaurant brand of three: plan, goals, channels, actions,
/// calendar, a post on a real network, a real click, an order, numbers, review, version 2, playbook, the plan as a file.
/// </summary>
public sealed partial class TheWholeCycle
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
        await ana.FillAsync("Your first goal, in one line", "The neighbourhood follows us");
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

    /// <summary>Step 2: the goal written in one line gets an owner and its number.</summary>
    private static async Task<string> GoalsAsync(Visitor ana, string plan)
    {
        var me = (await ana.GetAsync("/account/state"))["member"]!["id"]!.GetValue<string>();
        var goals = (await ana.GetAsync($"/api/v1/goals?plan={plan}")).AsArray();
        var id = goals.Single(goal => goal!["title"]!.GetValue<string>() == "The neighbourhood follows us")!["id"]!.GetValue<string>();
        var objective = (await ana.PostAsync("/api/v1/objectives", new { plan, title = "Be the first thought at lunch time" }))["id"]!.GetValue<string>();
        await ana.SendAsync("PATCH", $"/api/v1/goals/{id}", new { owner = me, objective });
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
            foreach (var target in detail["targets"]!.AsArray().Select(target => target!))
            {
                var sheet = Sheets.Completed(target["sheet"]!, me);
                await ana.SendAsync("PUT", $"/api/v1/kpi-targets/{target["id"]}", new { sheet });
            }
        }

        await ana.GoAsync($"/plan?plan={plan}");
        var gates = await ana.GetAsync($"/api/v1/plans/{plan}/gates");
        gates["findings"]!.AsArray().Where(gate => gate!["blocks"]!.GetValue<bool>()).Select(gate => gate!["message"]!.GetValue<string>()).ShouldBeEmpty();
        await ana.PressAsync("Activate");
        await ana.SeesAsync("The plan is active");
    }
}
