using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R001-17")]
public sealed class PaceTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly LocalDate End = new(2026, 3, 31);
    private static readonly Aim Followers = new(TargetType.IncreaseTo, 1600) { Baseline = 1000, Start = Start, Deadline = End };

    [Fact]
    public void A_rising_goal_has_the_published_figures()
    {
        var pace = Pace.Of(Followers, 1210, new LocalDate(2026, 2, 15));
        Near(pace.Expected, 1303.370787m);
        Near(pace.Progress, 0.35m);
        Near(pace.Ratio, 0.692222m);
        Near(pace.RunRate, 4.666667m);
        Near(pace.Projected, 1415.333333m);
        Near(pace.Required, 8.863636m);
        Near(pace.RequiredOverRunRate, 1.899351m);
        pace.Status.ShouldBe(GoalStatus.AtRisk);
        pace.DaysLeft.ShouldBe(44);
    }

    [Fact]
    public void A_falling_goal_at_half_time_is_lagging()
    {
        var aim = new Aim(TargetType.DecreaseTo, 60) { Baseline = 180, Start = Start, Deadline = Start.PlusDays(60) };
        var pace = Pace.Of(aim, 130, Start.PlusDays(30));
        Near(pace.Ratio, 0.833333m);
        pace.Status.ShouldBe(GoalStatus.Lagging);
        Near(pace.Expected, 120);
        Near(pace.RunRate, -1.666667m);
        Near(pace.Required, -2.333333m);
    }

    [Theory]
    [InlineData(1303.4, GoalStatus.OnTrack)]
    [InlineData(1288.3, GoalStatus.OnTrack)]
    [InlineData(1288.1, GoalStatus.Lagging)]
    [InlineData(1227.6, GoalStatus.Lagging)]
    [InlineData(1227.4, GoalStatus.AtRisk)]
    [InlineData(1600, GoalStatus.Met)]
    public void The_bands_are_95_and_75_percent(double actual, GoalStatus status) =>
        Pace.Of(Followers, (decimal)actual, new LocalDate(2026, 2, 15)).Status.ShouldBe(status);

    [Fact]
    public void Overshooting_is_more_than_one() =>
        Pace.Of(Followers, 1500, new LocalDate(2026, 2, 15)).Ratio.ShouldNotBeNull().ShouldBeGreaterThan(1);

    [Fact]
    public void On_the_first_day_it_is_too_early()
    {
        var pace = Pace.Of(Followers, 1000, Start);
        pace.Status.ShouldBe(GoalStatus.TooEarly);
        pace.Ratio.ShouldBeNull();
        pace.RunRate.ShouldBeNull();
        pace.Expected.ShouldBe(1000);
    }

    [Fact]
    public void Without_a_number_there_is_no_data_and_never_zero_percent()
    {
        var pace = Pace.Of(Followers, null, new LocalDate(2026, 2, 15));
        pace.Status.ShouldBe(GoalStatus.NoData);
        pace.Progress.ShouldBeNull();
        pace.Actual.ShouldBeNull();
    }

    [Fact]
    public void After_the_deadline_it_is_met_or_missed()
    {
        Pace.Of(Followers, 1599, End.PlusDays(1)).Status.ShouldBe(GoalStatus.Missed);
        Pace.Of(Followers, 1600, End.PlusDays(1)).Status.ShouldBe(GoalStatus.Met);
        Pace.Of(Followers, 1599, End).Status.ShouldBe(GoalStatus.OnTrack);
    }

    [Fact]
    public void Target_and_start_the_same_is_refused() =>
        Should.Throw<ProblemException>(() => Pace.Of(Followers with { Target = 1000 }, 1000, End)).Code.ShouldBe("target-is-start");

    [Fact]
    public void A_target_on_the_wrong_side_is_refused() =>
        Should.Throw<ProblemException>(() => (Followers with { Target = 900 }).Checked()).Code.ShouldBe("target-wrong-way");

    [Fact]
    public void A_deadline_before_the_start_is_refused() =>
        Should.Throw<ProblemException>(() => (Followers with { Deadline = Start }).Checked()).Code.ShouldBe("deadline-not-after-start");

    [Fact]
    public void Without_a_deadline_nothing_is_expected() =>
        Pace.Of(Followers with { Deadline = null }, 1210, End).Why.ShouldNotBeNull().ShouldContain("deadline");

    [Theory]
    [InlineData(TargetType.StayAtOrAbove, 90, 92, GoalStatus.OnTrack)]
    [InlineData(TargetType.StayAtOrAbove, 90, 90, GoalStatus.OnTrack)]
    [InlineData(TargetType.StayAtOrAbove, 90, 88, GoalStatus.Lagging)]
    [InlineData(TargetType.StayAtOrAbove, 90, 50, GoalStatus.AtRisk)]
    [InlineData(TargetType.StayAtOrBelow, 60, 45, GoalStatus.OnTrack)]
    [InlineData(TargetType.StayAtOrBelow, 60, 70, GoalStatus.Lagging)]
    [InlineData(TargetType.StayAtOrBelow, 60, 120, GoalStatus.AtRisk)]
    [InlineData(TargetType.StayAtOrBelow, 0, 0, GoalStatus.OnTrack)]
    [InlineData(TargetType.StayAtOrBelow, 0, 2, GoalStatus.AtRisk)]
    public void A_level_to_keep_is_judged_by_its_newest_number(TargetType type, double target, double actual, GoalStatus status) =>
        Pace.Of(new Aim(type, (decimal)target), (decimal)actual, End).Status.ShouldBe(status);

    [Theory]
    [InlineData(15, GoalStatus.OnTrack)]
    [InlineData(9, GoalStatus.Lagging)]
    [InlineData(24, GoalStatus.Lagging)]
    [InlineData(40, GoalStatus.AtRisk)]
    public void A_band_to_stay_within_has_two_ends(double actual, GoalStatus status) =>
        Pace.Of(new Aim(TargetType.StayWithin, 10) { High = 20 }, (decimal)actual, End).Status.ShouldBe(status);

    [Fact]
    public void A_monthly_count_starts_from_nothing_each_month()
    {
        var aim = new Aim(TargetType.CumulativeInPeriod, 30) { Every = PeriodLength.Month, Start = Start, Deadline = End };
        var middle = Pace.Of(aim, 12, new LocalDate(2026, 2, 15));
        Near(middle.Expected, 15);
        Near(middle.Ratio, 0.8m);
        middle.Status.ShouldBe(GoalStatus.Lagging);
        Pace.Of(aim, 0, new LocalDate(2026, 3, 1)).Status.ShouldBe(GoalStatus.TooEarly);
        Pace.Of(aim, 30, new LocalDate(2026, 2, 15)).Status.ShouldBe(GoalStatus.Met);
    }

    [Fact]
    public void A_count_without_a_period_runs_until_the_deadline()
    {
        var aim = new Aim(TargetType.CumulativeInPeriod, 178) { Start = Start, Deadline = End };
        Near(Pace.Of(aim, 80, new LocalDate(2026, 2, 15)).Expected, 90);
    }

    [Theory]
    [InlineData(200, GoalStatus.OnTrack)]
    [InlineData(300, GoalStatus.Lagging)]
    [InlineData(450, GoalStatus.AtRisk)]
    [InlineData(501, GoalStatus.AtRisk)]
    public void A_cost_that_adds_up_is_a_ceiling(double spent, GoalStatus status)
    {
        var aim = new Aim(TargetType.CumulativeInPeriod, 500) { Start = Start, Deadline = Start.PlusDays(80), Ceiling = true };
        Pace.Of(aim, (decimal)spent, Start.PlusDays(40)).Status.ShouldBe(status);
        Pace.Of(aim, 450, Start.PlusDays(81)).Status.ShouldBe(GoalStatus.Met);
        Pace.Of(aim, 501, Start.PlusDays(81)).Status.ShouldBe(GoalStatus.Missed);
    }

    [Fact]
    public void A_milestone_is_met_missed_or_not_due()
    {
        var aim = new Aim(TargetType.Milestone, null) { Deadline = End };
        Pace.Of(aim, 1, Start).Status.ShouldBe(GoalStatus.Met);
        Pace.Of(aim, null, Start).Status.ShouldBe(GoalStatus.TooEarly);
        Pace.Of(aim, 0, End.PlusDays(1)).Status.ShouldBe(GoalStatus.Missed);
    }

    [Fact]
    public void A_phasing_bends_what_is_expected()
    {
        var aim = Followers with { Phasing = [0.1m, 0.3m, 0.6m, 1m], Deadline = Start.PlusDays(80) };
        Near(Pace.Of(aim, 1210, Start.PlusDays(40)).Expected, 1180);
        Near(Pace.Of(aim, 1210, Start.PlusDays(30)).Expected, 1120);
        Near(Pace.Of(aim, 1210, Start.PlusDays(80)).Expected, 1600);
    }

    [Fact]
    public void Fewer_numbers_than_asked_for_are_too_early_to_judge() =>
        Pace.Of(Followers with { Judging = new Judging(MinimumPoints: 3) }, 1210, new LocalDate(2026, 2, 15), points: 2).Status.ShouldBe(GoalStatus.TooEarly);

    [Fact]
    public void Overlapping_bands_are_refused() =>
        Should.Throw<ProblemException>(() => new Judging(0.7m, 0.8m).Checked()).Code.ShouldBe("judging-overlaps");

    [Fact]
    [Requirement("R002-18")]
    public void All_targets_stand_as_the_weakest_and_any_as_the_best()
    {
        GoalStatus[] statuses = [GoalStatus.Met, GoalStatus.Lagging, GoalStatus.TooEarly];
        Statuses.Together(Composition.All, statuses).ShouldBe(GoalStatus.Lagging);
        Statuses.Together(Composition.Any, statuses).ShouldBe(GoalStatus.Met);
        Statuses.Together(Composition.All, []).ShouldBe(GoalStatus.NoData);
    }

    private static void Near(decimal? actual, decimal expected) => actual.ShouldNotBeNull().ShouldBe(expected, 0.000001m);
}
