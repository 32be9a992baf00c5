using Bellwether.Goals;
using Bellwether.Goals.Forecasts;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R002-07")]
[Requirement("R002-09")]
public sealed class AttainabilityTests
{
    private static readonly LocalDate First = new(2026, 1, 29);

    [Fact]
    public async Task Eight_weeks_are_foreseen_by_level_and_trend_with_resampling_beside_it()
    {
        await using var scene = await Scene.OnAsync();
        await WeeksAsync(scene);
        var goal = await scene.GoalAsync("1,600 followers");
        await scene.TargetAsync(goal, scene.Sheet("followers") with { Deadline = First.PlusDays(7 * 15) });
        var target = (await scene.DetailAsync(goal)).Targets[0];
        var judged = target.Attainability.ShouldNotBeNull();
        (judged.Method, judged.Points, judged.StepDays, judged.Ahead, judged.Damped).ShouldBe((ForecastMethod.Holt, 8, 7, 8, false));
        judged.Chance.ShouldNotBeNull().ShouldBe(0.948404, 1e-6);
        judged.Check.ShouldNotBeNull().ShouldBe(0.9541, 5e-5);
        target.Fan[0].ShouldBe(new FanPoint(First.PlusDays(49), 1300, 1300, 1300, 1300, 1300));
        target.Fan[^1].Day.ShouldBe(First.PlusDays(7 * 15));
        target.Fan[^1].Middle.ShouldBe(1650.760118m, 0.000001m);
        target.Fan.ShouldAllBe(point => point.Low <= point.InnerLow && point.InnerLow <= point.Middle && point.Middle <= point.InnerHigh && point.InnerHigh <= point.High);
        (await scene.RowAsync(goal)).Band.ShouldBe(AttainabilityBand.Attainable);
    }

    [Theory]
    [InlineData(1634, AttainabilityBand.Attainable, 0.7)]
    [InlineData(1635, AttainabilityBand.Stretch, 0.69)]
    [InlineData(1667, AttainabilityBand.Stretch, 0.3)]
    [InlineData(1668, AttainabilityBand.Unlikely, 0.28)]
    public async Task From_seven_in_ten_it_is_attainable_from_three_a_stretch_and_below_unlikely(int target, AttainabilityBand band, double chance)
    {
        await using var scene = await Scene.OnAsync();
        await WeeksAsync(scene);
        var goal = await scene.GoalAsync("Followers");
        await scene.TargetAsync(goal, scene.Sheet("followers", target: target) with { Deadline = First.PlusDays(7 * 15) });
        var judged = (await scene.DetailAsync(goal)).Targets[0].Attainability.ShouldNotBeNull();
        judged.Band.ShouldBe(band);
        Math.Floor(judged.Chance!.Value * 100).ShouldBe(Math.Round(chance * 100));
        judged.Words.StartsWith("A stretch: ", StringComparison.Ordinal).ShouldBe(band == AttainabilityBand.Stretch);
    }

    [Fact]
    public async Task Days_with_a_weekday_effect_are_foreseen_with_their_weekdays()
    {
        await using var scene = await Scene.OnAsync();
        var day = new LocalDate(2026, 3, 2);
        decimal total = 1000;
        await scene.RecordAsync("followers", [.. Enumerable.Range(0, 24).Select(i => (day.PlusDays(i), total += day.PlusDays(i).DayOfWeek == IsoDayOfWeek.Monday ? 20 : 5))]);
        var goal = await scene.GoalAsync("Followers");
        await scene.TargetAsync(goal, scene.Sheet("followers", 1000, 1300) with { Deadline = new LocalDate(2026, 4, 5) });
        var judged = (await scene.DetailAsync(goal)).Targets[0].Attainability.ShouldNotBeNull();
        (judged.Method, judged.Points, judged.Damped).ShouldBe((ForecastMethod.HoltWinters, 24, false));
        judged.Chance.ShouldNotBeNull().ShouldBeInRange(0, 1);
        judged.Words.ShouldContain("a day");
    }

