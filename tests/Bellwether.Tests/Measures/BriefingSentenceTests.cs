using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Measures;

[Requirement("R000-30")]
public sealed class BriefingSentenceTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly LocalDate End = new(2026, 3, 31);
    private static readonly LocalDate Today = new(2026, 2, 15);
    private static readonly Aim Followers = new(TargetType.IncreaseTo, 1600) { Baseline = 1000, Start = Start, Deadline = End };

    [Fact]
    public void A_goal_behind_says_where_it_is_where_it_ends_and_what_it_needs() =>
        Say("followers", Followers, 1210).ShouldBe(
            "Followers 1,210 of 1,303 expected (93 behind). At this rate you will reach 1,415 by 31 Mar; the target is 1,600. You need 8.9 a day, you make 4.7.");

    [Fact]
    public void Numbers_follow_the_readers_locale() =>
        Say("followers", Followers, 1210, locale: "de-DE").ShouldStartWith("Followers 1.210 of 1.303 expected (93 behind). At this rate you will reach 1.415 by 31 Mar; the target is 1.600. You need 8,9 a day, you make 4,7.");

    [Fact]
    public void A_goal_ahead_says_so() => Say("followers", Followers, 1400).ShouldStartWith("Followers 1,400 of 1,303 expected (97 ahead).");

    [Fact]
    public void A_falling_number_is_behind_when_it_is_too_high() =>
        Say("first_response", new Aim(TargetType.DecreaseTo, 60) { Baseline = 180, Start = Start, Deadline = End }, 130).ShouldStartWith("First response time 130 min of 119 min expected (11 min behind).");

    [Fact]
    public void No_number_is_no_data_and_not_zero() =>
        Say("followers", Followers, null).ShouldBe("Followers: no data yet; no number has been recorded yet.");

    [Fact]
    public void The_first_day_is_too_early() => Say("followers", Followers, 1000, Start).ShouldContain("too early to say");

    [Fact]
    public void A_target_reached_or_missed_is_said_in_one_sentence()
    {
        Say("followers", Followers, 1600).ShouldBe("Followers 1,600: the target of 1,600 is reached.");
        Say("followers", Followers, 1500, End.PlusDays(1)).ShouldBe("Followers ended at 1,500 of 1,600 (100 short).");
    }

    [Fact]
    public void Rates_are_percentages_and_money_has_its_currency()
    {
        Say("cvr", new Aim(TargetType.StayAtOrAbove, 0.03m), 0.025m).ShouldBe("Conversion rate 2.5 %: at least 3 % asked for, 0.5 % off.");
        Say("cpl", new Aim(TargetType.StayAtOrBelow, 12.5m), 10.25m).ShouldBe("Cost per lead €10.25: it holds (at most €12.50 asked for).");
    }

    private static string Say(string key, Aim aim, decimal? actual, LocalDate? today = null, string locale = "en-US")
    {
        var metric = ShippedMetrics.Find(key)!;
        var goal = new Goal(new Plan(Id<Brand>.New(), "Spring"), "Goal", 1);
        var target = new KpiTarget(goal, metric, aim.Type, Start);
        target.Ask(aim, null, mayRevise: true);
        var day = today ?? Today;
        return BriefingSentence.Of(new AssessedTarget(target, metric, aim, new Actual(actual, null, null, day, 1, null), Pace.Of(aim, actual, day), null, [], false), locale, "EUR", day);
    }
}
