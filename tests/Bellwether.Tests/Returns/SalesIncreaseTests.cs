using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns.Sales;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Tests.Returns;

public sealed class SalesIncreaseTests
{
    [Fact, Requirement("R001-21")]
    public void The_exact_test_counts_every_way_of_dividing_the_numbers()
    {
        var small = PermutationTest.Of([10, 12, 11, 13], [15, 17, 16, 18]);
        (small.Difference, small.OneSided, small.TwoSided, small.Ways, small.P).ShouldBe((5m, 1, 2, 70, 0.028571m));
        var large = PermutationTest.Of([100, 120, 90, 110, 95], [130, 105, 140, 125, 118]);
        (large.Difference, large.OneSided, large.TwoSided, large.Ways, large.P).ShouldBe((20.6m, 6, 12, 252, 0.047619m));
        var fall = PermutationTest.Of([15, 17, 16, 18], [10, 12, 11, 13]);
        (fall.Difference, fall.OneSided, fall.TwoSided).ShouldBe((-5m, 1, 2));
        PermutationTest.Smallest(3, 3).ShouldBe(0.1m);
        PermutationTest.Smallest(1, 1).ShouldBe(1m);
        PermutationTest.Of([7.5m, 7.5m], [7.5m, 7.5m]).TwoSided.ShouldBe(6);
        PermutationTest.Of([.. Enumerable.Repeat(1m, 12)], [.. Enumerable.Repeat(1m, 12)]).Ways.ShouldBe(2_704_156);
    }

    [Fact, Requirement("R001-21")]
    public void The_trend_of_the_weeks_before_is_carried_on() =>
        IncreaseWords.Continued([10, 20, 30, 40], 2).ShouldBe(55m);

    /// <summary>It is 26 March 2026.</summary>
    [Fact, Requirement("R001-21")]
    public async Task More_sold_is_shown_only_with_enough_weeks_and_what_else_changed_is_named()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        (await world.RunAsync(new SalesIncrease(plan))).Sentences.ShouldBe(["Nothing is recorded in these weeks."]);
        var change = new LocalDate(2026, 2, 19);
        foreach (var (value, place) in new[] { 100, 120, 90, 110, 95, 130, 105, 140, 125, 118 }.Select((value, place) => (value, place)))
        {
            await world.RunAsync(new RecordConversion($"{place}", "sale", Money.Of(value, "EUR"), At: change.PlusWeeks(place - 5).PlusDays(2).At(new LocalTime(12, 0)).InUtc().ToInstant(), Brand: world.Brand));
        }

        await world.RunAsync(new RecordChange(plan, ChangeKind.Market, change.PlusDays(3), "The fair came to town"));
        var shown = await world.RunAsync(new SalesIncrease(plan, change));
        (shown.Verdict, shown.Test!.Difference, shown.Test.P, shown.Weeks.Count).ShouldBe((IncreaseVerdict.More, 20.6m, 0.047619m, 10));
        shown.Sentences.ShouldContain("Hardly by chance: only 12 of 252 ways to divide these weeks are as unequal.");
        shown.Sentences.ShouldContain("In the same weeks also changed: The fair came to town (22 February). The difference may be theirs.");

        var few = await world.RunAsync(new SalesIncrease(plan, change, Weeks: 3));
        (few.Verdict, few.Smallest).ShouldBe((IncreaseVerdict.TooFew, 0.1m));
        few.Sentences.ShouldContain("This cannot be shown with so few points: even the clearest difference would come about by chance in 10 % of cases.");
        (await world.RunAsync(new SalesIncrease(plan, change.PlusWeeks(2)))).Verdict.ShouldBe(IncreaseVerdict.NotShown);

        // A shop that sold before and sold nothing for weeks has weeks of nothing, not weeks that nobody counted.
        await world.RunAsync(new RecordConversion("long ago", "sale", Money.Of(80, "EUR"), At: change.PlusWeeks(-12).AtMidnight().InUtc().ToInstant(), Brand: world.Brand));
        (await world.RunAsync(new SalesIncrease(plan, change))).Weeks.Select(week => week.Value).Take(4).ShouldBe([0m, 0m, 0m, 100m]);
        (await world.RefusedAsync(new SalesIncrease(plan, change, "followers"))).Code.ShouldBe("metric-not-additive");
    }
}
