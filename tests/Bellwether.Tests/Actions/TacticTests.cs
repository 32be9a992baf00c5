using Bellwether.Actions;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Actions;

public sealed class TacticTests
{
    [Theory, BothDatabases, Requirement("R003-04")]
    public async Task Four_of_five_tactics_before_their_goal_are_eighty_per_cent_and_later_links_change_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var early = new List<WorkView>();
        for (var i = 0; i < 4; i++)
        {
            early.Add(await world.RunAsync(new AddTactic(plan, $"Tactic {i}")));
        }

        var goal = await world.GoalAsync(plan);
        await world.RunAsync(new AddTactic(plan, "After the goal", goal));
        foreach (var tactic in early)
        {
            (await world.RunAsync(new LinkWork(tactic.Id, goal))).TacticFirst.ShouldBeTrue();
        }

        var share = await world.RunAsync(new TacticFirstShare(plan));
        (share.Tactics, share.First, share.Share, share.Alarming).ShouldBe((5, 4, 80m, true));
    }

    [Fact, Requirement("R004-16"), Requirement("R000-27")]
    public async Task Each_tactic_serves_its_goal_near_or_far_and_what_nobody_measures_is_named_on_every_level()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var (near, far) = (await world.GoalAsync(plan, "Answer faster"), await world.GoalAsync(plan, "Be the first choice"));
        await world.RunAsync(new ChangeGoal(near, Horizon: Horizon.Short));
        await world.RunAsync(new ChangeGoal(far, Horizon: Horizon.Long));
        await world.RunAsync(new AddTactic(plan, "Canned answers", near));
        await world.RunAsync(new AddTactic(plan, "Guest stories", far));
        await world.RunAsync(new AddTactic(plan, "A rota at noon", near));
        async Task<string> ServedAsync(Id<Goal> goal) => string.Join(", ", (await world.RunAsync(new GoalDetail(goal))).Activities.Select(each => each.Title).Order(StringComparer.Ordinal));
        (await ServedAsync(near), await ServedAsync(far)).ShouldBe(("A rota at noon, Canned answers", "Guest stories"));
        (await world.RunAsync(new GoalList(plan, Horizon: Horizon.Long))).Single().Actions.ShouldBe(1);

        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        await world.RunAsync(new AddChannel(plan, "x"));
        await world.RunAsync(new SetChannelKpis(channel, [new ChannelKpi("reach")]));
        await world.RunAsync(new AddActionItem(plan, "Write ten answers", DoneWhen: "Ten are in the library"));
        await world.RunAsync(new AddActionItem(plan, "Think of a rota"));
        var levels = (await world.RunAsync(new MetricCoverage(plan))).ToDictionary(level => level.Level, level => (level.All, string.Join(", ", level.Unmeasured)));
        levels["goals"].ShouldBe((2, "Answer faster, Be the first choice"));
        levels["channels"].ShouldBe((2, "X"));
        levels["actions"].ShouldBe((2, "Think of a rota"));
    }

    [Theory, BothDatabases, Requirement("R001-10")]
    public async Task An_action_without_a_goal_is_an_orphan_and_Goals_is_told(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var tactic = await world.RunAsync(new AddTactic(plan, "Stories", goal));
        var fed = await world.RunAsync(new AddActionItem(plan, "Fed by its tactic", Id<Tactic>.Parse(tactic.Id)));
        await world.RunAsync(new AddActionItem(plan, "Alone"));
        fed.Goal.ShouldBe(goal);
        (await world.RunAsync(new ActionOutline(plan, WorkFilter.Orphans))).Rows.Select(row => row.Title).ShouldBe(["Alone"]);
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(world.Workspace.Value);
        var links = new List<GoalLink>();
        foreach (var source in scope.ServiceProvider.GetServices<IGoalLinks>())
        {
            links.AddRange(await source.LinksAsync(plan, TestContext.Current.CancellationToken));
        }

        links.Where(link => link.Kind is "tactic" or "action").Select(link => (link.Title, link.Goal)).ShouldBe([("Stories", goal), ("Fed by its tactic", goal), ("Alone", null)], ignoreOrder: true);
    }

    [Fact, Requirement("R000-20"), Requirement("R002-05")]
    public async Task An_action_that_nobody_could_judge_is_flagged_with_what_it_lacks_and_never_kept_from_the_plan()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var vague = await world.RunAsync(new AddActionItem(plan, "Be more active"));
        vague.GoodThought.ShouldBe(["no metric", "no number", "no date"]);
        var unscored = vague.Specificity.ShouldNotBeNull();
        (unscored.Named, unscored.Parts).ShouldBe((0, 8));
        unscored.Missing.ShouldBe(["metric", "number", "unit", "channel", "audience", "date", "owner", "done-criterion"]);

        var exact = await world.RunAsync(new AddActionItem(plan, "3 posts a week on Instagram until 30 Jun"));
        exact.GoodThought.ShouldBeEmpty();
        exact.Specificity!.Missing.ShouldBe(["audience", "owner", "done-criterion"]);
        (await world.RunAsync(new ActionOutline(plan, WorkFilter.GoodThought))).Rows.Select(row => row.Title).ShouldBe(["Be more active"]);

        // A done-criterion stands for metric and number; the day may stand in its own field.
        var ends = await world.RunAsync(new ChangeWork(vague.Id, DoneWhen: "The new page is public"));
        ends.GoodThought.ShouldBe(["no date"]);
        (await world.RunAsync(new ChangeWork(vague.Id, Due: new LocalDate(2026, 12, 1)))).GoodThought.ShouldBeEmpty();
        (await world.RunAsync(new ActionOutline(plan))).Counts.Single(count => count.Filter == WorkFilter.GoodThought).Count.ShouldBe(0);
    }

    [Theory, BothDatabases, Requirement("R004-25")]
    public async Task A_comment_becomes_an_action_that_links_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var tactic = await world.RunAsync(new AddTactic(plan, "Stories"));
        var comment = await world.RunAsync(new AddComment(tactic.Id, "Somebody should ask the baker"));
        var done = await world.RunAsync(new ConvertComment(comment.Id, Owner: world.Owner));
        var row = (await world.RunAsync(new ActionOutline(plan))).Rows.Single(each => each.Id == done.Action);
        (row.Title, row.Parent, row.Origin, row.Accountable).ShouldBe(("Somebody should ask the baker", tactic.Id, comment.Id.ToString(), world.Owner));
    }

    [Theory, BothDatabases, Requirement("R000-14"), Requirement("R004-33")]
    public async Task A_copy_of_the_plan_has_the_same_work_and_the_next_cycle_only_what_is_open(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var tactic = await world.RunAsync(new AddTactic(plan, "Stories"));
        var action = await world.RunAsync(new AddActionItem(plan, "Weekly story", Id<Tactic>.Parse(tactic.Id), Accountable: world.Owner, DoneWhen: "It is out"));
        var done = await world.RunAsync(new AddStep(action.Id, "Done step", Estimate: 2.5m));
        var open = await world.RunAsync(new AddStep(action.Id, "Open step"));
        await world.RunAsync(new RelateWork(open.Id, done.Id));
        await world.RunAsync(new TickWork(done.Id));
        var failed = await world.RunAsync(new AddTactic(plan, "Daily quotes"));
        await world.RunAsync(new RecordOutcome(failed.Id, Outcome.Failed, "No reaction"));

        var (copy, same) = await PlanParts.CopyAsync(world, plan, "actions");
        same.ShouldBeTrue();
        var rows = (await world.RunAsync(new ActionOutline(copy))).Rows;
        rows.Select(row => row.Title).ShouldBe(["Stories", "Weekly story", "Done step", "Open step", "Daily quotes"]);
        rows[2].DoneAt.ShouldNotBeNull();
        rows[3].Relations.Single().Kind.ShouldBe(RelationKind.HardDependsOn);

        var next = (await PlanParts.WriteAsync(world, plan, nextCycle: true, "actions")).ToJsonString();
        next.ShouldContain("Open step");
        next.ShouldNotContain("Done step");
        next.ShouldNotContain("Daily quotes");
    }
}
