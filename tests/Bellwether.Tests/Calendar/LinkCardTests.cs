using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Bellwether.Tests.Calendar;

/// <summary>How a page looks as a card, and mentions that read differently on each network.</summary>
public sealed class LinkCardTests
{
    [Fact]
    public void A_page_says_what_stands_on_its_card_and_its_plain_head_serves_where_it_does_not()
    {
        var page = new Uri("https://tacoloco.example/menu/today");
        var full = LinkCards.Read("https://x.example", page, """
            <html><head><title>Plain</title><META content='Tacos &amp; salsa' property="og:title"><meta name=description content="Plain words">
            <meta property="og:description" content="Said &quot;twice&quot;"><meta property="og:image" content="/img/taco.jpg"></head><body><meta property="og:title" content="later"></body>
            """);
        (full.Title, full.Description, full.Image, full.Host, full.Problem).ShouldBe(("Tacos & salsa", "Said \"twice\"", "https://tacoloco.example/img/taco.jpg", "tacoloco.example", null));
        var plain = LinkCards.Read("x", page, "<title>\n Menu </title><meta name=\"description\" content=\"All day\"><meta property=\"og:image\" content=\"javascript:alert(1)\">");
        (plain.Title, plain.Description, plain.Image).ShouldBe(("Menu", "All day", null));
        LinkCards.Read("x", page, "<body>Nothing</body>").Problem!.ShouldContain("no title");
    }

    [Fact]
    public async Task Pages_are_read_once_a_day_guarded_and_through_a_few_turns()
    {
        var asked = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.MapGet("/moved", () => Results.Redirect("/page"));
        server.MapGet("/page", () => Results.Content($"<title>Asked {Interlocked.Increment(ref asked)}</title>", "text/html"));
        server.MapGet("/round", () => Results.Redirect("/round"));
        server.MapGet("/file", () => Results.Text("no page"));
        await server.StartAsync(TestContext.Current.CancellationToken);
        var at = server.Urls.First();
        await using var world = await World.OnAsync(DatabaseKind.Sqlite, services => services.AddSingleton(new OutgoingRules(["127.0.0.1"])));

        (await world.RunAsync(new LinkCardOf($"{at}/moved"))).Title.ShouldBe("Asked 1");
        (await world.RunAsync(new LinkCardOf($"{at}/moved"))).Title.ShouldBe("Asked 1");
        world.Clock.Advance(TimeSpan.FromHours(25));
        (await world.RunAsync(new LinkCardOf($"{at}/moved"))).Title.ShouldBe("Asked 2");
        (await world.RunAsync(new LinkCardOf($"{at}/round"))).Problem!.ShouldContain("on and on");
        (await world.RunAsync(new LinkCardOf($"{at}/file"))).Problem!.ShouldContain("no page");
        (await world.RunAsync(new LinkCardOf("http://10.0.0.1/"))).Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mention_reads_as_each_networks_own_handle_and_an_unknown_one_never_goes_out()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var block = await world.RunAsync(new AddTextBlock(world.Brand, TextBlockKind.Mention, "Ana’s Bakery", null, new Dictionary<string, string>(StringComparer.Ordinal) { ["bluesky"] = "@ana.example", ["x"] = "anabakes" }));
        (await world.RefusedAsync(new AddTextBlock(world.Brand, TextBlockKind.Snippet, "Ana’s Bakery", "Bread"))).Kind.ShouldBe(ProblemKind.Conflict);
        var post = await world.PostAsync("Bread by @{Ana’s Bakery}, salsa by us", null, await world.AccountAsync("bluesky", "taco.example"), await world.AccountAsync("x"), await world.AccountAsync("mastodon", "taco@example.org"));
        await world.RunAsync(new SetCalendarRules(world.Brand, false, false, SameTextPolicy.Allow));

        var sent = await world.RunAsync(new SchedulePost(post.Id, Given.Monday));
        sent.Variants.Select(variant => variant.LinkedText).ShouldBe(["Bread by @ana.example, salsa by us", "Bread by @anabakes, salsa by us", "Bread by Ana’s Bakery, salsa by us"]);

        await world.RunAsync(new ArchiveTextBlock(block.Id));
        var other = await world.PostAsync("By @{Ana’s Bakery}", null, await world.AccountAsync("threads"));
        (await world.RefusedAsync(new SchedulePost(other.Id, Given.Monday))).Code.ShouldBe("mention-unknown");
        (await world.RunAsync(new AddTextBlock(world.Brand, TextBlockKind.Mention, "Ana’s Bakery"))).Id.ShouldBe(block.Id);
    }
}
