using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class KpiDietTests
{
    [Fact]
    [Requirement("R003-03")]
    public async Task The_longest_list_of_kpis_is_named()
    {
        await using var scene = await Scene.OnAsync();
        var leads = await scene.CompleteAsync("Leads");
        foreach (var metric in new[] { "orders", "signups", "conversions", "followers" })
        {
            await scene.TargetAsync(leads, scene.Sheet(metric));
        }

        await scene.CompleteAsync("Visits", "sessions_social");
        var diet = await scene.World.RunAsync(new KpiDiet(scene.Plan));
        diet.ByGoal[0].ShouldSatisfyAllConditions(goal => goal.Goal.ShouldBe(leads), goal => goal.TooMany.ShouldBeTrue(), goal => goal.Kpis.Count.ShouldBe(5));
        diet.Warnings.ShouldHaveSingleItem().ShouldBe("1 of 2 goals have more than 3 KPIs; the longest list is that of “Leads” with 5.");
        await scene.World.RunAsync(new ChangeGoal(leads, Channel: "Instagram"));
        await scene.World.RunAsync(new ChangeGoalLimits(scene.Plan, MostKpis: 9));
        (await scene.World.RunAsync(new KpiDiet(scene.Plan))).Warnings.ShouldBeEmpty();
        await scene.TargetAsync(leads, scene.Sheet("reach"));
        (await scene.World.RunAsync(new KpiDiet(scene.Plan))).Warnings.ShouldHaveSingleItem().ShouldBe("Instagram is judged by 6 KPIs; 5 say as much.");
    }

    [Fact]
    [Requirement("R003-03")]
    public async Task What_is_collected_for_nothing_is_listed_and_can_be_stopped()
    {
        await using var scene = await Scene.OnAsync();
        await scene.CompleteAsync("Leads");
        await scene.RecordAsync("leads", (new LocalDate(2025, 11, 3), 1), (Scene.Today, 2));
        await scene.RecordAsync("likes", (new LocalDate(2025, 11, 3), 10), (Scene.Today, 20), (Scene.Today.PlusDays(-1), 20));
        await scene.RecordAsync("shares", (Scene.Today, 20));
        var diet = await scene.World.RunAsync(new KpiDiet(scene.Plan));
        diet.Unused.ShouldHaveSingleItem().ShouldBe(new UnusedMetric("likes", diet.Unused[0].Name, 2, Scene.Today, false));
        await scene.World.RunAsync(new StopCollecting(scene.Plan, "likes"));
        (await scene.World.RunAsync(new KpiDiet(scene.Plan))).Unused.ShouldHaveSingleItem().Stopped.ShouldBeTrue();
        var grid = await scene.World.RunAsync(new Bellwether.Measures.MeasureGrid(scene.World.Brand, Length: Bellwether.Metrics.PeriodLength.Day));
        grid.Rows.Select(row => row.Metric.Key).ShouldBe(["leads", "shares"]);
        await scene.World.RunAsync(new StopCollecting(scene.Plan, "likes", Stop: false));
        (await scene.World.RunAsync(new KpiDiet(scene.Plan))).Unused.ShouldHaveSingleItem().Stopped.ShouldBeFalse();
        (await scene.World.RefusedAsync(new StopCollecting(scene.Plan, "leads"))).Code.ShouldBe("metric-in-use");
    }

    [Fact]
    [Requirement("R002-05")]
    public async Task The_more_parts_a_goal_names_the_more_specific_it_is()
    {
        await using var scene = await Scene.OnAsync();
        var vague = await scene.GoalAsync("Be more active");
        (await scene.RowAsync(vague)).Specificity.ShouldSatisfyAllConditions(
            score => score.Named.ShouldBe(0), score => score.Missing.ShouldBe(["metric", "number", "unit", "channel", "audience", "date", "owner"]));
        var said = await scene.GoalAsync("3 posts a week on Instagram until 30 Jun");
        (await scene.RowAsync(said)).Specificity.Missing.ShouldBe(["metric", "audience", "owner"]);
        var whole = await scene.CompleteAsync("Raise leads from LinkedIn");
        await scene.World.RunAsync(new ChangeGoal(whole, Audience: "office workers", Owner: scene.World.Owner));
        (await scene.RowAsync(whole)).Specificity.ShouldSatisfyAllConditions(score => score.Named.ShouldBe(7), score => score.Missing.ShouldBeEmpty());
        (await scene.World.RunAsync(new KpiDiet(scene.Plan))).IllDefined.Select(goal => goal.Goal).ShouldBe([vague]);
    }

    [Fact]
    [Requirement("R002-10")]
    public async Task Objectives_and_key_results_are_scored_from_0_to_1()
    {
        await using var scene = await Scene.OnAsync();
        var objective = await scene.World.RunAsync(new AddObjective(scene.Plan, "Known at noon"));
        var goal = (await scene.World.RunAsync(new AddGoal(scene.Plan, "Followers", Objective: objective.Id))).Id;
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        await scene.TargetAsync(goal, scene.Sheet("leads", 10, 20));
        await scene.RecordAsync("followers", (Scene.Today, 1150));
        await scene.GoalAsync("Loose");
        var sheet = await scene.World.RunAsync(new KeyResults(scene.Plan));
        sheet.Select(one => (one.Title, one.Score, one.Scored)).ShouldBe([("Known at noon", 0.25m, 1), (null, null, 0)]);
        sheet[0].Results.Single(result => result.Metric.Key == "leads").Score.ShouldBeNull("no data is not zero");
    }

    [Fact]
    [Requirement("R002-13")]
    public async Task A_goal_is_held_back_by_its_weakest_part()
    {
        await using var scene = await Scene.OnAsync();
        var top = await scene.CompleteAsync("Leads");
        await scene.RecordAsync("leads", (Scene.Today, 1600));
        (await scene.RowAsync(top)).Status.ShouldBe(GoalStatus.Met);
        var part = (await scene.World.RunAsync(new AddGoal(scene.Plan, "Followers", Parent: top))).Id;
        await scene.TargetAsync(part, scene.Sheet("followers"));
        await scene.RecordAsync("followers", (Scene.Today, 1001));
        var row = await scene.RowAsync(top);
        row.Status.ShouldBe(GoalStatus.AtRisk);
        row.Why.ShouldBe("“Followers”, a part of it, holds it back");
        (await scene.DetailAsync(top)).Parts.ShouldHaveSingleItem().Status.ShouldBe(GoalStatus.AtRisk);
        await scene.World.RunAsync(new CloseGoal(top, GoalVerdict.Succeeded, "We say so"));
        (await scene.RowAsync(top)).Status.ShouldBe(GoalStatus.Met, "a verdict stands");
    }
}
