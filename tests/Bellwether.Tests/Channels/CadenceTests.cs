using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Channels;

public class CadenceTests
{
    private static readonly Cadence ThreeAWeek = new(new HowOften(Max: 1), new HowOften(1, 3));
    private static readonly LocalDateTime Monday = new(2026, 3, 30, 10, 0);

    [Fact, Requirement("R001-12")]
    public void A_second_post_on_a_day_that_allows_one_is_pointed_out_with_the_rule()
    {
        var breach = ThreeAWeek.Check(Monday, [Monday.PlusHours(5)], IsoDayOfWeek.Monday).ShouldHaveSingleItem();
        breach.Code.ShouldBe("cadence-day");
        breach.Message.ShouldContain("at most 1 a day");
        ThreeAWeek.Check(Monday, [Monday.PlusDays(1)], IsoDayOfWeek.Monday).ShouldBeEmpty();
    }

    [Theory, Requirement("R001-12")]
    [InlineData(4, 3, null)]
    [InlineData(null, 3, 2)]
    [InlineData(3, null, 2)]
    [InlineData(-1, null, null)]
    public void A_minimum_above_the_target_or_a_target_above_the_maximum_is_refused(int? min, int? target, int? max)
    {
        Should.Throw<ProblemException>(() => new Cadence(new HowOften(), new HowOften(min, target, max)).Checked()).Kind.ShouldBe(ProblemKind.Rule);
        Should.Throw<ProblemException>(() => new Cadence(new HowOften(min, target, max), new HowOften()).Checked());
    }

    [Fact]
    public void A_day_that_can_never_add_up_to_the_week_is_refused() =>
        Should.Throw<ProblemException>(() => new Cadence(new HowOften(Max: 1), new HowOften(Min: 8)).Checked()).Code.ShouldBe("cadence-order");

    [Fact]
    public void A_week_is_the_brands_week()
    {
        var cadence = new Cadence(new HowOften(), new HowOften(Max: 1));
        var sunday = Monday.PlusDays(-1);
        cadence.Check(Monday, [sunday], IsoDayOfWeek.Monday).ShouldBeEmpty();
        cadence.Check(Monday, [sunday], IsoDayOfWeek.Sunday).ShouldHaveSingleItem().Code.ShouldBe("cadence-week");
    }

    [Fact]
    public void Posts_keep_their_distance_also_over_midnight()
    {
        var cadence = new Cadence(new HowOften(), new HowOften(), SpacingMinutes: 120);
        var late = new LocalDateTime(2026, 3, 30, 23, 30);
        cadence.Check(late, [late.PlusMinutes(60)], IsoDayOfWeek.Monday).ShouldHaveSingleItem().Message.ShouldContain("60 minutes");
        cadence.Check(late, [late.PlusMinutes(120)], IsoDayOfWeek.Monday).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(22, 7, 23, true)]
    [InlineData(22, 7, 6, true)]
    [InlineData(22, 7, 7, false)]
    [InlineData(22, 7, 12, false)]
    [InlineData(12, 14, 12, true)]
    [InlineData(12, 14, 14, false)]
    public void Quiet_hours_may_run_past_midnight(int from, int until, int hour, bool quiet) =>
        new QuietHours(new LocalTime(from, 0), new LocalTime(until, 0)).Contain(new LocalTime(hour, 0)).ShouldBe(quiet);

    [Fact, Requirement("R001-12")]
    public void A_week_with_one_post_of_three_shows_the_gap_and_times_that_would_fill_it()
    {
        var now = Monday.PlusDays(-3);
        var week = CadenceGaps.Of(ThreeAWeek, [Monday], Monday.Date, Monday.Date, IsoDayOfWeek.Monday, now).ShouldHaveSingleItem();
        week.Planned.ShouldBe(1);
        week.Verdict.ShouldBe(CadenceVerdict.BelowTarget);
        week.Openings.Count.ShouldBe(2);
        week.Openings.ShouldAllBe(opening => opening.Date > Monday.Date && opening.Date < Monday.Date.PlusDays(7));
        week.Openings.Select(opening => opening.Date).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void No_opening_lies_in_the_past_in_the_quiet_hours_or_close_to_another()
    {
        var cadence = new Cadence(new HowOften(), new HowOften(Target: 20), 60, new QuietHours(new LocalTime(20, 0), new LocalTime(9, 0)));
        var now = new LocalDateTime(2026, 4, 2, 12, 0);
        var openings = CadenceGaps.Of(cadence, [], Monday.Date, Monday.Date, IsoDayOfWeek.Monday, now)[0].Openings;
        openings.ShouldAllBe(opening => opening > now && opening.Hour >= 9 && opening.Hour < 20);
        openings.Zip(openings.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First.PlusMinutes(120));
    }

    [Fact]
    public void What_earlier_days_left_out_is_not_caught_up_in_one_day()
    {
        var cadence = new Cadence(new HowOften(Target: 3), new HowOften());
        var sunday = new LocalDateTime(2026, 4, 5, 7, 0);
        CadenceGaps.Of(cadence, [], Monday.Date, Monday.Date, IsoDayOfWeek.Monday, sunday)[0].Openings.Count.ShouldBe(3);
    }

    [Fact]
    public void A_week_over_its_maximum_is_called_so()
    {
        var cadence = new Cadence(new HowOften(), new HowOften(Max: 1));
        CadenceGaps.Of(cadence, [Monday, Monday.PlusDays(1)], Monday.Date, Monday.Date, IsoDayOfWeek.Monday, Monday)[0].Verdict.ShouldBe(CadenceVerdict.AboveMax);
        CadenceGaps.Of(Cadence.Free, [Monday], Monday.Date, Monday.Date, IsoDayOfWeek.Monday, Monday)[0].Verdict.ShouldBe(CadenceVerdict.Free);
    }
}
