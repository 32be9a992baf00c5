using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Calendar;

/// <summary>Publishing at once is scheduling for this moment: the same checks, the same states.</summary>
public class PublishPostTests
{
    [Theory, BothDatabases]
    public async Task A_draft_without_a_time_is_due_this_moment_and_later_steps_are_told(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync("Come now: https://tacoloco.example/menu", accounts: await world.AccountAsync("bluesky"));

        var published = await world.RunAsync(new PublishPost(post.Id));

        published.Status.ShouldBe(PostStatus.Scheduled);
        published.DueAt.ShouldBe(world.Now);
        published.Variants[0].LinkedText.ShouldNotBeNull().ShouldContain("/l/");
        (await world.EventsAsync()).OfType<PostScheduled>().ShouldHaveSingleItem().DueAt.ShouldBe(world.Now);
    }

    [Theory, BothDatabases]
    public async Task A_scheduled_post_need_not_wait_for_its_time_and_an_expired_one_is_not_lost(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var scheduled = await world.PostAsync(accounts: account);
        await world.RunAsync(new SchedulePost(scheduled.Id, Given.Monday));
        (await world.RunAsync(new PublishPost(scheduled.Id))).DueAt.ShouldBe(world.Now);

        var late = await world.PostAsync("Late", world.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime.PlusMinutes(5), account);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.RunAsync(new ExpirePosts());
        (await world.RunAsync(new PostDetail(late.Id))).Status.ShouldBe(PostStatus.Expired);
        (await world.RunAsync(new PublishPost(late.Id))).Status.ShouldBe(PostStatus.Scheduled);
    }

    [Theory, BothDatabases]
    public async Task What_blocks_a_scheduled_post_blocks_this_one_too(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var tooLong = await world.PostAsync(new string('x', 301), null, account);
        (await world.RefusedAsync(new PublishPost(tooLong.Id))).Code.ShouldBe("text-too-long");
        (await world.RunAsync(new PostDetail(tooLong.Id))).At.ShouldBeNull("a refused post keeps its slot");
        (await world.RefusedAsync(new PublishPost((await world.PostAsync()).Id))).Code.ShouldBe("no-account");

        await world.RunAsync(new SetCalendarRules(world.Brand, true, false, SameTextPolicy.Warn));
        var unapproved = await world.PostAsync(accounts: account);
        (await world.RefusedAsync(new PublishPost(unapproved.Id))).Code.ShouldBe("approval-missing");
        await world.RunAsync(new SubmitPost(unapproved.Id));
        await world.RunAsync(new ApprovePost(unapproved.Id));
        (await world.RunAsync(new PublishPost(unapproved.Id))).Status.ShouldBe(PostStatus.Scheduled);
    }

    [Fact]
    public async Task Who_may_not_publish_cannot_do_it_at_once_either()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var post = await world.PostAsync(accounts: await world.AccountAsync("bluesky"));
        var refused = await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new PublishPost(post.Id), Role.Analyst, Id<Member>.New()));
        refused.Kind.ShouldBe(ProblemKind.Forbidden);
    }
}
