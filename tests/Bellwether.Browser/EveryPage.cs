using System.Collections.Concurrent;
using System.Diagnostics;
using Bellwether.Browser.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>Every page, with data on it and with none: readable for everybody, on a desk and on a telephone, by day and by night.</summary>
public sealed class EveryPage
{
    private const int Readers = 3;

    /// <summary>Addresses that lead on to a page with something open on it.</summary>
    private static readonly string[] Detours = ["/goals/$goal", "/actions/$work", "/actions/tools/$tool", "/audit/$account", "/campaigns/$campaign"];

    /// <summary>Other looks of a page that stand in its address; each page without any is looked at anyway.</summary>
    private static readonly string[] Views =
    [
        "/actions?view=board", "/actions?view=timeline", "/actions?view=asDone", "/actions/tools?tool=new", "/campaigns?campaign=new", "/campaigns?campaign=$campaign", "/calendar?view=week", "/calendar?view=list", "/calendar?view=list&side=past", "/calendar?view=day&shelf=ideas", "/calendar?view=board", "/calendar?view=ideas", "/calendar?conversation=new", "/calendar/queues", "/calendar/queues?queue=new", "/calendar/feeds", "/calendar/feeds?feed=new", "/calendar/files",
        "/tracking/links?add=link", "/tracking/hubs?hub=new", "/tracking?with=before", "/tracking?days=chosen&from=2025-01-01&until=2025-01-20", "/tracking/site?days=chosen&from=2025-01-01&until=2025-01-20", "/tracking/credit?days=chosen&from=2025-01-01&until=2025-01-20", "/tracking/events?of=views", "/tracking/events?of=conversions", "/tracking/collateral?add=piece", "/tracking/site?view=table", "/tracking/credit?row=organicSocial", "/tracking/credit?view=table", "/inbox?show=all", "/inbox?add=message", "/inbox/answers?answer=new", "/inbox/figures?view=table", "/audit?add=account", "/channels?add=channel", "/settings/members?add=member", "/settings/tokens?add=token",
        "/settings/fields?add=field", "/returns?by=channel", "/returns/costs?cost=new", "/returns/budgets?budget=new",
    ];

    /// <summary>What can be seen only after something was opened: the address, what is opened, and how.</summary>
    private static readonly (string Address, string Name, Func<IPage, Task> Open)[] Opened =
    [
        ("/", "search", page => page.Keyboard.PressAsync("Control+k")),
        ("/settings/networks", "connect", page => page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).First.ClickAsync()),
        ("/plan", "a day to choose", page => page.GetByRole(AriaRole.Button, new() { Name = "Choose a day" }).First.ClickAsync()),
    ];

    [Fact]
    public async Task Every_page_is_readable_for_everybody_full_of_the_demo_and_empty_and_the_demo_goes_without_a_trace()
    {
        var scene = await Scene.Run.Get();
        var routes = await scene.RoutesAsync();
        var places = routes.Except(Scene.Doors, StringComparer.Ordinal).ToList();
        places.Count.ShouldBeGreaterThan(50);
        var work = new ConcurrentQueue<Stop>(
        [
            .. places.Where(scene.Knows).Select(route => new Stop(route, scene.Fill(route), scene.Full)),
            .. Views.Select(view => new Stop(view, scene.Fill(view), scene.Full)),
            .. Opened.Select(opened => new Stop($"{opened.Address} with {opened.Name} open", opened.Address, scene.Full, opened.Open)),
            .. places.Where(route => !route.Contains('$', StringComparison.Ordinal)).Select(route => new Stop($"{route} while empty", route, scene.Empty)),
        ]);
        var visited = new ConcurrentBag<string>();

        var watch = Stopwatch.StartNew();
        var found = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => ReadAsync(scene, work, visited)));
        TestContext.Current.SendDiagnosticMessage($"{visited.Count} sights on {visited.Distinct(StringComparer.Ordinal).Count()} pages in {watch.Elapsed.TotalSeconds:0} s");

        var unseen = routes.Except(visited, StringComparer.Ordinal).Except(Scene.Doors, StringComparer.Ordinal).Except(Detours, StringComparer.Ordinal)
            .Select(route => $"{route}: nobody looked at it. Either the demo has nothing to open there, or Scene does not know where to find it.");
        found.SelectMany(faults => faults).Concat(scene.AtTheDoors).Concat(unseen).Concat(scene.Failures).ShouldBeEmpty();
        await scene.EndAsync();
    }

    [Fact]
    public async Task A_poor_page_is_found_out()
    {
        var page = await Chromium.NewPage();
        var look = new Look(page);
        await page.SetContentAsync("<html lang='en'><title>x</title><body><h1>One</h1><h1>Two</h1><p style='color:#999;background:#fff'>pale</p><img src='data:,'><div style='width:700px'>wide</div><script>console.error('broken')</script></body></html>");

        var faults = string.Join('\n', await look.FaultsAsync("poor"));

        faults.ShouldContain("2 headings of the first order");
        faults.ShouldContain("1280 light: color-contrast");
        faults.ShouldContain("360 dark: color-contrast");
        faults.ShouldContain("image-alt");
        faults.ShouldContain("poor 360: 348 pixels wider than the screen");
        faults.ShouldNotContain("poor 1280: ");
        faults.ShouldContain("broken");
    }

    private static async Task<List<string>> ReadAsync(Scene scene, ConcurrentQueue<Stop> work, ConcurrentBag<string> visited)
    {
        var reader = await scene.ReaderAsync();
        var look = new Look(reader.Page);
        var found = new List<string>();
        while (work.TryDequeue(out var stop))
        {
            found.AddRange(await look.FaultsAsync(stop.Name, async () =>
            {
                var route = await Scene.TurnAsync(reader, $"{stop.Address}{(stop.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}brand={stop.Brand}");
                visited.Add(route);
                await (stop.Open?.Invoke(reader.Page) ?? Task.CompletedTask);
            }));
            if (stop.Open is not null)
            {
                await reader.Page.Keyboard.PressAsync("Escape");
            }
        }

        return found;
    }

    private sealed record Stop(string Name, string Address, string Brand, Func<IPage, Task>? Open = null);
}
