using Bellwether.Calendar;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Calendar;

[Requirement("R001-06")]
public sealed class PostLimitTests
{
    [Theory, BothDatabases]
    public async Task A_variable_nobody_filled_keeps_any_post_from_going_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var post = await world.PostAsync("{{ Place }} today, see you", Given.Monday, account);
        var refused = await world.RefusedAsync(new SchedulePost(post.Id));
        (refused.Code, refused.Kind).ShouldBe(("variable-unfilled", ProblemKind.Rule));
        refused.Message.ShouldBe("{{place}} has no value. Write what belongs there, or fill it in the template's table.");
        (await world.RefusedAsync(new PublishPost(post.Id))).Code.ShouldBe("variable-unfilled");
        var linked = await world.RunAsync(new AddPost(world.Brand, Text: "Fine", Variants: [new Told(account, Link: "https://tacoloco.example/{{day}}")], Unguided: true));
        (await world.RunAsync(new PostPrecheck(linked.Id))).ShouldContain(finding => finding.Code == "variable-unfilled" && finding.Blocks && finding.Field == "link");
    }

    [Theory, BothDatabases]
    [Requirement("R001-05")]
    public async Task A_post_whose_goal_counts_visits_warns_of_a_link_nobody_can_follow_before_it_is_scheduled(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var goal = await world.GoalAsync(await world.PlanAsync(), "400 visits a month");
        await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("sessions_social", TargetType.CumulativeInPeriod, 400)));
        var elsewhere = await world.RunAsync(new AddPost(world.Brand, Text: "Read https://elsewhere.example/us", Variants: [new Told(account)], Goal: goal, At: Given.Monday));
        (await world.RunAsync(new PostPrecheck(elsewhere.Id))).ShouldContain(finding => finding.Code == "untracked-link" && !finding.Blocks);
        (await world.RunAsync(new SchedulePost(elsewhere.Id))).Status.ShouldBe(PostStatus.Scheduled, "a warning never blocks");
    }

    [Theory, BothDatabases]
    public async Task After_its_end_a_post_that_is_out_is_marked_and_one_that_is_not_never_goes(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var (outside, waiting) = (await world.PostAsync("One", Given.Monday, account), await world.PostAsync("Two", Given.Monday.PlusHours(1), account));
        foreach (var post in new[] { outside, waiting })
        {
            await world.RunAsync(new LimitPost(post.Id, Given.Monday.PlusHours(5)));
            await world.RunAsync(new SchedulePost(post.Id));
        }

        await world.SeeAsync(async db =>
        {
            (await db.FindAsync(outside.Id, "post", default)).Follow([PublicationOutcome.Confirmed]);
            await db.SaveAsync(default);
            return true;
        });
        var expiry = world.Services.GetRequiredService<PostExpiry>();
        world.Clock.Advance((Instant.FromUtc(2026, 3, 30, 12, 59) - world.Now).ToTimeSpan());
        (await expiry.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "it holds until 15:00 in Berlin");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await expiry.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        (await expiry.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "once is enough");

        var published = await world.RunAsync(new PostDetail(outside.Id));
        (published.Status, published.EndedAt).ShouldBe((PostStatus.Published, world.Now));
        (await world.RunAsync(new PostDetail(waiting.Id))).Status.ShouldBe(PostStatus.Expired);
        (await world.EventsAsync()).OfType<PostUnscheduled>().ShouldHaveSingleItem().Post.ShouldBe(waiting.Id);
        (await world.RunAsync(new CalendarMonth(world.Brand, Given.Monday.Date, Given.Monday.Date))).Posts.ShouldAllBe(entry => entry.Ended);

        var back = await world.RunAsync(new MovePost(waiting.Id, Given.Monday.PlusDays(7)));
        (back.Status, back.Until, back.EndedAt).ShouldBe((PostStatus.Draft, null, null), "a new time needs a new end");
    }

    [Theory, BothDatabases]
    public async Task An_end_lies_ahead_and_after_the_slot(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync("One", Given.Monday, await world.AccountAsync("bluesky"));
        (await world.RefusedAsync(new LimitPost(post.Id, new LocalDateTime(2026, 3, 26, 8, 0)))).Code.ShouldBe("expiry-passed");
        (await world.RefusedAsync(new LimitPost(post.Id, Given.Monday))).Code.ShouldBe("expiry-before-slot");
        await world.RunAsync(new LimitPost(post.Id, Given.Monday.PlusHours(1)));
        await world.RunAsync(new MovePost(post.Id, Given.Monday.PlusHours(2)));
        (await world.RefusedAsync(new SchedulePost(post.Id))).Code.ShouldBe("expiry-before-slot", "moved behind its own end");
        (await world.RunAsync(new LimitPost(post.Id))).Until.ShouldBeNull();
        (await world.RunAsync(new SchedulePost(post.Id))).Status.ShouldBe(PostStatus.Scheduled);
    }
}
