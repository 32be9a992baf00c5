using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Bellwether.Tests.Goals;

/// <summary>What holds for every goal, tried with generated ones.</summary>
public sealed class GoalLawTests
{
    private static readonly Gen<GoalStatus> AnyStatus = Gen.Elements(Enum.GetValues<GoalStatus>());

    [Fact]
    [Requirement("R002-13")]
    public void A_goal_never_stands_better_than_its_weakest_part() =>
        Prop.ForAll((from count in Gen.Choose(1, 12) from own in AnyStatus.ArrayOf(count) from up in Gen.Choose(0, 1000).ArrayOf(count) select (own, up)).ToArbitrary(), tree =>
        {
            var rolled = GoalTree.Roll(Trees(tree.own, tree.up));
            return rolled.All(goal => rolled.Where(part => part.Goal.Parent == goal.Goal.Id).All(part => Statuses.Rank(goal.Status) <= Statuses.Rank(part.Status)))
                && rolled.Zip(tree.own).All(pair => rolled.All(part => part.Goal.Parent != pair.First.Goal.Id) ? pair.First.Status == pair.Second : true);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_of_several_stand_as_the_worst_and_any_as_the_best() =>
        Prop.ForAll(AnyStatus.NonEmptyListOf().ToArbitrary(), statuses =>
            statuses.All(status => Statuses.Rank(Statuses.Together(Composition.All, statuses)) <= Statuses.Rank(status))
            && statuses.All(status => Statuses.Rank(Statuses.Together(Composition.Any, statuses)) >= Statuses.Rank(status))).QuickCheckThrowOnFailure();

    [Fact]
    [Requirement("R000-20")]
    [Requirement("R002-17")]
    public void No_text_whatever_makes_the_checks_of_wording_fail() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            Look(text ?? "");
            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1.1.1.1.1.1.1.1.1.1.")]
    [InlineData("by by by by the the next ")]
    [InlineData("1st 2nd 3rd jan jan jan ")]
    [InlineData("in 2020 in 20 in within within a ")]
    [InlineData("\ud83c\udf2e\u202e\ufeff\u0000\ud800 ")]
    public void Long_and_strange_texts_are_read_in_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 4300 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Look(text);
        watch.ElapsedMilliseconds.ShouldBeLessThan(2000);
    }

    [Theory]
    [InlineData("More people through the shop door")]
    [InlineData("Guests come by on Mondays too")]
    public void Who_wants_people_in_the_shop_is_offered_to_count_them_first(string wish) => MetricProposals.For(wish)[0].Key.ShouldBe("footfall");

    private static void Look(string text)
    {
        Vagueness.Of(text).Missing.Count.ShouldBeInRange(0, 3);
        MetricProposals.For(text).Count.ShouldBeInRange(1, 4);
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var goal = new Goal(new Plan(Id<Brand>.New(), "Spring"), text.Trim()[..Math.Min(300, text.Trim().Length)] is { } title && title.Trim().Length > 0 ? title : "x", 1);
        SmartCheck.Of(new AssessedGoal(goal, [], GoalStatus.NoData), false, Scene.Today, _ => null).Count.ShouldBe(5);
        Specificity.Of(goal, []).Parts.ShouldBe(7);
    }

    /// <summary>Goals of which each but the first hangs below an earlier one, or stands alone.</summary>
    private static List<AssessedGoal> Trees(GoalStatus[] own, int[] up)
    {
        var plan = new Plan(Id<Brand>.New(), "Spring");
        var goals = own.Select((_, i) => new Goal(plan, $"Goal {i}", i)).ToList();
        for (var i = 1; i < goals.Count; i++)
        {
            if (up[i] % (i + 1) is var parent && parent < i)
            {
                goals[i].Join(goals[parent], []);
            }
        }

        return [.. goals.Zip(own, (goal, status) => new AssessedGoal(goal, [], status))];
    }
}
