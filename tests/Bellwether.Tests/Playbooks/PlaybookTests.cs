using System.Net;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Playbooks;

public sealed class PlaybookTests
{
    [Theory, BothDatabases]
    [Requirement("R003-22")]
    public async Task It_is_written_from_the_plan_as_it_stands(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "More lunch guests"));
        await world.RunAsync(new AddPlaybookPage(plan.Id, "Who may speak", "Only Ana answers the press."));
        (await world.RunAsync(new Playbook(plan.Id))).Chapters.ShouldContain(chapter => chapter.Title == "Who may speak");
        await world.RunAsync(new ChangePlan(plan.Id, Problem: "Lunch hours are empty."));
        var text = System.Text.Encoding.UTF8.GetString((await world.RunAsync(new PlaybookFile(plan.Id))).Content);
        text.ShouldContain("# Taco Loco: More lunch guests");
        text.ShouldContain("Lunch hours are empty.");
        text.ShouldContain("Only Ana answers the press.");
    }

    [Theory, BothDatabases]
    public async Task Own_pages_keep_their_order_when_one_moves(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "Plan"));
        await world.RunAsync(new AddPlaybookPage(plan.Id, "One", "1"));
        await world.RunAsync(new AddPlaybookPage(plan.Id, "Two", "2"));
        var three = await world.RunAsync(new AddPlaybookPage(plan.Id, "Three", "3"));
        await world.RunAsync(new ChangePlaybookPage(three.Id, Place: 1));
        (await world.RunAsync(new PlaybookPageList(plan.Id))).Select(page => page.Title).ShouldBe(["Three", "One", "Two"]);
        (await world.RefusedAsync(new ChangePlaybookPage(three.Id, Text: "4", IfVersion: 1))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Fact]
    [Requirement("R003-22")]
    public async Task A_share_link_shows_the_page_until_it_is_revoked()
    {
        await using var site = await Site.StartAsync();
        var plan = (await site.PostAsync("/api/v1/plans", new { brand = site.Brand, title = "More <b>guests</b>" }))["id"]!.GetValue<string>();
        await site.PostAsync($"/api/v1/plans/{plan}/playbook/pages", new { title = "Rules", text = "<script>alert(1)</script> [x](javascript:alert(1)) *not bold*" });
        var made = await site.PostAsync($"/api/v1/plans/{plan}/playbook/shares", new { name = "The agency" });
        var path = made["path"]!.GetValue<string>();

        using var stranger = site.Client();
        using var page = await stranger.GetAsync(path);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await page.Content.ReadAsStringAsync();
        html.ShouldContain("More &lt;b&gt;guests&lt;/b&gt;");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("href=\"javascript:");
        html.ShouldContain("*not bold*");

        await site.PostAsync($"/api/v1/playbook-shares/{made["share"]!["id"]}/revoke");
        using var gone = await stranger.GetAsync(path);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("revoked");
    }

    [Theory, BothDatabases]
    public async Task A_share_link_ends_by_itself_and_its_code_is_not_stored(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "Plan"));
        var code = (await world.RunAsync(new SharePlaybook(plan.Id, "The agency", 7))).Path.Split('/')[^1];
        (await world.RunAsProgramAsync(new SharedPlaybook(code))).Brand.ShouldBe("Taco Loco");
        world.Clock.Advance(TimeSpan.FromDays(8));
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsProgramAsync(new SharedPlaybook(code)))).Code.ShouldBe("share-closed");
        (await world.RunAsync(new PlaybookShareList(plan.Id))).ShouldHaveSingleItem().Open.ShouldBeFalse();
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsProgramAsync(new SharedPlaybook("guess")))).Kind.ShouldBe(ProblemKind.NotFound);
    }
}
