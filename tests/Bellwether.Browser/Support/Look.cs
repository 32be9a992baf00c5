using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Bellwether.Browser.Support;

/// <summary>Looks at a page in both sizes and both colour schemes and says what is wrong with it.</summary>
internal sealed class Look
{
    private static readonly (int Width, int Height)[] Screens = [(1280, 800), (360, 740)];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Everything = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] }";

    // The other scheme changes colours and nothing else.
    private const string Colours = "{ type: 'rule', values: ['color-contrast'] }";
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

    /// <summary>Opens something and says all that is wrong with it; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string name, Func<Task>? open = null)
    {
        var found = new List<string>();
        try
        {
            await (open?.Invoke() ?? Task.CompletedTask);
            foreach (var (width, height) in Screens)
            {
                await page.SetViewportSizeAsync(width, height);
                found.AddRange(await InSchemeAsync("dark", Colours, $"{name} {width}"));
                found.AddRange(await InSchemeAsync("light", Everything, $"{name} {width}"));
                var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0)
                {
                    found.Add($"{name} {width}: {over} pixels wider than the screen");
                }
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

        await page.SetViewportSizeAsync(Screens[0].Width, Screens[0].Height);
        return found;
    }

    private async Task<IEnumerable<string>> InSchemeAsync(string scheme, string rules, string where)
    {
        await page.EvaluateAsync("scheme => document.documentElement.setAttribute('data-mantine-color-scheme', scheme)", scheme);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        // Behind an open window everything is dimmed on purpose; only the window is read then. Within the page: the library's own way opens another page for each answer, which takes seconds.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var violations = await page.EvaluateAsync<string[]>(
            $"async () => (await axe.run([...document.querySelectorAll('[role=dialog]')].findLast(each => each.checkVisibility()) ?? document, {{ runOnly: {rules}, resultTypes: ['violations'] }})).violations.flatMap(each => each.nodes.map(node => each.id + ' at ' + node.html.slice(0, 240)))");
        return [.. violations.Select(violation => $"{where} {scheme}: {violation}")];
    }
}
