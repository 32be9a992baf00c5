using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class AlignmentTests
{
    [Theory, BothDatabases]
    [Requirement("R000-11")]
    [Requirement("R001-10")]
    public async Task Activities_without_a_path_to_the_business_are_orphans_and_goals_without_activities_are_wishes(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var (aligned, loose) = await GoalsAsync(scene);
        scene.Links.AddRange([Link("a", aligned), Link("b", aligned), Link("c", loose), Link("d", null)]);
        var wish = await scene.GoalAsync("Fame");
        var alignment = await scene.World.RunAsync(new GoalAlignment(scene.Plan));
        alignment.Orphans.Select(orphan => orphan.Title).ShouldBe(["c", "d"]);
        alignment.Orphans[0].Why.ShouldContain("serves no objective");
        alignment.Orphans[1].Why.ShouldBe("it serves no goal");
        alignment.Covered.ShouldBe(0.5m);
        alignment.Wishes.ShouldHaveSingleItem().Id.ShouldBe(wish);
        (await scene.RowAsync(aligned)).Actions.ShouldBe(2);
    }

    [Fact]
    [Requirement("R002-13")]
    [Requirement("R002-10")]
    public async Task An_objective_stands_as_its_weakest_goal_and_the_weakest_link_is_named()
    {
        await using var scene = await Scene.OnAsync();
        var (goal, _) = await GoalsAsync(scene);
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        await scene.RecordAsync("followers", (Scene.Today, 1010));
        var alignment = await scene.World.RunAsync(new GoalAlignment(scene.Plan));
        alignment.Objectives.Single().Status.ShouldBe(GoalStatus.AtRisk);
        alignment.Business.Single().Status.ShouldBe(GoalStatus.AtRisk);
        alignment.WeakestLink.ShouldBe("“More visits” is at risk; it holds back “Known at noon” and “Fill the tables”.");
        (await scene.DetailAsync(goal)).Chain.Select(link => link.Title).ShouldBe(["Known at noon", "Fill the tables"]);
    }

    [Fact]
    [Requirement("R000-27")]
    public async Task Every_level_tells_what_is_not_measured()
    {
        await using var scene = await Scene.OnAsync();
        var (goal, _) = await GoalsAsync(scene);
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        var levels = await scene.World.RunAsync(new MetricCoverage(scene.Plan));
        levels.Select(level => (level.Level, level.All, Missing: string.Join('|', level.Unmeasured))).Take(3)
            .ShouldBe([("business objectives", 1, "Fill the tables"), ("objectives", 1, ""), ("goals", 2, "Fun")]);
    }

    [Fact]
    [Requirement("R003-04")]
    public async Task The_order_of_creation_is_told_and_never_changed_by_linking_later()
    {
        await using var scene = await Scene.OnAsync();
        var before = scene.World.Now;
        scene.World.Clock.Advance(TimeSpan.FromHours(1));
        var goal = await scene.GoalAsync("More visits");
        scene.Links.Add(Link("a", goal, before));
        var detail = await scene.DetailAsync(goal);
        detail.Activities.ShouldHaveSingleItem().CreatedAt.ShouldBeLessThan(detail.Goal.CreatedAt);
        detail.Goal.CreatedAt.ShouldBe(scene.World.Now);
    }

    private static async Task<(Id<Goal> Aligned, Id<Goal> Loose)> GoalsAsync(Scene scene)
    {
        var business = await scene.World.RunAsync(new AddBusinessObjective(scene.Plan, "Fill the tables"));
        var objective = await scene.World.RunAsync(new AddObjective(scene.Plan, "Known at noon", Serves: business.Id));
        var goal = await scene.World.RunAsync(new AddGoal(scene.Plan, "More visits", Objective: objective.Id));
        return (goal.Id, await scene.GoalAsync("Fun"));
    }

    private static GoalLink Link(string title, Id<Goal>? goal, Instant? at = null) => new($"action_{title}", "action", title, goal, at ?? Instant.MinValue);
}
