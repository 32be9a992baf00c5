using Bellwether.Actions;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bellwether.Tests.Actions;

public sealed class RollUpTests
{
    [Fact, Requirement("R000-14")]
    public void One_of_four_equal_steps_is_a_quarter_and_a_fifth_makes_it_a_fifth()
    {
        (decimal?, int)[] four = [(null, 100), (null, 0), (null, 0), (null, 0)];
        RollUp.Progress(four).ShouldBe(0.25m);
        RollUp.Progress([.. four, (null, 0)]).ShouldBe(0.2m);
    }

    [Fact, Requirement("R000-14")]
    public void An_estimate_is_the_weight() =>
        RollUp.Progress([(6m, 100), (null, 0), (1m, 0)]).ShouldBe(0.75m);

    [Fact]
    public void Nothing_to_do_is_no_progress() => RollUp.Progress([]).ShouldBe(0m);

    [Fact, Requirement("R000-14")]
    public void Progress_lies_between_nothing_and_all_and_ticking_never_lowers_it()
    {
        var leaf = from estimate in Gen.Choose(0, 40)
                   from percent in Gen.Choose(0, 100)
                   select (Estimate: estimate == 0 ? (decimal?)null : estimate / 4m, Percent: percent);
        Prop.ForAll(leaf.NonEmptyListOf().ToArbitrary(), leaves =>
        {
            var list = leaves.ToList();
            var before = RollUp.Progress(list);
            list[0] = (list[0].Estimate, 100);
            var after = RollUp.Progress(list);
            return before is >= 0 and <= 1 && after >= before && after <= 1
                && (RollUp.Progress(list.Select(each => (each.Estimate, 100))) is >= 0.9999999m and <= 1.0000001m);
        }).QuickCheckThrowOnFailure();
    }
}
