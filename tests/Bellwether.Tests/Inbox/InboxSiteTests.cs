using System.Net;
using System.Net.Http.Json;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Inbox;

/// <summary>The inbox as servers and people reach it: over HTTP.</summary>
[Requirement("R001-07")]
public sealed class InboxSiteTests
{
    [Theory, BothDatabases]
    public async Task A_server_delivers_messages_and_cannot_answer_them(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        using var server = site.Client(await CollectorAsync(site));
        var review = new { brand = site.Brand, text = "Cold.", kind = "review", network = "google_business", author = "Sven", stars = 2, externalId = "rev-7" };
        var first = await server.PostAsJsonAsync("/api/v1/inbox", review);
        first.StatusCode.ShouldBe(HttpStatusCode.OK, await first.Content.ReadAsStringAsync());
        await server.PostAsJsonAsync("/api/v1/inbox", review);
        var open = await site.GetAsync($"/api/v1/inbox?brand={site.Brand}");
        var row = open["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)row["severity"], (string?)row["status"], (int)open["open"]!).ShouldBe(("high", "open", 1));
        var id = (string)row["id"]!;
        (await server.PostAsJsonAsync($"/api/v1/inbox/{id}/replies", new { text = "Sorry." })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var answered = await site.PostAsync($"/api/v1/inbox/{id}/replies", new { text = "Sorry, Sven.", way = "publicly" });
        ((string?)answered["case"]!["status"], answered["messages"]!.AsArray().Count).ShouldBe(("answered", 2));
        var gap = await site.Http.PostAsJsonAsync($"/api/v1/inbox/{id}/replies", new { text = "Sorry, {{name}}." });
        gap.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await gap.Content.ReadAsStringAsync()).ShouldContain("\"text\"");
    }

    private static async Task<string> CollectorAsync(Site site) => (string)(await site.PostAsync("/api/v1/api-tokens", new { name = "Shop", scope = new[] { "collect" } }))["secret"]!;
}
