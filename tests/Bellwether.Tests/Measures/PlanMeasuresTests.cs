using Bellwether.Goals;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Goals;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Measures;

public sealed class PlanMeasuresTests
{
    [Theory, BothDatabases]
    [Requirement("R001-18")]
    [Requirement("R002-15")]
    public async Task Plan_against_actual_is_signed_so_that_positive_is_good_and_business_comes_first(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var goal = await scene.GoalAsync("Lunch");
        await scene.TargetAsync(goal, Total(scene, "likes", 100));
        await scene.TargetAsync(goal, Total(scene, "leads", 200));
        await scene.TargetAsync(goal, Total(scene, "cost_total", 500));
        var day = new LocalDate(2026, 2, 1);
        await scene.RecordAsync("leads", (day, 100), (day.PlusDays(1), 75));
        await scene.RecordAsync("cost_total", (day, 450));
        await scene.RecordAsync("likes", (day, 90));
        var lines = await scene.World.RunAsync(new PlanAgainstActual(scene.Plan));
        lines.Select(line => line.Metric.Key).ShouldBe(["leads", "cost_total", "likes"]);
        lines[0].Variance.ShouldBe(new Variance(200, 175, -25, -0.125m));
        lines[0].Status.ShouldBe(GoalStatus.Missed);
        lines[1].Variance.ShouldBe(new Variance(500, 450, 50, 0.1m));
        lines[1].Status.ShouldBe(GoalStatus.Met);
    }

    [Fact]
    [Requirement("R001-18")]
    public async Task The_way_of_a_kpi_shows_each_number_beside_what_was_expected_then()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Followers");
        var target = await scene.TargetAsync(goal, scene.Sheet("followers") with { Deadline = new LocalDate(2026, 3, 31) });
        await scene.RecordAsync("followers", (new LocalDate(2026, 1, 31), 1200), (new LocalDate(2026, 2, 15), 1210));
        var history = await scene.World.RunAsync(new TargetHistory(target));
        history.Points.Count.ShouldBe(2);
        history.Points[1].Expected.ShouldNotBeNull().ShouldBe(1303.370787m, 0.000001m);
        history.Points[1].Variance.ShouldNotBeNull().Difference.ShouldBe(-93.370787m, 0.000001m);
        history.Points.Select(point => point.Status).ShouldBe([GoalStatus.OnTrack, GoalStatus.AtRisk]);
    }

    [Fact]
    [Requirement("R001-16")]
    [Requirement("R002-08")]
    public async Task Without_data_health_cannot_tell_and_says_why()
    {
        await using var scene = await Scene.OnAsync();
        (await HealthAsync(scene)).Sentence.ShouldBe("Cannot tell yet, because the plan has no goal.");
        var goal = await scene.GoalAsync("Followers");
        (await HealthAsync(scene)).Sentence.ShouldBe("Cannot tell yet, because no goal has a number to be judged by.");
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        (await HealthAsync(scene)).Sentence.ShouldBe("Cannot tell yet, because no number has been recorded that a goal is judged by.");
        (await HealthAsync(scene)).Verdict.ShouldBe(HealthVerdict.CannotTell);
    }

    [Theory, BothDatabases]
    [Requirement("R001-16")]
    public async Task Health_is_one_sentence_with_the_worst_and_the_best_kpis(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        foreach (var (metric, actual) in new[] { ("followers", 1010m), ("orders", 1500m), ("signups", 1600m), ("conversions", 1230m), ("leads", 1050m), ("mentions", 1020m) })
        {
            var goal = await scene.GoalAsync(metric);
            await scene.TargetAsync(goal, scene.Sheet(metric));
            await scene.RecordAsync(metric, (Scene.Today, actual));
        }

        await scene.GoalAsync("A wish");
        var health = await HealthAsync(scene);
        health.Sentence.ShouldBe("The plan does not work as it is: 2 of 6 goals are on track or met, 1 lags, 3 are at risk or missed; 1 cannot be judged yet.");
        health.Worst.Select(kpi => kpi.Metric).ShouldBe(["Followers", "Brand mentions", "Leads generated"]);
        health.Best.Select(kpi => kpi.Metric).ShouldBe(["Sign-ups", "Orders"]);
    }

    [Theory, BothDatabases]
    [Requirement("R000-30")]
    public async Task The_briefing_puts_what_needs_care_first(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var good = await scene.GoalAsync("Orders");
        await scene.TargetAsync(good, scene.Sheet("orders"));
        var bad = await scene.GoalAsync("Followers");
        await scene.TargetAsync(bad, scene.Sheet("followers"));
        await scene.GoalAsync("Fame");
        await scene.RecordAsync("orders", (Scene.Today, 1500));
        await scene.RecordAsync("followers", (new LocalDate(2026, 3, 1), 1010));
        var briefing = await scene.World.RunAsync(new Briefing(scene.Plan));
        briefing.Lines.Select(line => (line.Goal, line.Tone)).Take(2).ShouldBe([(bad, BriefingTone.Alert), (good, BriefingTone.Good)]);
        briefing.Lines[0].Text.ShouldEndWith("Its newest number is 25 days old.");
        briefing.Lines[2].Text.ShouldBe("“Fame” is not gauged: it has no number to be judged by.");
    }

    [Fact]
    [Requirement("R002-12")]
    public async Task A_campaign_without_a_goal_is_not_gauged()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Followers");
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        await scene.RecordAsync("followers", (Scene.Today, 1010));
        scene.Links.AddRange([
            new GoalLink("campaign_1", "campaign", "Lunch weeks", goal, Instant.MinValue),
            new GoalLink("campaign_2", "campaign", "Funny pictures", null, Instant.MinValue),
        ]);
        var gauges = await scene.World.RunAsync(new Gauges(scene.Plan, "campaign"));
        gauges.Select(gauge => (gauge.Title, gauge.Status, gauge.Words)).ShouldBe([("Lunch weeks", GoalStatus.AtRisk, "at risk"), ("Funny pictures", null, "not gauged")]);
    }

    private static Task<PlanHealthView> HealthAsync(Scene scene) => scene.World.RunAsync(new PlanHealth(scene.Plan));

    /// <summary>So many until the end of February.</summary>
    private static KpiSheet Total(Scene scene, string metric, decimal target) => new(
        metric, TargetType.CumulativeInPeriod, target, Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 2, 28), Source: "spreadsheet", Collector: scene.World.Owner);
}