    [Fact]
    public async Task A_count_until_a_day_is_foreseen_by_its_running_total()
    {
        await using var scene = await Scene.OnAsync();
        await scene.RecordAsync(scene.World.Brand.ToString(), "leads", PeriodLength.Week, [.. Enumerable.Range(0, 10).Select(week => (new LocalDate(2026, 1, 12).PlusDays(7 * week), 10m))]);
        var goal = await scene.GoalAsync("Leads");
        var sheet = new KpiSheet("leads", TargetType.CumulativeInPeriod, 150, Start: new LocalDate(2026, 1, 12), Deadline: new LocalDate(2026, 1, 11).PlusDays(7 * 15), Source: "CRM", Collector: scene.World.Owner);
        await scene.TargetAsync(goal, sheet);
        var even = (await scene.DetailAsync(goal)).Targets[0].Attainability.ShouldNotBeNull();
        (even.Ahead, even.StepDays, even.Required * 7).ShouldBe((5, 7, 10));
        even.Chance.ShouldNotBeNull().ShouldBe(1, 1e-9);
        var more = await scene.GoalAsync("More leads");
        await scene.TargetAsync(more, sheet with { Target = 151 });
        var lofty = (await scene.DetailAsync(more)).Targets[0].Attainability.ShouldNotBeNull();
        (lofty.Band, lofty.Chance).ShouldBe((AttainabilityBand.Unlikely, 0));
    }

    [Fact]
    public async Task A_target_with_a_monthly_level_is_looked_at_by_the_month()
    {
        await using var scene = await Scene.OnAsync();
        var day = new LocalDate(2025, 9, 1);
        await scene.RecordAsync("leads", [.. Enumerable.Range(0, 190).Select(i => (day.PlusDays(i), 1m))]);
        var goal = await scene.GoalAsync("Leads a month");
        await scene.TargetAsync(goal, scene.Sheet("leads", 20, 300) with { Every = PeriodLength.Month, Deadline = new LocalDate(2026, 8, 31) });
        var judged = (await scene.DetailAsync(goal)).Targets[0].Attainability.ShouldNotBeNull();
        judged.Points.ShouldBe(6);
        judged.Band.ShouldBe(AttainabilityBand.Unlikely);
        judged.Words.ShouldContain("a month");
    }

    [Fact]
    public void Days_that_nobody_read_lie_on_the_line_between_their_neighbours()
    {
        Point At(int day, decimal value) => new(First.PlusDays(day), PeriodLength.Day, value);
        var way = PastWay.Of(ShippedMetrics.Find("followers")!, new Aim(TargetType.IncreaseTo, 200), [At(0, 100), At(1, 101), At(2, 102), At(5, 108), At(6, 109)], Scene.Today).ShouldNotBeNull();
        way.Readings.Select(reading => reading.Value).ShouldBe([100, 101, 102, 104, 106, 108, 109]);
        (way.Step, way.Known, way.Daily).ShouldBe((1, 5, false));
    }

    [Fact]
    public async Task What_falls_is_judged_downwards()
    {
        await using var scene = await Scene.OnAsync();
        await scene.RecordAsync("first_response", [.. Enumerable.Range(0, 10).Select(week => (new LocalDate(2026, 1, 15).PlusDays(7 * week), 180m - (6 * week) + (week % 3)))]);
        async Task<Attainability> ToAsync(decimal minutes)
        {
            var goal = await scene.GoalAsync($"Answer within {minutes}");
            await scene.TargetAsync(goal, new KpiSheet("first_response", TargetType.DecreaseTo, minutes, 180, Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 6, 11)));
            return (await scene.DetailAsync(goal)).Targets[0].Attainability.ShouldNotBeNull();
        }

