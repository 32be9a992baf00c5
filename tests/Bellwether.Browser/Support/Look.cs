using System.Collections.Concurrent;
using Bellwether.Tests.Support;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bellwether.Browser.Support;

/// <summary>Looks at a page in both sizes, by day on a desk and by night on a telephone, and says what is wrong with it.</summary>
internal sealed class Look
{
    private const string Everything = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] }";

    // The other scheme changes colours and nothing else.
    private const string Colours = "{ type: 'rule', values: ['color-contrast'] }";

    /// <summary>Each width once and each scheme once: a scheme changes colours and no width.</summary>
    private static readonly (int Width, int Height, string Scheme, string Rules)[] Sights =
    [
        (1280, 800, "light", Everything),
        (360, 740, "dark", Colours),
    ];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly ConcurrentQueue<string> said = new();
    private readonly IPage page;

    public Look(IPage page)
    {
        this.page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                said.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => said.Enqueue(error);
    }

    /// <summary>A page for people without a sign-in can be read by everybody: it takes its colours from the reader's own system.</summary>
    public static async Task AtPublicPageAsync(AppProcess app, string path)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            // What may run in such a page is nothing; the reader of the rules is let in.
            var page = await Chromium.NewPage(new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true, Locale = "en-GB" });
            var faults = await new Look(page).FaultsAsync($"{path} {scheme}", () => page.GotoAsync(new Uri(app.Address, path).ToString()));
            faults.ShouldBeEmpty();
        }
    }

    /// <summary>Opens something and says all that is wrong with it; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string name, Func<Task>? open = null)
    {
        var found = new List<string>();
        try
        {
            await (open?.Invoke() ?? Task.CompletedTask);
            foreach (var (width, height, scheme, rules) in Sights)
            {
                await page.SetViewportSizeAsync(width, height);
                found.AddRange(await InSchemeAsync(scheme, rules, $"{name} {width}"));
            }

            var heads = await page.Locator("h1").Filter(new() { Visible = true }).CountAsync();
            if (heads != 1)
            {
                found.Add($"{name}: {heads} headings of the first order");
            }
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
        {
            found.Add($"{name}: {fault.Message}");
        }

        while (said.TryDequeue(out var words))
        {
            found.Add($"{name}: the console says {words}");
        }

        await page.SetViewportSizeAsync(Sights[0].Width, Sights[0].Height);
        return found;
    }

    private async Task<IEnumerable<string>> InSchemeAsync(string scheme, string rules, string where)
    {
        // Two frames: the new colours and the new width are drawn then.
        var over = await page.EvaluateAsync<int>("""
            async scheme => {
                document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                return document.documentElement.scrollWidth - document.documentElement.clientWidth;
            }
            """, scheme);
        var found = over > 0 ? new List<string> { $"{where}: {over} pixels wider than the screen" } : [];

        // Within the page: the library's own way opens another page for each answer, which takes seconds.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        // Behind an open window everything is dimmed on purpose; only the window is read then.
        var violations = await page.EvaluateAsync<string[]>($$"""
            async () => {
                const place = [...document.querySelectorAll('[role=dialog]')].findLast(each => each.checkVisibility()) ?? document;
                const result = await axe.run(place, { runOnly: {{rules}}, resultTypes: ['violations'], preload: false });
                return result.violations.flatMap(each => each.nodes.map(node => `${each.id} at ${node.html.slice(0, 240)} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''})`));
            }
            """);
        return [.. found, .. violations.Select(violation => $"{where} {scheme}: {violation}")];
    }
}
