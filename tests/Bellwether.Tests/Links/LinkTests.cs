using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
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
