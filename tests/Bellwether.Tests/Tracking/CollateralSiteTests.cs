using System.Net;
using System.Net.Http.Json;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Tracking;

/// <summary>Collateral as sales people and their customers see it: over HTTP.</summary>
[Requirement("R001-08")]
public sealed class CollateralSiteTests
{
    [Theory, BothDatabases]
    public async Task A_piece_without_an_address_has_a_page_of_its_own_behind_its_link(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var piece = (string)(await site.PostAsync("/api/v1/collateral", new { brand = site.Brand, kind = "testimonial", title = "Six <b>minutes</b>", text = "“From order to plate.” <script>alert(1)</script>" }))["id"]!;
        var share = await site.PostAsync($"/api/v1/collateral/{piece}/share", new { });
        using var browser = site.Client();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(TrackingWorld.Firefox);
        using var answer = await browser.GetAsync(new Uri((string)share["short"]!));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = answer.Headers.Location.ShouldNotBeNull();
        page.AbsolutePath.ShouldStartWith("/p/proof/");
        using var shown = await browser.GetAsync(page);
        var html = await shown.Content.ReadAsStringAsync();
        html.ShouldContain("From order to plate");
        html.ShouldContain("Six &lt;b&gt;minutes&lt;/b&gt;");
        html.ShouldNotContain("<script>");
        (await browser.GetAsync(new Uri(page.GetLeftPart(UriPartial.Path) + "/media"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it has no picture");
        await site.PostAsync($"/api/v1/collateral/{piece}/archive", new { });
        (await browser.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_deal_value_without_its_currency_is_422_beside_the_field(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var piece = (string)(await site.PostAsync("/api/v1/collateral", new { brand = site.Brand, kind = "case", title = "Office lunch", link = "https://example.org/case" }))["id"]!;
        var answer = await site.Http.PostAsJsonAsync("/api/v1/assisted-deals", new { items = new[] { piece }, title = "Miller", value = 5000 });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"currency\"");
        await site.PostAsync("/api/v1/assisted-deals", new { items = new[] { piece }, title = "Miller", value = 5000, currency = "EUR" });
        var seen = (await site.GetAsync($"/api/v1/collateral?brand={site.Brand}")).AsArray().ShouldHaveSingleItem()!;
        ((int)seen["opportunities"]!, (decimal)seen["value"]![0]!["amount"]!, (string?)seen["attribution"]).ShouldBe((1, 5000m, "assist"));
    }
}
