using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Bellwether.Browser.Journeys;
using Bellwether.Browser.Support;
using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser;

/// <summary>Every page, with a year of data on it and with none: readable for everybody, on a desk and on a telephone, by day and by night.</summary>
public sealed partial class EveryPage
{
    private const int Readers = 3;

    /// <summary>What can be seen only after something was opened: the address, and how it is opened there.</summary>
    private static readonly (string Address, string Name, Func<IPage, Task> Open)[] Opened =
    [
        ("/", "search", page => page.Keyboard.PressAsync("Control+k")),
        ("/settings/networks", "connect", page => page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).First.ClickAsync()),
        ("/plan", "a day to choose", page => page.GetByRole(AriaRole.Button, new() { Name = "Choose a day" }).First.ClickAsync()),
    ];

    /// <summary>Other looks of a page that stand in its address; each page without any is looked at anyway.</summary>
    private static readonly string[] Views =
    [
        "/actions?view=board", "/actions?view=timeline", "/actions?view=asDone", "/calendar?view=week", "/calendar?view=list", "/calendar?view=list&side=past",
        "/tracking/links?add=link", "/audit?add=account", "/channels?add=channel", "/settings/members?add=member", "/settings/tokens?add=token",
    ];

    [Fact]
    public async Task Every_page_is_readable_for_everybody_full_and_empty()
    {
        var scene = await Scene.Run.Get();
        var places = Routes().Where(route => !Scene.Doors.Contains(route, StringComparer.Ordinal)).ToList();
        var work = new ConcurrentQueue<Stop>(
        [
            .. places.Where(scene.Knows).Select(route => new Stop(route, scene.Fill(route), scene.Full)),
            .. Views.Select(view => new Stop(view, view, scene.Full)),
            .. Opened.Select(opened => new Stop($"{opened.Address} with {opened.Name} open", opened.Address, scene.Full, opened.Open)),
            .. places.Where(route => !route.Contains('$', StringComparison.Ordinal)).Select(route => new Stop($"{route} while empty", route, scene.Empty)),
        ]);

        var found = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => ReadAsync(scene, work)));

        var unknown = places.Where(route => !scene.Knows(route)).Select(route => $"{route}: the demo has nothing to open there, or Scene does not know where to find it");
        found.SelectMany(faults => faults).Concat(scene.AtTheDoors).Concat(unknown).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poor_page_is_found_out()
    {
        var page = await Chromium.NewPage();
        var look = new Look(page);
        await page.SetContentAsync("<html lang='en'><title>x</title><body><h1>One</h1><h1>Two</h1><p style='color:#999;background:#fff'>pale</p><img src='data:,'><div style='width:2000px'>wide</div><script>console.error('broken')</script></body></html>");

        var faults = string.Join('\n', await look.FaultsAsync("poor"));

        faults.ShouldContain("2 headings of the first order");
        faults.ShouldContain("color-contrast");
        faults.ShouldContain("image-alt");
        faults.ShouldContain("wider than the screen");
        faults.ShouldContain("broken");
    }

    /// <summary>Every address the screen has, as its routes write it: "/goals/$goal".</summary>
    private static List<string> Routes()
    {
        var screen = Repository.PathOf("src", "ui", "src");
        var router = File.ReadAllText(Path.Combine(screen, "router.tsx"));
        var files = ImportOfRoutes().Matches(router).Select(match => Path.Combine(screen, match.Groups[1].Value, "routes.tsx")).ToList();
        files.ShouldNotBeEmpty();
        return [.. files.SelectMany(file => PathOfRoute().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> ReadAsync(Scene scene, ConcurrentQueue<Stop> work)
    {
        var reader = await scene.ReaderAsync();
        var look = new Look(reader.Page);
        var found = new List<string>();
        while (work.TryDequeue(out var stop))
        {
            found.AddRange(await look.FaultsAsync(stop.Name, async () =>
            {
                await reader.GoAsync($"{stop.Address}{(stop.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}brand={stop.Brand}");
                await reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
                await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await (stop.Open?.Invoke(reader.Page) ?? Task.CompletedTask);
            }));
        }

        return found;
    }

    [GeneratedRegex("from '\\./([a-z]+)/routes'")]
    private static partial Regex ImportOfRoutes();

    [GeneratedRegex("path: '([^']+)'")]
    private static partial Regex PathOfRoute();

    private sealed record Stop(string Name, string Address, string Brand, Func<IPage, Task>? Open = null);
}
