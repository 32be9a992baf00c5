using Microsoft.Playwright;

namespace Bellwether.Browser.Support;

public sealed class ChromiumTests
{
    [Fact]
    public async Task Scripts_run_and_storage_is_not_shared()
    {
        var first = await Chromium.NewPage();
        var second = await Chromium.NewPage();
        foreach (var page in new[] { first, second })
            await page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<button onclick=\"this.textContent = 'Pressed'\">Press</button>" }));
        foreach (var page in new[] { first, second })
            await page.GotoAsync("http://bellwether.example/");

        await first.EvaluateAsync("localStorage.setItem('seen', 'yes')");
        await first.GetByRole(AriaRole.Button, new() { Name = "Press" }).ClickAsync();

        await Assertions.Expect(first.GetByRole(AriaRole.Button)).ToHaveTextAsync("Pressed");
        (await second.EvaluateAsync<string?>("localStorage.getItem('seen')")).ShouldBeNull();
    }
}
