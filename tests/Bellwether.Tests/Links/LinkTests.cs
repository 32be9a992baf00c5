using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Links;

[Requirement("R001-05")]
public sealed class LinkTests
{
    [Theory, BothDatabases]
    public async Task A_link_to_an_own_host_carries_tags_and_its_variant(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var post = await world.World.PostAsync(accounts: await world.World.AccountAsync("bluesky"));
        var (told, variant) = (post.Id.ToString(), post.Variants[0].Id.ToString());
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://tacoloco.example/menu?x=1#top", "instagram", "social", "Spring 2027", Place: new LinkPlace(Post: told, Variant: variant)));
        link.Destination.ShouldBe($"https://tacoloco.example/menu?x=1&utm_source=instagram&utm_medium=social&utm_campaign=spring-2027&utm_content={variant}#top");
        link.Short.ShouldBe($"http://localhost:5080/l/{link.Code}");
        (await world.RunAsync(new LinkDetail(link.Id))).Destination.ShouldBe(link.Destination);
        (await world.RunAsync(new LinkList(world.Brand, Subject: told))).Items.ShouldHaveSingleItem().Tags.ShouldBe(link.Tags);
        (await world.RunAsync(new LinkList(world.Brand, Find: "MENU"))).Items.ShouldHaveSingleItem();
        (await world.RunAsync(new LinkList(world.Brand, Find: "nothing"))).Items.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_chosen_code_is_taken_once_over_all_workspaces(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        (await world.RunAsync(new MakeLink(world.Brand, "https://elsewhere.example/", Code: "Summer-Menu"))).Code.ShouldBe("summer-menu");
        (await world.World.RefusedAsync(new MakeLink(world.Brand, "https://elsewhere.example/", Code: "SUMMER-MENU"))).Code.ShouldBe("code-taken");
    }

    [Theory, BothDatabases]
    public async Task Links_follow_the_own_sites_from_then_on_and_what_was_served_before_stays(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://shop.burrito.example/menu", "x", "social", "spring", PassClickId: true));
        link = await world.RunAsync(new SetLinkRules(link.Id, [new("https://burrito.example/de", Language: "de"), new("https://elsewhere.example/fr", Language: "fr")]));
        var (foreign, archived) = (await world.RunAsync(new MakeLink(world.Brand, "https://elsewhere.example/", "x", "social", "spring")), await world.RunAsync(new MakeLink(world.Brand, "https://burrito.example/old", "x", "social", "spring")));
        await world.RunAsync(new ArchiveLink(archived.Id));
        (link.IsOwnHost, link.Outcome).ShouldBe((false, TagOutcome.OtherHost));
        (await world.FollowAsync(link.Code)).ShouldBe("https://shop.burrito.example/menu");
        (await world.FollowAsync(link.Code, visitor: 2, language: "de")).ShouldBe("https://burrito.example/de");
        // More links than are looked at in one go.
        await world.RunAsync(new ImportLinks(world.Brand, System.Text.Encoding.UTF8.GetBytes("target,source,medium,campaign\n" + string.Concat(Enumerable.Range(0, 600).Select(number => $"https://burrito.example/{number},x,social,spring\n")))));

        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync(new ChangeBrand(world.Brand, OwnHosts: ["tacoloco.example", "burrito.example"]));
        var own = await world.RunAsync(new LinkDetail(link.Id));
        (own.IsOwnHost, own.Outcome, own.Destination).ShouldBe((true, TagOutcome.Tagged, "https://shop.burrito.example/menu?utm_source=x&utm_medium=social&utm_campaign=spring"));
        (await world.FollowAsync(link.Code)).ShouldNotBeNull().ShouldStartWith(own.Destination + "&bwc=");
        (await world.FollowAsync(link.Code, visitor: 2, language: "de")).ShouldNotBeNull().ShouldStartWith("https://burrito.example/de?utm_source=x&utm_medium=social&utm_campaign=spring");
        (await world.FollowAsync(archived.Code)).ShouldBe("https://burrito.example/old?utm_source=x&utm_medium=social&utm_campaign=spring");
        (await world.RunAsync(new LinkDetail(foreign.Id))).Version.ShouldBe(foreign.Version);
        (await world.World.SeeAsync(db => db.Set<TrackedLink>().CountAsync(one => one.IsOwnHost && one.Outcome == TagOutcome.Tagged))).ShouldBe(602);
        (await world.RunAsync(new LinkTraffic(link.Id))).Served.Select(one => (one.Number, one.Clicks, one.Now)).ShouldBe([(5, 1, true), (4, 1, true), (3, 0, true), (2, 1, false), (1, 1, false)]);

        // What came twice changes nothing; a site that is taken away takes its tags along.
        await world.RunAsync(new ChangeBrand(world.Brand, Name: "Burrito", OwnHosts: ["tacoloco.example", "burrito.example"]));
        (await world.RunAsync(new LinkDetail(link.Id))).Version.ShouldBe(own.Version);
        await world.RunAsync(new ChangeBrand(world.Brand, OwnHosts: ["tacoloco.example"]));
        (await world.RunAsync(new LinkDetail(link.Id))).Outcome.ShouldBe(TagOutcome.OtherHost);
        (await world.FollowAsync(link.Code)).ShouldBe("https://shop.burrito.example/menu");
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_sees_or_changes_a_link(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://elsewhere.example/"));
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new LinkDetail(link.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => world.World.RunAsStrangerAsync(new ArchiveLink(link.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases]
    public async Task An_archived_link_leaves_the_list_and_comes_back(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://elsewhere.example/"));
        await world.RunAsync(new ArchiveLink(link.Id));
        (await world.RunAsync(new LinkList(world.Brand))).Items.ShouldBeEmpty();
        (await world.RunAsync(new LinkList(world.Brand, Archived: true))).Items.ShouldHaveSingleItem();
        await world.RunAsync(new RestoreLink(link.Id));
        (await world.RunAsync(new LinkList(world.Brand))).Items.ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task A_link_of_a_short_address_is_refused(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        var link = await world.RunAsync(new MakeLink(world.Brand, "https://elsewhere.example/"));
        (await world.World.RefusedAsync(new MakeLink(world.Brand, link.Short))).Code.ShouldBe("link-to-link");
        (await world.World.RefusedAsync(new ChangeLink(link.Id, Target: link.Short))).Code.ShouldBe("link-to-link");
    }

    [Theory, BothDatabases]
    public async Task Shortening_a_text_twice_makes_its_links_once(DatabaseKind on)
    {
        await using var world = await TrackingWorld.OnAsync(on);
        const string Text = "Lunch offer: https://tacoloco.example/lunch, map: https://maps.example/x. Again https://tacoloco.example/lunch";
        var context = new LinkContext(world.Brand, "bluesky", "Spring 2027", new LinkPlace(Post: "post_1", Variant: "variant_1"));
        var once = await ShortenAsync(world, Text, context);
        once.Links.Count.ShouldBe(2);
        once.Links[0].Outcome.ShouldBe(TagOutcome.Tagged);
        once.Links[1].Outcome.ShouldBe(TagOutcome.OtherHost);
        once.Text.ShouldBe($"Lunch offer: {once.Links[0].Short}, map: {once.Links[1].Short}. Again {once.Links[0].Short}");
        var again = await ShortenAsync(world, once.Text, context);
        again.Text.ShouldBe(once.Text);
        again.Links.Select(link => link.Code).ShouldBe(once.Links.Select(link => link.Code));
        (await ShortenAsync(world, Text, context)).Text.ShouldBe(once.Text);
        (await ShortenAsync(world, Text, context with { Place = new LinkPlace(Post: "post_1", Variant: "variant_2") })).Text.ShouldNotBe(once.Text);
    }

    private static async Task<ShortenedText> ShortenAsync(TrackingWorld world, string text, LinkContext context)
    {
        await using var scope = world.World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(world.World.Workspace.Value);
        var shortened = await scope.ServiceProvider.GetRequiredService<LinkShortener>().ShortenAsync(text, context, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Db>().SaveAsync(TestContext.Current.CancellationToken);
        return shortened;
    }
}
