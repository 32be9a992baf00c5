using System.Text.Json.Nodes;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class GoalsPartTests
{
    [Theory, BothDatabases]
    public async Task The_goals_of_a_plan_are_written_read_and_written_again_the_same(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var business = await scene.World.RunAsync(new AddBusinessObjective(scene.Plan, "Fill the tables", Metric: "orders"));
        var objective = await scene.World.RunAsync(new AddObjective(scene.Plan, "Known at noon", Serves: business.Id));
        var top = (await scene.World.RunAsync(new AddGoal(scene.Plan, "More visits", Objective: objective.Id, Owner: scene.World.Owner))).Id;
        await scene.World.RunAsync(new AddGoal(scene.Plan, "More clicks", Parent: top));
        await scene.TargetAsync(top, scene.Sheet("leads"));
        await SmartCheckTests.PhotosAsync(scene);
        await scene.World.RunAsync(new ChangeGoal(top, Function: BusinessFunction.Other, FunctionName: "Kitchen"));
        var assumption = await AssumptionTests.AssumeAsync(scene);
        await scene.World.RunAsync(new ReviseAssumption(assumption.Id, new GuessSheet(0.01m, 0.005m, 0.02m, new NodaTime.LocalDate(2026, 7, 1), Why: "Slow start")));
        await scene.World.RunAsync(new ChangeAssumption(assumption.Id, Goal: top));
        await scene.World.RunAsync(new StateExpectation(scene.Plan, top.ToString(), "leads", 20, 5));
        await scene.World.RunAsync(new AddPremortemEntry(scene.Plan, "The van broke down", "A second van"));
        await scene.World.RunAsync(new SetPlanHours(scene.Plan, scene.World.Owner, 12));
        await scene.World.RunAsync(new ChangeGoalLimits(scene.Plan, 2, 9, 4));
        await scene.World.RunAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "A sponsor", 500));
        var written = await WriteAsync(scene, scene.Plan, nextCycle: false);
        written["goals"]![0]!["owner"]!.GetValue<string>().ShouldBe("ana@example.org");

        await using var other = await Scene.OnAsync(on);
        await ReadAsync(other, written);
        (await WriteAsync(other, other.Plan, nextCycle: false)).ToJsonString().ShouldBe(written.ToJsonString());
    }

    [Fact]
    public async Task The_next_cycle_takes_open_goals_along_without_their_dates_and_baselines()
    {
        await using var scene = await Scene.OnAsync();
        var kept = await scene.CompleteAsync("Leads");
        var done = await scene.CompleteAsync("Orders", "orders");
        await scene.World.RunAsync(new CloseGoal(done, GoalVerdict.Succeeded, "Reached in May"));
        var goals = (await WriteAsync(scene, scene.Plan, nextCycle: true))["goals"]!.AsArray();
        goals.ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(kept.ToString());
        var target = goals[0]!["targets"]![0]!;
        (target["deadline"], target["baseline"]).ShouldBe((null, null));
        target["target"]!.GetValue<decimal>().ShouldBe(1600);
    }

    [Theory]
    [InlineData("""{"goals":[{"id":"goal_01kb000000000000000000000a","title":"x","nonsense":1}]}""", "part-invalid")]
    [InlineData("""{"goals":[{"id":"goal_01kb000000000000000000000a","title":"x","targets":[{"id":"kpi_target_01kb000000000000000000000a","metric":"unheard_of","type":"increaseTo"}]}]}""", "metric-unknown")]
    [InlineData("""{"goals":[{"id":"goal_01kb000000000000000000000a","title":"x","targets":[{"id":"kpi_target_01kb000000000000000000000a","metric":"leads","type":"increaseTo","baseline":5,"target":5}]}]}""", "target-is-start")]
    [InlineData("""{"goals":[{"id":"goal_01kb000000000000000000000a","title":"x","parent":"goal_01kb000000000000000000000a"}]}""", "goal-cycle")]
    public async Task A_damaged_part_is_refused_and_says_where(string part, string code)
    {
        await using var scene = await Scene.OnAsync();
        (await Should.ThrowAsync<ProblemException>(() => ReadAsync(scene, JsonNode.Parse(part)!))).Code.ShouldBe(code);
    }

    [Fact]
    [Requirement("R001-09")]
    public async Task The_steps_after_goals_open_with_the_first_goal_and_not_with_an_objective()
    {
        await using var scene = await Scene.OnAsync();
        await scene.World.RunAsync(new AddObjective(scene.Plan, "Known at noon"));
        var before = await scene.World.RunAsync(new PlanSteps(scene.Plan));
        before.HasGoal.ShouldBeFalse();
        before.Steps.Single(step => step.Step == "Actions").Open.ShouldBeFalse();
        await scene.GoalAsync("More visits");
        (await scene.World.RunAsync(new PlanSteps(scene.Plan))).Steps.ShouldAllBe(step => step.Open);
    }

    [Fact]
    public async Task Goals_targets_and_objectives_are_found_by_their_id()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Leads");
        var target = await scene.TargetAsync(goal, scene.Sheet("leads"));
        await using var scope = Scope(scene);
        var sources = scope.ServiceProvider.GetServices<INodeSource>().ToList();
        foreach (var id in new[] { goal.ToString(), target.ToString() })
        {
            var node = await sources.Single(source => id.StartsWith(source.Prefix + "_", StringComparison.Ordinal)).FindAsync(id, TestContext.Current.CancellationToken);
            node.ShouldNotBeNull().Path.ShouldBe($"/goals/{goal}");
        }
    }

    private static AsyncServiceScope Scope(Scene scene)
    {
        var scope = scene.World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(scene.World.Workspace.Value);
        return scope;
    }

    private static async Task<JsonNode> WriteAsync(Scene scene, Id<Plan> plan, bool nextCycle)
    {
        await using var scope = Scope(scene);
        var stored = await scope.ServiceProvider.GetRequiredService<Db>().FindAsync(plan, "plan", TestContext.Current.CancellationToken);
        return (await Part(scope).WriteAsync(stored, nextCycle, TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    private static async Task ReadAsync(Scene scene, JsonNode part)
    {
        await using var scope = Scope(scene);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await Part(scope).ReadAsync(await db.FindAsync(scene.Plan, "plan", TestContext.Current.CancellationToken), part, TestContext.Current.CancellationToken);
        await db.SaveAsync(TestContext.Current.CancellationToken);
    }

    private static IPlanPart Part(AsyncServiceScope scope) => scope.ServiceProvider.GetServices<IPlanPart>().Single(part => part.Name == "goals");
}