        (await ToAsync(110)).Band.ShouldBe(AttainabilityBand.Attainable);
        (await ToAsync(10)).Band.ShouldBe(AttainabilityBand.Unlikely);
    }

    [Fact]
    public async Task The_plan_shows_its_least_likely_target_first_and_what_else_could_sink_it()
    {
        await using var scene = await Scene.OnAsync();
        await WeeksAsync(scene);
        var near = await scene.GoalAsync("1,600 followers");
        await scene.TargetAsync(near, scene.Sheet("followers") with { Deadline = First.PlusDays(7 * 15) });
        var far = await scene.GoalAsync("2,000 followers");
        await scene.TargetAsync(far, scene.Sheet("followers", 1000, 2000) with { Deadline = First.PlusDays(7 * 15) });
        var plan = await scene.World.RunAsync(new PlanAttainability(scene.Plan));
        plan.Targets.Select(target => target.Goal).ShouldBe([far, near]);
        plan.Risks[0].ShouldSatisfyAllConditions(risk => risk.Code.ShouldBe("goal-unlikely"), risk => risk.Weight.ShouldBe(RiskWeight.High), risk => risk.Sentence.ShouldContain("best ever 55"));
        plan.Risks.Select(risk => risk.Code).ShouldContain("no-assumptions");
        (await scene.GateAsync()).Single(finding => finding.Code == "goal-unlikely").Blocks.ShouldBeFalse();
    }

    [Fact]
    public async Task The_premortem_keeps_what_people_fear_and_what_they_do_against_it()
    {
        await using var scene = await Scene.OnAsync();
        var fear = await scene.World.RunAsync(new AddPremortemEntry(scene.Plan, "The van broke down in May"));
        await scene.World.RunAsync(new ChangePremortemEntry(fear.Id, Guard: "A second van on call"));
        (await scene.World.RunAsync(new PlanAttainability(scene.Plan))).Fears.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(one => one.Guard.ShouldBe("A second van on call"), one => one.ByName.ShouldBe("Ana"));
        (await scene.World.RefusedAsync(new AddPremortemEntry(scene.Plan, " "))).Code.ShouldBe("reason-empty");
        await scene.World.RunAsync(new RemovePremortemEntry(fear.Id));
        (await scene.World.RunAsync(new PlanAttainability(scene.Plan))).Fears.ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_is_weighed_against_hours_at_the_tightest_day()
    {
        await using var scene = await Scene.OnAsync();
        PlannedWork Work(string title, decimal? hours, int days) => new($"action_{title}", title, scene.World.Owner, null, Scene.Today.PlusDays(days), hours);
        scene.Work.AddRange([Work("film", 12, 6), Work("cut", 10, 13), Work("idea", null, 13)]);
        (await PersonAsync(scene)).Band.ShouldBe(WorkloadBand.CannotJudge);
        await scene.World.RunAsync(new SetPlanHours(scene.Plan, scene.World.Owner, 10));
        var load = await PersonAsync(scene);
        (load.Band, load.By, load.DueByThen, load.Available, load.Unestimated).ShouldBe((WorkloadBand.TooMuch, Scene.Today.PlusDays(6), 12, 10, 1));
        load.Words.ShouldContain("12 hours are due");
        await scene.World.RunAsync(new SetPlanHours(scene.Plan, scene.World.Owner, 13));
        (await PersonAsync(scene)).Band.ShouldBe(WorkloadBand.Tight);
        await scene.World.RunAsync(new SetPlanHours(scene.Plan, scene.World.Owner, 30));
        (await PersonAsync(scene)).Band.ShouldBe(WorkloadBand.Fits);
        (await scene.World.RefusedAsync(new SetPlanHours(scene.Plan, scene.World.Owner, 200))).Code.ShouldBe("hours-out-of-range");
        await scene.World.RunAsync(new SetPlanHours(scene.Plan, scene.World.Owner));
        (await PersonAsync(scene)).HoursAWeek.ShouldBeNull();
    }

    private static async Task<PersonLoad> PersonAsync(Scene scene) =>
        (await scene.World.RunAsync(new PlanAttainability(scene.Plan))).People.Single(person => person.Person == scene.World.Owner);

    private static Task WeeksAsync(Scene scene) =>
        scene.RecordAsync("followers", [.. ForecastsSeries.Select((value, week) => (First.PlusDays(7 * week), value))]);

    private static readonly decimal[] ForecastsSeries = [1000, 1040, 1090, 1125, 1180, 1215, 1270, 1300];
}
