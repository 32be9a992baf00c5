using Bellwether.Calendar;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Publishing;

/// <summary>Feeds that are followed: what is new becomes something once, whatever the server does.</summary>
public sealed class FollowedFeedTests
{
    private static readonly string[] Old = ["one", "two"];

    [Fact]
    public async Task What_stood_in_a_feed_is_known_and_what_comes_later_becomes_a_draft_once()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await using var server = await FakeFeed.StartAsync();
        server.Show(Old);
        var account = await stage.AccountAsync();
        var tried = await stage.World.RunAsync(new TryFeed(stage.World.Brand, $"{server.Address}/page", "New: {title} {link}"));
        (tried.Title, tried.Entries, tried.Newest[0].Post).ShouldBe(("Taco news", 2, $"New: Entry & two {server.Address}/two"));
        var feed = await stage.World.RunAsync(new FollowFeed(stage.World.Brand, server.Address, Use: FeedUse.Draft, Accounts: [account]));
        (feed.Name, feed.Made).ShouldBe(("Taco news", 0));
        (await stage.World.RefusedAsync(new FollowFeed(stage.World.Brand, server.Address))).Code.ShouldBe("feed-followed");

        // Not before its time; then nothing changed, which costs the server nothing.
        var round = stage.World.Services.GetRequiredService<FeedRound>();
        (await round.RunAsync(TestContext.Current.CancellationToken), server.Sent).ShouldBe((0, 3));
        stage.World.Clock.Advance(TimeSpan.FromHours(1));
        (await round.RunAsync(TestContext.Current.CancellationToken), server.Sent, server.Unchanged).ShouldBe((0, 3, 1));

        server.Show([.. Old, "three"]);
        stage.World.Clock.Advance(TimeSpan.FromHours(1));
        (await round.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        var post = (await PostsAsync(stage)).ShouldHaveSingleItem();
        (post.Status, post.Title, post.Text, post.Variants.Single().Account).ShouldBe((PostStatus.Draft, "Entry & three", $"Entry & three\n\n{server.Address}/three", account));

        // The same entries under a new mark, in another order, with other words: nothing is taken twice.
        server.Show(["three", .. Old], "Reworded");
        (await stage.World.RunAsync(new ReadFollowedFeed(feed.Id))).Made.ShouldBe(0);
        (await PostsAsync(stage)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_less_often_and_the_feed_says_why()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await using var server = await FakeFeed.StartAsync();
        server.Show(Old);
        var feed = await stage.World.RunAsync(new FollowFeed(stage.World.Brand, server.Address));
        server.Status = 500;
        var failed = (await stage.World.RunAsync(new ReadFollowedFeed(feed.Id))).Feed;
        (failed.Problem, failed.NextAt).ShouldBe(("The server had a fault of its own (500).", stage.World.Now + Duration.FromHours(2)));
        server.Status = 429;
        (await stage.World.RunAsync(new ReadFollowedFeed(feed.Id))).Feed.NextAt.ShouldBe(stage.World.Now + Duration.FromMinutes(7));

        await stage.World.RunAsync(new PauseFollowedFeed(feed.Id));
        stage.World.Clock.Advance(TimeSpan.FromDays(2));
        server.Status = 200;
        server.Show([.. Old, "three"]);
        var round = stage.World.Services.GetRequiredService<FeedRound>();
        (await round.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        await stage.World.RunAsync(new ResumeFollowedFeed(feed.Id));
        (await round.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await PostsAsync(stage)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(post => post.Variants.ShouldBeEmpty(), post => post.Slot.ShouldBeNull());
        (await stage.World.RunAsync(new FollowedFeedList(stage.World.Brand))).ShouldHaveSingleItem().Problem.ShouldBeNull();
        await stage.World.RunAsync(new RemoveFollowedFeed(feed.Id));
        (await stage.World.RunAsync(new FollowedFeedList(stage.World.Brand))).ShouldBeEmpty();
        (await PostsAsync(stage)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, PostStatus.Scheduled)]
    [InlineData(true, PostStatus.InReview)]
    public async Task What_goes_into_a_queue_goes_out_by_itself_unless_the_brand_wants_an_approval(bool approval, PostStatus then)
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        await using var server = await FakeFeed.StartAsync();
        server.Show(Old);
        var account = await stage.AccountAsync();
        await stage.World.RunAsync(new SetCalendarRules(stage.World.Brand, approval, false, SameTextPolicy.Warn));
        var queue = (await stage.World.RunAsync(new AddQueue(stage.World.Brand, "Evenings", [new QueueSlot(IsoDayOfWeek.Monday, new LocalTime(18, 0))], [account]))).Id;
        var feed = await stage.World.RunAsync(new FollowFeed(stage.World.Brand, server.Address, Use: FeedUse.Queue, Queue: queue));
        server.Show([.. Old, "three"]);
        (await stage.World.RunAsync(new ReadFollowedFeed(feed.Id))).Made.ShouldBe(1);
        var post = (await PostsAsync(stage)).ShouldHaveSingleItem();
        (post.Status, post.Slot!.Local.TimeOfDay, post.Variants.Single().Account).ShouldBe((then, new LocalTime(18, 0), account));
    }

    private static Task<List<Post>> PostsAsync(Stage stage) => stage.World.SeeAsync(db => db.Set<Post>().AsNoTracking().ToListAsync());
}
