using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Browser.Journeys;
using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser.Support;

/// <summary>The program with the demo's brand beside one that has nothing yet, looked at by its owner.</summary>
internal sealed partial class Scene : IAsyncDisposable
{
    /// <summary>Pages of those who are not signed in yet.</summary>
    public static readonly string[] Doors = ["/setup", "/signin", "/join/$code"];

    private readonly AppProcess app;
    private readonly LookingAround looking;
    private readonly string signedIn;
    private readonly Dictionary<string, string> ids;

    private Scene(AppProcess app, LookingAround looking, string signedIn, string empty, Dictionary<string, string> ids, IReadOnlyList<string> atTheDoors) =>
        (this.app, this.looking, this.signedIn, Empty, this.ids, AtTheDoors) = (app, looking, signedIn, empty, ids, atTheDoors);

    public static OncePerRun<Scene> Run { get; } = new(StartAsync);

    /// <summary>The brand with data.</summary>
    public string Full => looking.Demo;

    /// <summary>The brand without any.</summary>
    public string Empty { get; }

    /// <summary>What is wrong with the pages before somebody is signed in.</summary>
    public IReadOnlyList<string> AtTheDoors { get; }

    /// <summary>Whether the demo has what the route names.</summary>
    public bool Knows(string route) => Name().Matches(route).All(match => ids.ContainsKey(match.Groups[1].Value));

    /// <summary>Puts something of the demo where a route has a name: "/goals/$goal".</summary>
    public string Fill(string route) => Name().Replace(route, match => ids[match.Groups[1].Value]);

    /// <summary>Every address the screen has, as its own router lists them: "/goals/$goal".</summary>
    public async Task<IReadOnlyList<string>> RoutesAsync()
    {
        var reader = await ReaderAsync();
        await TurnAsync(reader, $"/?brand={Full}");
        return await reader.Page.EvaluateAsync<string[]>("() => Object.keys(window.__TSR_ROUTER__.routesByPath)");
    }

    /// <summary>Goes to a page as a link does, without loading the program anew, and waits until all of it is read and shown; says which route it is.</summary>
    public static async Task<string> TurnAsync(Visitor reader, string address)
    {
        if (reader.Page.Url == "about:blank")
        {
            await reader.GoAsync(address);
            await reader.Page.WaitForFunctionAsync("() => window.__TSR_ROUTER__ !== undefined");
        }

        return await reader.Page.EvaluateAsync<string>("""
            async address => {
                const router = window.__TSR_ROUTER__;
                const queries = router.options.context.queries;
                const frame = () => new Promise(done => requestAnimationFrame(done));
                await router.navigate({ href: address });
                const quiet = () => router.state.status === 'idle' && queries.isFetching() === 0 && !document.querySelector('.mantine-Skeleton-root') && document.querySelector('h1')?.checkVisibility();
                // One answer may ask for another: it is still when it was so for a few frames.
                for (let still = 0, left = 3000; still < 4; still = quiet() ? still + 1 : 0, left--) {
                    if (left === 0) throw new Error(`${address} is never ready: ${queries.isFetching()} answers are missing`);
                    await frame();
                }
                return router.state.matches.at(-1).fullPath;
            }
            """, address);
    }

    /// <summary>Removes the demo, and all that was done with it.</summary>
    public Task EndAsync() => looking.EndAsync();

    /// <summary>Another window of the owner.</summary>
    public Task<Visitor> ReaderAsync() => Visitor.AtAsync(app, Window(signedIn));

    /// <summary>What the program wrote into its log as gone wrong. A reader sees general words of it, or nothing.</summary>
    public IReadOnlyList<string> Failures => app.Failures;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [GeneratedRegex(@"\$(\w+)")]
    private static partial Regex Name();

    private static BrowserNewContextOptions Window(string? signedIn = null) => new()
    {
        ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        Locale = "en-GB",
        TimezoneId = "Europe/Berlin",
        ReducedMotion = ReducedMotion.Reduce,
        StorageState = signedIn,
    };

    private static async Task<Scene> StartAsync()
    {
        var app = await AppProcess.Start();
        var ana = await Visitor.AtAsync(app, Window());
        var doors = new List<string>(await AtDoorAsync(ana, "/setup"));
        await ana.SetUpAsync("Corner Books");
        var looking = await LookingAround.BeginAsync(ana);
        var full = looking.Demo;
        var plan = First(await ana.GetAsync($"/api/v1/plans?brand={full}"), "id");
        var ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["goal"] = First(await ana.GetAsync($"/api/v1/goals?plan={plan}"), "id"),
            ["channel"] = First(await ana.GetAsync($"/api/v1/plans/{plan}/channels"), "id"),
            ["account"] = First((await ana.GetAsync($"/api/v1/accounts?brand={full}"))["accounts"]!, "id"),
            ["post"] = First(await ana.GetAsync($"/api/v1/posts?brand={full}"), "post"),
            ["work"] = First(await ana.GetAsync($"/api/v1/plans/{plan}/work"), "id"),
        };
        ids["campaign"] = (await ana.GetAsync($"/api/v1/plans/{plan}/campaigns"))["campaigns"]![0]!["id"]!.GetValue<string>();
        ids["template"] = await ArchetypesAsync(ana, full, plan, ids["account"]);
        var reviews = (await ana.GetAsync($"/api/v1/plans/{plan}/reviews"))["reviews"]!.AsArray();
        ids["review"] = reviews.First(review => review!["id"] is not null)!["id"]!.GetValue<string>();

        var guest = await Visitor.AtAsync(app, Window());
        doors.AddRange(await AtDoorAsync(guest, "/signin"));
        doors.AddRange(await AtDoorAsync(guest, "/join/nothing-like-this"));
        return new Scene(app, looking, await ana.Page.Context.StorageStateAsync(), ana.Brand, ids, doors);
    }

    /// <summary>A template with a gap in its table, and a piece of collateral that helped a deal along; gives the template.</summary>
    private static async Task<string> ArchetypesAsync(Visitor ana, string brand, string plan, string account)
    {
        var piece = await ana.PostAsync("/api/v1/collateral", new { brand, plan, kind = "case", title = "Office lunch", text = "Forty people, every day." });
        await ana.PostAsync("/api/v1/assisted-deals", new { items = new[] { piece["id"]!.GetValue<string>() }, title = "Miller & Sons", value = 5000, currency = "EUR" });
        return (await ana.PostAsync("/api/v1/post-templates", new
        {
            brand, plan, name = "The van", text = "{{place}} today, {{from}} to {{until}}", unguided = true, tellings = new[] { new { account } },
            rows = new object[] { new { day = "Mon", place = "Harbour", from = "11:00", to = "15:00" }, new { day = "Wed", from = "11:00", to = "15:00" } },
        }))["id"]!.GetValue<string>();
    }

    private static Task<IReadOnlyList<string>> AtDoorAsync(Visitor visitor, string address) => new Look(visitor.Page).FaultsAsync(address, async () =>
    {
        await visitor.GoAsync(address);
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    });

    private static string First(JsonNode found, string key)
    {
        var rows = found as JsonArray ?? found["items"] as JsonArray ?? found["rows"] as JsonArray ?? found["tactics"] as JsonArray ?? [];
        rows.Count.ShouldBeGreaterThan(0, $"The demo has nothing with {key}: {found.ToJsonString()}");
        return rows[0]![key]!.GetValue<string>();
    }
}
