using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>Posts that come again by a rule, and evergreens.</summary>
[Requirement("R002-39")]
public sealed class ComingAgainTests
{
    [Theory, BothDatabases]
    public async Task A_series_keeps_its_local_hour_makes_none_twice_and_leaves_skipped_days_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        // Thursday 26 March in winter time; Thursday 2 April in summer time.
        var first = new LocalDateTime(2026, 3, 26, 18, 0);
        var post = await world.PostAsync("Thursday special", first, await world.AccountAsync("bluesky"));
        (await world.RefusedAsync(new RepeatPost(post.Id, "FREQ=WEEKLY;BYDAY=MO"))).Code.ShouldBe("rule-without-start");
        var preview = await world.RunAsync(new PlanRepeat(post.Id, "FREQ=WEEKLY;BYDAY=TH;COUNT=4"));
        (preview.Times.Count, preview.More).ShouldBe((4, false));
        var made = await world.RunAsync(new RepeatPost(post.Id, "FREQ=WEEKLY;BYDAY=TH;COUNT=4", SendOn: true));
        (made.Made, made.NotScheduled.Count).ShouldBe((3, 0));

        var series = (await world.RunAsync(new SeriesList(world.Brand, post.Id))).ShouldHaveSingleItem();
        series.Occurrences.Select(one => one.At).ShouldBe(Enumerable.Range(0, 4).Select(week => (LocalDateTime?)first.PlusWeeks(week)));
        var second = await world.RunAsync(new PostDetail(series.Occurrences[1].Post));
        (second.DueAt!.Value - (await world.RunAsync(new PostDetail(post.Id))).DueAt!.Value).ShouldBe(Duration.FromHours((7 * 24) - 1));

        await world.RunAsync(new SkipOccurrence(series.Id, first.Date.PlusWeeks(1)));
        await world.RunAsync(new MovePost(series.Occurrences[2].Post, first.PlusWeeks(2).PlusDays(1)));
        (await world.Services.GetRequiredService<ComingAgain>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "a skipped day stays skipped, a moved one is there");
        var now = (await world.RunAsync(new SeriesList(world.Brand, post.Id))).ShouldHaveSingleItem();
        now.Occurrences.Select(one => (one.Skipped, one.Moved)).ShouldBe([(false, false), (true, false), (false, true), (false, false)]);
        (await world.RunAsync(new TakeOccurrence(series.Id, first.Date.PlusWeeks(1)))).Status.ShouldBe(PostStatus.Scheduled);

        await world.RunAsync(new WritePost(post.Id, Text: "Thursday special, with salsa"));
        var written = await world.RunAsync(new RewriteSeries(series.Id));
        (written.Posts, written.Kept).ShouldBe((3, 0));
        var ended = await world.RunAsync(new EndSeries(series.Id, first.Date.PlusWeeks(2)));
        (ended.Posts, ended.Kept).ShouldBe((1, 1), "the one that was moved by hand stays");
        (await world.RunAsync(new ContinueSeries(series.Id))).Made.ShouldBe(1);
    }

    [Fact]
    public async Task A_series_without_an_end_grows_with_time_and_ends_where_its_rule_says()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var post = await world.PostAsync("Daily", new LocalDateTime(2026, 3, 27, 8, 0), await world.AccountAsync("bluesky"));
        (await world.RunAsync(new RepeatPost(post.Id, "FREQ=DAILY;UNTIL=20260620"))).Made.ShouldBe(55);
        world.Clock.Advance(TimeSpan.FromDays(60));
        var coming = world.Services.GetRequiredService<ComingAgain>();
        (await coming.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(26, "the days that passed meanwhile are not made up for");
        (await coming.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await world.RunAsync(new SeriesList(world.Brand))).ShouldHaveSingleItem().Occurrences[^1].Day.ShouldBe(new LocalDate(2026, 6, 20));
    }

    [Fact]
    public void An_evergreen_keeps_its_distance_its_number_and_a_day_of_its_own()
    {
        var cases = from every in Gen.Choose(1, 90)
                    from most in Gen.Choose(1, 12)
                    from taken in Gen.Choose(0, 200).ListOf()
                    from waits in Gen.Choose(0, 5).ArrayOf(12)
                    select (Every: every, Most: most, Taken: taken, Waits: waits);
        Prop.ForAll(Arb.From(cases), one =>
        {
            var start = new LocalDate(2026, 3, 1);
            var taken = one.Taken.Select(start.PlusDays).ToHashSet();
            var days = new List<LocalDate> { start };
            for (var turn = 0; EvergreenRule.Next(one.Every, one.Most, days[^1], turn, days[^1].PlusDays(one.Waits[turn % 12]), taken) is { } day; turn++)
            {
                taken.ShouldNotContain(day);
                days.Add(day);
                taken.Add(day);
            }

            days.Count.ShouldBe(one.Most + 1);
            days.Zip(days.Skip(1)).ShouldAllBe(pair => Period.DaysBetween(pair.First, pair.Second) >= one.Every);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Evergreens_go_out_again_in_other_words_and_never_two_on_one_day()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var account = await world.AccountAsync("bluesky");
        var posts = new List<Id<Post>>();
        foreach (var text in new[] { "Our story", "Our place" })
        {
            var post = await world.PostAsync(text, new LocalDateTime(2026, 3, 26, 18, 0), account);
            await world.SeeAsync(async db =>
            {
                (await db.FindAsync(post.Id, "post", default)).Follow([PublicationOutcome.Confirmed]);
                await db.SaveAsync(default);
                return true;
            });
            posts.Add(post.Id);
        }

        var one = await world.RunAsync(new MakeEvergreen(posts[0], 10, 1, Texts: ["Our story, told anew"]));
        var two = await world.RunAsync(new MakeEvergreen(posts[1], 10, 2));
        (one.Times, one.Next).ShouldBe((1, null));
        var turns = new List<PostView>();
        foreach (var id in one.Turns.Concat(two.Turns))
        {
            turns.Add(await world.RunAsync(new PostDetail(id)));
        }

        turns.Select(turn => (turn.At, turn.Text)).ShouldBe([(new LocalDateTime(2026, 4, 5, 18, 0), "Our story, told anew"), (new LocalDateTime(2026, 4, 6, 18, 0), "Our place")]);
        (await world.Services.GetRequiredService<ComingAgain>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "one turn at a time");
        (await world.RunAsync(new StopEvergreen(two.Id))).Next.ShouldBeNull();
    }
}
