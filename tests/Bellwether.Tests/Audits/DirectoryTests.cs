using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Audits;

public sealed partial class DirectoryTests
{
    [Theory, BothDatabases, Requirement("R002-29")]
    public async Task A_directory_names_only_kept_accounts_and_says_why_it_leaves_others_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var kept = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "taco", "https://instagram.com/taco", Purpose: "News"));
        await world.RunAsync(new DecideDisposition(kept.Id, Disposition.Keep));
        foreach (var other in new[] { Disposition.Update, Disposition.Merge, Disposition.Park, Disposition.Delete })
        {
            var account = await world.RunAsync(new AddSocialAccount(world.Brand, "x", $"taco{other}", $"https://x.com/taco{other}", Purpose: "News"));
            await world.RunAsync(new DecideDisposition(account.Id, other));
        }

        await world.RunAsync(new AddSocialAccount(world.Brand, "tiktok", "undecided", "https://tiktok.com/@undecided", Purpose: "News"));
        var view = await world.RunAsync(new DirectoryDetail(world.Brand));
        view.Entries.Select(entry => entry.Handle).ShouldBe(["taco"]);
        view.LeftOut.Count.ShouldBe(5);
        view.LeftOut.ShouldContain(left => left.Why.Contains("park", StringComparison.Ordinal));
        view.Path.ShouldBe("/p/accounts/taco-loco");
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsProgramAsync(new PublicDirectory("taco-loco")))).Kind.ShouldBe(ProblemKind.NotFound);
        await world.RunAsync(new SetDirectory(world.Brand, Intro: "Only these.", Site: "tacoloco.example", Published: true));
        var page = await world.RunAsProgramAsync(new PublicDirectory("TACO-LOCO"));
        (page.Brand, page.Intro, page.Site, page.Entries.Count).ShouldBe(("Taco Loco", "Only these.", "https://tacoloco.example", 1));
        (await world.RefusedAsync(new SetDirectory(world.Brand, Slug: "Taco Loco!"))).Code.ShouldBe("slug-invalid");
        await world.RunAsync(new SetDirectory(world.Brand, Published: false));
        await Should.ThrowAsync<ProblemException>(() => world.RunAsProgramAsync(new PublicDirectory("taco-loco")));
    }

    [Fact, Requirement("R002-29")]
    public async Task The_public_page_works_without_script_and_tells_machines_the_same()
    {
        await using var site = await Site.StartAsync();
        using var stranger = site.Client();
        (await stranger.GetAsync("/p/accounts/taco-loco")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var (network, handle, url) in new[] { ("instagram", "taco", "https://www.instagram.com/taco/"), ("xweb", "taco<b>", "https://x.com/taco?a=1&b=</script><script>alert(1)</script>") })
        {
            var id = (await site.PostAsync("/api/v1/accounts", new { brand = site.Brand, network, handle, url, purpose = "News" }))["id"]!.GetValue<string>();
            await site.PostAsync($"/api/v1/accounts/{id}/disposition", new { disposition = "keep" });
        }

        await site.SendAsync(HttpMethod.Put, "/api/v1/account-directory", new { brand = site.Brand, published = true });
        using var answer = await stranger.GetAsync("/p/accounts/taco-loco");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("X-Robots-Tag").ShouldBeFalse("people searching should find it");
        var page = await answer.Content.ReadAsStringAsync();
        var script = Script().Matches(page).Single();
        script.Groups[1].Value.ShouldBe(" type=\"application/ld+json\"", "nothing on the page runs");
        var linked = JsonNode.Parse(script.Groups[2].Value)!;
        var body = page[page.IndexOf("<main>", StringComparison.Ordinal)..];
        var urls = Links().Matches(body).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
        urls.ShouldBe(["https://www.instagram.com/taco/", "https://x.com/taco?a=1&b=</script><script>alert(1)</script>"]);
        linked["sameAs"]!.AsArray().Select(url => url!.GetValue<string>()).ShouldBe(urls);
        (linked["@type"]!.GetValue<string>(), linked["name"]!.GetValue<string>()).ShouldBe(("Organization", "Taco Loco"));
        Heads().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ShouldBe(urls);
        body.ShouldContain("<h1>Official accounts of Taco Loco</h1>");
        body.ShouldContain("taco&lt;b&gt;");
        page.ShouldContain("<html lang=\"en\">");
    }

    [Theory]
    [InlineData("Taco Loco", "taco-loco")]
    [InlineData("Café  Ünï & Söhne", "cafe-uni-sohne")]
    [InlineData("寿司", "brand")]
    public void A_name_becomes_an_address(string name, string slug) => AccountDirectory.SlugOf(name).ShouldBe(slug);

    [GeneratedRegex("<script([^>]*)>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<a rel=\"me\" href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<link rel=\"me\" href=\"([^\"]*)\"")]
    private static partial Regex Heads();
}
