using System.Net;
using System.Net.Http.Json;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Bellwether.Tracking.Hubs;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Bellwether.Tests.Tracking;

/// <summary>Pages of links for profiles, and brands' own hosts as the world sees them.</summary>
[Requirement("R001-05")]
public sealed class HubTests
{
    [Theory, BothDatabases]
    public async Task A_page_shows_what_was_published_counts_people_and_not_bots_and_an_own_host_shows_only_its_brand(DatabaseKind on)
    {
        await using var site = await Site.StartAsync(on);
        var menu = await site.PostAsync("/api/v1/links", new { brand = site.Brand, target = "https://elsewhere.example/menu" });
        var map = await site.PostAsync("/api/v1/links", new { brand = site.Brand, target = "https://elsewhere.example/map" });
        var hub = await site.PostAsync($"/api/v1/brands/{site.Brand}/link-hubs", new { name = "Taco-Loco", title = "Taco <Loco>" });
        var id = (string)hub["id"]!;
        using var browser = site.Client();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(TrackingWorld.Firefox);
        (await browser.GetAsync(new Uri("/h/taco-loco", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Http.PutAsJsonAsync(new Uri($"/api/v1/link-hubs/{id}", UriKind.Relative), new { title = "Taco <Loco>", intro = "Open daily", colour = "#FFDD00", entries = new[] { new { link = (string)map["id"]!, label = "Where we are" }, new { link = (string)menu["id"]!, label = "Menu" } } })).EnsureSuccessStatusCode();
        await site.PostAsync($"/api/v1/link-hubs/{id}/publish", new { });
        (await site.Http.PutAsJsonAsync(new Uri($"/api/v1/link-hubs/{id}", UriKind.Relative), new { title = "Not yet", entries = Array.Empty<object>() })).EnsureSuccessStatusCode();

        using var answer = await browser.GetAsync(new Uri("/h/TACO-loco", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain("<h1>Taco &lt;Loco&gt;</h1>");
        html.IndexOf("Where we are", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("Menu", StringComparison.Ordinal));
        html.ShouldContain($"href=\"/l/{(string)menu["code"]!}\"");
        html.ShouldContain("color: #000000; background: #ffdd00");
        html.ShouldNotContain("<script");
        using (var bot = site.Client())
        {
            bot.DefaultRequestHeaders.UserAgent.ParseAdd("Twitterbot/1.0");
            (await bot.GetAsync(new Uri("/h/taco-loco", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await browser.GetAsync(new Uri("/h/taco-loco", UriKind.Relative));
        var seen = await site.GetAsync($"/api/v1/link-hubs/{id}");
        ((int)seen["views"]!, (int)seen["visitors"]!, (bool)seen["hasChanges"]!).ShouldBe((2, 1, true));
        ((string?)seen["dropped"]![0]!["outcome"]).ShouldBe("preview");
        ((int)(await site.GetAsync($"/api/v1/brands/{site.Brand}/tracking"))["total"]!["clicks"]!).ShouldBe(0);

        await site.PostAsync($"/api/v1/brands/{site.Brand}/link-domains", new { host = "go.example.org" });
        async Task<HttpResponseMessage> On(string host, string path, HttpMethod? method = null)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Headers = { Host = host } };
            return await browser.SendAsync(request, TestContext.Current.CancellationToken);
        }

        (await (await On("go.example.org", "/")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<h1>Taco &lt;Loco&gt;</h1>");
        (await On("go.example.org", $"/{(string)menu["code"]!}")).Headers.Location!.ToString().ShouldBe("https://elsewhere.example/menu");
        (await On("go.example.org", $"/q/{(string)menu["code"]!}")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await On("go.example.org:8443", "/t/here")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await On("other.example.org", "/t/here")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        foreach (var path in new[] { "/api/v1/account", "/settings", "/nobody", "/h/nobody", "/t/script.js" })
        {
            (await On("go.example.org", path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await On("go.example.org", "/api/v1/session", HttpMethod.Post)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Http.PutAsJsonAsync(new Uri($"/api/v1/brands/{site.Brand}/link-policy", UriKind.Relative), new { fallback = "https://elsewhere.example/" })).EnsureSuccessStatusCode();
        (await On("go.example.org", "/nobody")).Headers.Location!.ToString().ShouldBe("https://elsewhere.example/");
    }

    [Theory, BothDatabases]
    public async Task What_is_no_page_or_not_the_brands_is_refused(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var hub = await world.RunAsync(new MakeHub(world.Brand, "taco", "Taco"));
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/"));
        (await world.World.RefusedAsync(new MakeHub(world.Brand, "TACO", "Taco"))).Code.ShouldBe("name-taken");
        (await world.World.RefusedAsync(new MakeHub(world.Brand, "a b", "Taco"))).Fields[0].Field.ShouldBe("name");
        (await world.World.RefusedAsync(new PublishHub(hub.Id))).Code.ShouldBe("hub-empty");
        (await world.World.RefusedAsync(new WriteHub(hub.Id, "Taco", [new(Id<TrackedLink>.New(), "x")]))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.World.RefusedAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "x"), new(link.Id, "y")]))).Code.ShouldBe("entry-twice");
        (await world.World.RefusedAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "x")], Colour: "red;}"))).Code.ShouldBe("colour-invalid");
        foreach (var request in new IRequest<HubView>[] { new HubDetail(hub.Id), new WriteHub(hub.Id, "x", []), new PublishHub(hub.Id) })
        {
            (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(request))).Kind.ShouldBe(ProblemKind.NotFound);
        }

        await world.RunAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "Menu")]));
        (await world.RunAsync(new PublishHub(hub.Id))).HasChanges.ShouldBeFalse();
        // A public page keeps its address and is not deleted; one that nobody sees may be both.
        var other = await world.RunAsync(new MakeHub(world.Brand, "other", "Other"));
        (await world.World.RefusedAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "Menu")], Name: "salsa"))).Code.ShouldBe("hub-public");
        (await world.World.RefusedAsync(new DeleteHub(hub.Id))).Code.ShouldBe("hub-public");
        // Taking it out of sight is undone with what was seen, not with what was written meanwhile.
        (await world.World.RefusedAsync(new ShowHubAgain(other.Id))).Code.ShouldBe("hub-never-public");
        await world.RunAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "Not yet")]));
        await world.RunAsync(new WithdrawHub(hub.Id));
        (await world.RunAsync(new ShowHubAgain(hub.Id))).ShouldSatisfyAllConditions(again => again.PublishedAt.ShouldNotBeNull(), again => again.HasChanges.ShouldBeTrue());
        await world.World.InScopeAsync<Db>(async (db, _) => (await db.Set<LinkHub>().AsNoTracking().FirstAsync(row => row.Id == hub.Id, TestContext.Current.CancellationToken)).Live!.Entries.ShouldHaveSingleItem().Label.ShouldBe("Menu"));
        await world.RunAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "Menu")]));
        (await world.RunAsync(new WithdrawHub(hub.Id))).PublishedAt.ShouldBeNull();
        (await world.World.RefusedAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "Menu")], Name: "Other"))).Code.ShouldBe("name-taken");
        (await world.RunAsync(new WriteHub(hub.Id, "Taco", [new(link.Id, "Menu")], Name: "Salsa"))).Name.ShouldBe("salsa");
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new DeleteHub(other.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        await world.RunAsync(new DeleteHub(other.Id));
        (await world.RunAsync(new HubList(world.Brand))).ShouldHaveSingleItem().Links.ShouldHaveSingleItem().Label.ShouldBe("Menu");
        (await world.RunAsync(new MakeHub(world.Brand, "taco", "Taco again"))).Name.ShouldBe("taco");
    }

    [Fact]
    public void What_stands_on_a_link_can_be_read_on_every_colour() => Prop.ForAll(Gen.Choose(0, 0xFFFFFF).ToArbitrary(), colour =>
    {
        var content = new HubContent("x", null, $"#{colour:x6}", []);
        double Light(string text)
        {
            double Part(int at) => Convert.ToInt32(text.Substring(at, 2), 16) / 255.0 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
            return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
        }

        var (one, other) = (Light(content.Colour) + 0.05, Light(content.Ink()) + 0.05);
        return Math.Max(one, other) / Math.Min(one, other) >= 4.5;
    }).QuickCheckThrowOnFailure();
}
