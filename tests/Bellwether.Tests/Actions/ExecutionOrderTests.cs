using Bellwether.Actions;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Actions;

public sealed class ExecutionOrderTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 8, 0);

    [Fact, Requirement("R000-18")]
    public void Ranks_one_two_three_done_two_one_three_show_both_orders()
    {
        Executed[] plan = [Done("1", 1, 2), Done("2", 2, 1), Done("3", 3, 3), new("4", "4", 4, null, null)];
        var done = ExecutionOrder.AsDone(plan);
        done.Select(each => each.Key).ShouldBe(["2", "1", "3"]);
        ExecutionOrder.Drift(done).ShouldBe((1, 3));
    }

    [Fact, Requirement("R000-18")]
    public void What_is_only_started_comes_after_what_is_done() =>
        ExecutionOrder.AsDone([new("1", "1", 1, Start, null), Done("2", 2, 5)]).Select(each => each.Key).ShouldBe(["2", "1"]);

    [Fact, Requirement("R000-18")]
    public void Drift_is_nothing_in_plan_order_and_everything_in_reverse()
    {
        Prop.ForAll(Gen.Choose(0, 40).ToArbitrary(), count =>
        {
            var pairs = count * (count - 1) / 2;
            var straight = Enumerable.Range(1, count).Select(n => Done($"{n}", n, n)).ToList();
            var reverse = Enumerable.Range(1, count).Select(n => Done($"{n}", n, count - n)).ToList();
            return ExecutionOrder.Drift(ExecutionOrder.AsDone(straight)) == (0, pairs)
                && ExecutionOrder.Drift(ExecutionOrder.AsDone(reverse)) == (pairs, pairs);
        }).QuickCheckThrowOnFailure();
    }

    private static Executed Done(string key, int place, int hour) => new(key, key, place, Start + Duration.FromHours(hour), Start + Duration.FromHours(hour));
}
