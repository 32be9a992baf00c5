using Bellwether.Tests.Support;
using Microsoft.Playwright;

namespace Bellwether.Browser.Support;

/// <summary>One real Chromium for the whole run; every test opens a context of its own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // A busy machine is not a failure.
    private const int Patience = 60_000;
    private static readonly OncePerRun<Chromium> Run = new(Start);
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Opens a page in a fresh context: nothing stored, 1280 by 800, English, unless the options say otherwise.</summary>
    public static async Task<IPage> NewPage(BrowserNewContextOptions? options = null)
    {
        var chromium = await Run.Get();
        var context = await chromium.browser.NewContextAsync(options ?? new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            // What slides in is drawn sixty times a second, by a processor that has other things to do.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<Chromium> Start()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var launched = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BELLWETHER_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            // The sandbox needs a user of its own, and containers have little shared memory.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-dev-shm-usage"],
        });
        return new Chromium(driver, launched);
    }
}
