namespace Bellwether.Tests.Support;

public sealed class TestClockTests
{
    [Fact]
    public void Timers_fire_in_the_order_they_fall_due_and_see_their_own_instant()
    {
        var clock = new TestClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add(("often", clock.GetUtcNow() - start)), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));

        clock.Advance(TimeSpan.FromMinutes(4.5));
        clock.Advance(TimeSpan.FromMinutes(2));

        fired.ShouldBe([("often", TimeSpan.FromMinutes(2)), ("often", TimeSpan.FromMinutes(4)), ("late", TimeSpan.FromMinutes(5)), ("often", TimeSpan.FromMinutes(6))]);
        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(6.5));
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come_and_not_before()
    {
        var clock = new TestClock();
        var delay = Task.Delay(TimeSpan.FromHours(3), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromTicks(1));
        delay.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_periodic_timer_ticks_once_for_each_advance()
    {
        var clock = new TestClock();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);

        for (var tick = 0; tick < 3; tick++)
        {
            var next = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            next.IsCompleted.ShouldBeFalse();
            clock.Advance(TimeSpan.FromSeconds(30));
            (await next).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_stopped_timer_stays_silent_and_a_changed_one_obeys()
    {
        var clock = new TestClock();
        var fired = new List<string>();
        var stopped = clock.CreateTimer(_ => fired.Add("stopped"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var changed = clock.CreateTimer(_ => fired.Add("changed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        stopped.Dispose();
        changed.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(9));
        fired.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(1));

        fired.ShouldBe(["changed"]);
    }

    [Fact]
    public void The_past_is_refused()
    {
        var clock = new TestClock();

        Should.Throw<ArgumentOutOfRangeException>(() => clock.AdvanceTo(clock.GetUtcNow().AddSeconds(-1)));
    }
}
