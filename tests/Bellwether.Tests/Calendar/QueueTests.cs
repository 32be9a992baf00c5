using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Calendar;

/// <summary>Queues: the next free time, never two in one, the same local hour over clock changes.</summary>
[Requirement("R002-39")]
public sealed class QueueTests
{
    private static readonly QueueSlot[] TwiceAWeek = [new(IsoDayOfWeek.Monday, new LocalTime(10, 0)), new(IsoDayOfWeek.Thursday, new LocalTime(18, 30))];

    [Fact]
    public void Times_of_a_queue_keep_their_local_hour_and_no_moment_comes_twice()
    {
        string[] zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "UTC"];
        var cases = from zone in Gen.Elements(zones)
                    from slots in Gen.Choose(0, 7 * 96 - 1).ListOf().Where(list => list.Count is > 0 and < 40)
                    from start in Gen.Choose(0, 365 * 24)
                    select (Zone: DateTimeZoneProviders.Tzdb[zone], Slots: slots.Select(at => new QueueSlot((IsoDayOfWeek)(1 + (at / 96)), new LocalTime(at % 96 / 4, at % 4 * 15))).Distinct().ToList(), Start: Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(start));
        Prop.ForAll(Arb.From(cases), one =>
        {
            var times = QueueTimes.After(one.Slots, one.Zone, one.Start).Take(150).ToList();
            times.Select(slot => slot.At).ShouldBeUnique();
            times.Zip(times.Skip(1)).ShouldAllBe(pair => pair.First.At < pair.Second.At);
            times.ShouldAllBe(slot => slot.At > one.Start && one.Slots.Contains(new QueueSlot(slot.Meant.DayOfWeek, slot.Meant.TimeOfDay)));
            // Only an hour that the clocks jump over moves.
            times.ShouldAllBe(slot => slot.Local == slot.Meant || one.Zone.MapLocal(slot.Meant).Count == 0);
        }).QuickCheckThrowOnFailure();
    }

    [Theory, BothDatabases]
    public async Task Posts_take_the_next_free_times_change_places_wait_while_paused_and_go_on(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("bluesky");
        var queue = (await world.RunAsync(new AddQueue(world.Brand, "Usual", TwiceAWeek, [account]))).Id;
        // Thursday's time of this week is taken by somebody's post on the same account.
        await world.PostAsync("Taken", new LocalDateTime(2026, 3, 26, 18, 30), account);
        var ideas = new List<Id<Post>>();
        foreach (var text in new[] { "One", "Two", "Three" })
        {
            ideas.Add((await world.PostAsync(text)).Id);
        }

        var added = await world.RunAsync(new AddToQueue(queue, ideas, SendOn: true));
        added.Posts.Select(post => (post.At, post.Status)).ShouldBe([
            (new LocalDateTime(2026, 3, 30, 10, 0), PostStatus.Scheduled), (new LocalDateTime(2026, 4, 2, 18, 30), PostStatus.Scheduled), (new LocalDateTime(2026, 4, 6, 10, 0), PostStatus.Scheduled)]);
        (await world.RunAsync(new PostDetail(ideas[0]))).Variants.ShouldHaveSingleItem().Account.ShouldBe(account);

        var order = await world.RunAsync(new ArrangeQueue(queue, [ideas[2], ideas[0], ideas[1]]));
        order.Before.ShouldBe(ideas);
        (await world.RunAsync(new PostDetail(ideas[2]))).At.ShouldBe(Given.Monday);
        (await world.RefusedAsync(new ArrangeQueue(queue, [ideas[0]]))).Code.ShouldBe("queue-changed");
        var shuffled = await world.RunAsync(new ShuffleQueue(queue));
        shuffled.Order.Order().ShouldBe(ideas.Order());
        await world.RunAsync(new ArrangeQueue(queue, ideas));

        await world.RunAsync(new PauseQueue(queue));
        var paused = (await world.RunAsync(new QueueList(world.Brand))).ShouldHaveSingleItem();
        paused.Posts.Select(entry => (entry.Post, entry.At, entry.Status)).ShouldBe(ideas.Select(id => (id, (LocalDateTime?)null, PostStatus.Approved)));
        world.Clock.Advance(TimeSpan.FromDays(5));
        (await world.RunAsync(new ResumeQueue(queue))).NotScheduled.ShouldBeEmpty();
        var running = (await world.RunAsync(new QueueList(world.Brand))).ShouldHaveSingleItem();
        running.Posts.Select(entry => (entry.Post, entry.At, entry.Status)).ShouldBe([
            (ideas[0], new LocalDateTime(2026, 4, 2, 18, 30), PostStatus.Scheduled), (ideas[1], new LocalDateTime(2026, 4, 6, 10, 0), PostStatus.Scheduled), (ideas[2], new LocalDateTime(2026, 4, 9, 18, 30), PostStatus.Scheduled)]);
    }

    [Fact]
    public async Task A_post_moved_by_hand_has_left_its_queue_and_closing_up_fills_its_time()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var queue = (await world.RunAsync(new AddQueue(world.Brand, "Usual", TwiceAWeek))).Id;
        var one = (await world.PostAsync("One")).Id;
        var two = (await world.PostAsync("Two")).Id;
        await world.RunAsync(new AddToQueue(queue, [one, two]));
        (await world.RunAsync(new AddToQueue(queue, [one]))).Refused.ShouldHaveSingleItem().Why.ShouldBe("It waits in this queue already.");
        await world.RunAsync(new MovePost(one, new LocalDateTime(2026, 5, 1, 9, 0)));
        await world.RunAsync(new CloseUpQueue(queue));
        (await world.RunAsync(new QueueList(world.Brand))).ShouldHaveSingleItem().Posts.ShouldHaveSingleItem().At.ShouldBe(new LocalDateTime(2026, 3, 26, 18, 30));
        await world.RunAsync(new TakeFromQueue(queue, two));
        (await world.RunAsync(new PostDetail(two))).At.ShouldBeNull();
        await world.RunAsync(new RemoveQueue(queue));
        (await world.RunAsync(new QueueList(world.Brand))).ShouldBeEmpty();
    }
}
