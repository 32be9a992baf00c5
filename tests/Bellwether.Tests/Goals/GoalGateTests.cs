using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class GoalGateTests
{
    [Fact]
    [Requirement("R000-27")]
    public async Task A_goal_without_a_kpi_keeps_the_plan_from_being_activated()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("More lunches");
        var finding = (await scene.GateAsync()).Single(one => one.Code == "goal-without-kpi");
        (finding.Blocks, finding.Subject, finding.Step).ShouldBe((true, goal.ToString(), "Goals"));
    }

    [Fact]
    [Requirement("R001-19")]
    [Requirement("R004-26")]
    public async Task A_kpi_without_baseline_target_source_and_collector_blocks_and_says_which()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Leads");
        await scene.TargetAsync(goal, new KpiSheet("leads", TargetType.IncreaseTo));
        var finding = (await scene.GateAsync()).Single(one => one.Code == "kpi-incomplete");
        finding.Blocks.ShouldBeTrue();
        finding.Message.ShouldContain("a baseline, a target, a tool or source, somebody who collects it");
    }

    [Theory]
    [InlineData("source", "a tool or source")]
    [InlineData("collector", "somebody who collects it")]
    [InlineData("baseline", "a baseline")]
    [InlineData("target", "a target")]
    [Requirement("R001-19")]
    [Requirement("R004-26")]
    public async Task One_missing_part_of_a_kpi_alone_keeps_the_plan_from_being_activated(string without, string says)
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Leads");
        var whole = scene.Sheet("leads", 10, 40);
        await scene.TargetAsync(goal, without switch
        {
            "source" => whole with { Source = null },
            "collector" => whole with { Collector = null },
            "baseline" => whole with { Baseline = null },
            _ => whole with { Target = null },
        });
        var finding = (await scene.GateAsync()).Single(one => one.Blocks);
        (finding.Code, finding.Subject).ShouldBe(("kpi-incomplete", goal.ToString()));
        finding.Message.ShouldEndWith($"of “Leads” lacks {says}.");
    }

    [Fact]
    [Requirement("R002-13")]
    public async Task A_goal_that_serves_no_objective_blocks_a_team_and_warns_whoever_works_alone()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.CompleteAsync("Leads");
        (await scene.GateAsync()).Single(one => one.Code == "goal-without-objective").Blocks.ShouldBeFalse();
        await scene.World.MemberAsync("Ben");
        (await scene.GateAsync()).Single(one => one.Code == "goal-without-objective").Blocks.ShouldBeTrue();
        var objective = await scene.World.RunAsync(new AddObjective(scene.Plan, "Known at noon"));
        await scene.World.RunAsync(new ChangeGoal(goal, Objective: objective.Id));
        (await scene.GateAsync()).ShouldNotContain(one => one.Code == "goal-without-objective");
    }

    [Fact]
    [Requirement("R002-19")]
    public async Task Fewer_than_three_goals_and_more_than_seven_warn_and_the_limits_can_be_changed()
    {
        await using var scene = await Scene.OnAsync();
        await scene.CompleteAsync("One");
        await scene.CompleteAsync("Two");
        (await scene.GateAsync()).Single(one => one.Code == "few-goals").Blocks.ShouldBeFalse();
        await scene.CompleteAsync("Three");
        (await scene.GateAsync()).ShouldNotContain(one => one.Code == "few-goals");
        foreach (var title in new[] { "Four", "Five", "Six", "Seven", "Eight" })
        {
            await scene.CompleteAsync(title);
        }

        (await scene.GateAsync()).Single(one => one.Code == "many-goals").Blocks.ShouldBeFalse();
        await scene.World.RunAsync(new ChangeGoalLimits(scene.Plan, 1, 10));
        (await scene.GateAsync()).ShouldNotContain(one => one.Code == "many-goals");
        (await scene.World.RefusedAsync(new ChangeGoalLimits(scene.Plan, 5, 4))).Code.ShouldBe("goal-limits");
    }

    [Fact]
    [Requirement("R002-20")]
    public async Task A_goal_without_picture_and_one_with_four_kpis_warn()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.CompleteAsync("Leads");
        foreach (var metric in new[] { "orders", "signups", "conversions" })
        {
            await scene.TargetAsync(goal, scene.Sheet(metric));
        }

        var findings = await scene.GateAsync();
        findings.Single(one => one.Code == "many-kpis").Blocks.ShouldBeFalse();
        findings.Single(one => one.Code == "goal-without-picture").Blocks.ShouldBeFalse();
        findings.ShouldNotContain(one => one.Blocks);
    }
}
