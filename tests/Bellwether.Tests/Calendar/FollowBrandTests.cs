using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>When a brand moves to another zone, what is still to come keeps its local time.</summary>
public sealed class FollowBrandTests
{
    [Theory, BothDatabases, Requirement("R002-39")]
    public async Task Planned_posts_keep_their_local_time_and_what_went_out_stays_as_it_was(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("x");
        var past = await world.PostAsync("Was yesterday", new LocalDateTime(2026, 3, 26, 12, 0), account);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var draft = await world.PostAsync("A draft", Given.Monday, account);
        var scheduled = await world.PostAsync("On its way", null, account);
        await world.RunAsync(new SchedulePost(scheduled.Id, Given.Monday));

        await world.RunAsync(new ChangeBrand(world.Brand, Zone: "America/New_York"));

        foreach (var id in new[] { draft.Id, scheduled.Id })
        {
            var moved = await world.RunAsync(new PostDetail(id));
            moved.At.ShouldBe(Given.Monday);
            moved.DueAt.ShouldBe(Instant.FromUtc(2026, 3, 30, 14, 0));
        }

        (await world.SeeAsync(db => db.Set<Publication>().SingleAsync())).DueAt.ShouldBe(Instant.FromUtc(2026, 3, 30, 14, 0));
        var before = await world.SeeAsync(db => db.Set<Post>().SingleAsync(post => post.Id == past.Id));
        (before.DueAt, before.ZoneName).ShouldBe((Instant.FromUtc(2026, 3, 26, 11, 0), "Europe/Berlin"));
    }

    [Theory, BothDatabases]
    public async Task A_time_in_a_gap_is_shifted_in_the_new_zone_and_comes_back_with_the_old_one(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        // Berlin jumps over 02:30 on 29 Mar 2026; New York does not on that day.
        var night = new LocalDateTime(2026, 3, 29, 2, 30);
        var post = await world.PostAsync("At night", night, await world.AccountAsync("x"));
        (await world.RunAsync(new PostDetail(post.Id))).DueAt.ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 30));

        await world.RunAsync(new ChangeBrand(world.Brand, Zone: "America/New_York"));
        var there = await world.RunAsync(new PostDetail(post.Id));
        (there.At, there.DueAt).ShouldBe((night, Instant.FromUtc(2026, 3, 29, 6, 30)));

        await world.RunAsync(new ChangeBrand(world.Brand, Zone: "Europe/Berlin"));
        var back = await world.RunAsync(new PostDetail(post.Id));
        (back.At, back.DueAt).ShouldBe((new LocalDateTime(2026, 3, 29, 3, 30), Instant.FromUtc(2026, 3, 29, 1, 30)));
    }

    [Theory, BothDatabases]
    public async Task A_time_that_happens_twice_is_the_first_of_the_two_in_the_new_zone(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        // New York sets its clocks back on 1 Nov 2026; Berlin did a week before.
        var post = await world.PostAsync("Late", new LocalDateTime(2026, 11, 1, 1, 30), await world.AccountAsync("x"));
        await world.RunAsync(new ChangeBrand(world.Brand, Zone: "America/New_York"));
        (await world.RunAsync(new PostDetail(post.Id))).DueAt.ShouldBe(Instant.FromUtc(2026, 11, 1, 5, 30));
    }

    [Theory, BothDatabases]
    public async Task Moving_twice_before_anybody_reacts_ends_where_the_brand_is(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var post = await world.PostAsync("Twice", Given.Monday, await world.AccountAsync("x"));
        await world.RunAsync(new ChangeBrand(world.Brand, Zone: "Asia/Tokyo"));
        await world.InScopeAsync<IEnumerable<IReact<BrandMoved>>>(async (db, reactions) =>
        {
            foreach (var reaction in reactions)
            {
                await reaction.ReactAsync(new BrandMoved(world.Brand, "Asia/Tokyo"), TestContext.Current.CancellationToken);
                await reaction.ReactAsync(new BrandMoved(world.Brand, "Europe/Berlin"), TestContext.Current.CancellationToken);
            }

            db.ChangeTracker.HasChanges().ShouldBeFalse();
        });
        (await world.RunAsync(new PostDetail(post.Id))).DueAt.ShouldBe(Instant.FromUtc(2026, 3, 30, 1, 0));
    }

    [Theory, BothDatabases]
    public async Task Reviews_and_quiet_hours_keep_the_hour_on_the_wall(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("x");
        await world.RunAsync(new SetCadence(account, new HowOften(), new HowOften(), Quiet: new QuietHours(new LocalTime(22, 0), new LocalTime(7, 0))));
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "Spring", Start: new LocalDate(2026, 3, 1), End: new LocalDate(2026, 12, 31)));
        await world.RunAsync(new ChangePlan(plan.Id, ReviewRule: "FREQ=MONTHLY;BYDAY=-1TH", ReviewTime: new LocalTime(10, 0)));

        await world.RunAsync(new ChangeBrand(world.Brand, Zone: "America/New_York"));

        var next = (await world.RunAsync(new PlanDetail(plan.Id))).Reviews!.Next[0];
        next.Local.TimeOfDay.ShouldBe(new LocalTime(10, 0));
        next.At.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).TimeOfDay.ShouldBe(new LocalTime(10, 0));
        // Six in the morning in New York is noon in Berlin: the quiet hours are New York's now.
        var early = await world.PostAsync("Too early", new LocalDateTime(2026, 3, 30, 6, 0), account);
        (await world.RunAsync(new PostPrecheck(early.Id))).ShouldContain(finding => finding.Code.Contains("quiet"));
        var noon = await world.PostAsync("At noon", new LocalDateTime(2026, 3, 31, 12, 0), account);
        (await world.RunAsync(new PostPrecheck(noon.Id))).ShouldNotContain(finding => finding.Code.Contains("quiet"));
    }
}
