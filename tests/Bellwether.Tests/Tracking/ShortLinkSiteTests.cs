using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>Short links and collection as the world sees them: over HTTP.</summary>
public sealed class ShortLinkSiteTests
{
    [Theory, BothDatabases, Requirement("R001-05")]
    public async Task A_short_link_answers_302_without_cookie_or_cache_and_the_click_is_counted(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var link = await site.PostAsync("/api/v1/links", new { brand = site.Brand, target = "https://elsewhere.example/ä?q=ü#top", title = "Menu" });
        ((string?)link["short"]).ShouldBe($"{site.Address}l/{(string?)link["code"]}");
        using var browser = site.Client();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(TrackingWorld.Firefox);
        using var answer = await browser.GetAsync(new Uri((string)link["short"]!));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.GetValues("Location").ShouldHaveSingleItem().ShouldBe("https://elsewhere.example/%C3%A4?q=%C3%BC#top");
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, (string)link["short"]!));
        head.StatusCode.ShouldBe(HttpStatusCode.Found);
        var seen = await site.GetAsync($"/api/v1/brands/{site.Brand}/tracking");
        ((int)seen["total"]!["clicks"]!).ShouldBe(1);
        ((string?)seen["dropped"]![0]!["outcome"]).ShouldBe("head");
    }

    [Fact]
    public async Task An_unknown_code_is_404_in_words_and_leads_nowhere()
    {
        await using var site = await Site.StartAsync();
        foreach (var code in new[] { "nobody", "", "a/b", "..%2F..%2Fetc", new string('x', 5000) })
        {
            using var answer = await site.Http.GetAsync(new Uri($"/l/{code}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, code[..Math.Min(20, code.Length)]);
            answer.Headers.Location.ShouldBeNull();
        }
    }

    [Theory, BothDatabases, Requirement("R001-21")]
    public async Task A_shop_reports_an_order_with_a_token_that_may_only_collect(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var token = (string)(await site.PostAsync("/api/v1/api-tokens", new { name = "Shop", scope = new[] { "collect" }, days = 30 }))["secret"]!;
        using var shop = site.Client(token);
        using var nobody = site.Client();
        var order = new { externalId = "order-1", type = "sale", value = new { amount = 12.50m, currency = "EUR" }, code = "NEVER" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsJsonAsync("/t/conversions", order)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await Task.WhenAll(answers.Select(async answer => (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]))).Distinct().ShouldHaveSingleItem();
        (await shop.GetAsync(new Uri($"/api/v1/conversions?brand={site.Brand}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await nobody.PostAsJsonAsync("/t/conversions", order)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await shop.PostAsJsonAsync("/t/conversions", new { externalId = "order-2", type = "sale", value = new { amount = -1m, currency = "EUR" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var stored = (await site.GetAsync($"/api/v1/conversions?brand={site.Brand}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)stored["matchedBy"], (string?)stored["why"], (decimal)stored["value"]!["amount"]!).ShouldBe(("nothing", "No deal has the code NEVER.", 12.50m));
    }
}
