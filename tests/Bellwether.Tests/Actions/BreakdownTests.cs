using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Actions;

public sealed class BreakdownTests
{
    [Theory, BothDatabases, Requirement("R000-14")]
    public async Task Progress_comes_from_the_leaves_and_its_history_explains_a_drop(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var action = await world.RunAsync(new AddActionItem(await world.PlanAsync(), "Launch the lunch offer"));
        var steps = new List<WorkView>();
        foreach (var title in new[] { "Menu", "Photos", "Text", "Print" })
        {
            steps.Add(await world.RunAsync(new AddStep(action.Id, title)));
        }

        await world.RunAsync(new TickWork(steps[0].Id));
        (await world.RunAsync(new ActionDetail(action.Id))).Work.Progress.ShouldBe(25);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync(new AddStep(action.Id, "Proof-read"));
        var detail = await world.RunAsync(new ActionDetail(action.Id));
        detail.Work.Progress.ShouldBe(20);
        detail.History[0].ShouldBe(new ActionDetail.ProgressView(world.Now, 25, 20, "added the step “Proof-read”"));
        await world.RunAsync(new UntickWork(steps[0].Id));
        (await world.RunAsync(new ActionDetail(action.Id))).Work.Progress.ShouldBe(0);
    }

    [Theory, BothDatabases, Requirement("R000-14")]
    public async Task A_parent_takes_no_percentage_by_hand_and_a_leaf_does(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var action = await world.RunAsync(new AddActionItem(await world.PlanAsync(), "Shoot a film"));
        (await world.RunAsync(new SayProgress(action.Id, 40))).Progress.ShouldBe(40);
        var step = await world.RunAsync(new AddStep(action.Id, "Script", Estimate: 3));
        await world.RunAsync(new AddStep(action.Id, "Cut", Estimate: 1));
        (await world.RefusedAsync(new SayProgress(action.Id, 90))).Code.ShouldBe("progress-from-parts");
        (await world.RefusedAsync(new TickWork(action.Id))).Code.ShouldBe("progress-from-parts");
        await world.RunAsync(new TickWork(step.Id));
        (await world.RefusedAsync(new TickWork(step.Id))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RunAsync(new ActionDetail(action.Id))).Work.Progress.ShouldBe(75);
    }

    [Theory, BothDatabases, Requirement("R000-14"), Requirement("R000-17")]
    public async Task A_node_moves_anywhere_but_under_itself(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var tactic = await world.RunAsync(new AddTactic(plan, "Behind the scenes"));
        var action = await world.RunAsync(new AddActionItem(plan, "Weekly reel"));
        var outer = await world.RunAsync(new AddStep(action.Id, "Film"));
        var inner = await world.RunAsync(new AddStep(outer.Id, "Choose a cook"));
        (await world.RefusedAsync(new MoveWork(outer.Id, inner.Id))).Code.ShouldBe("moved-under-itself");
        (await world.RefusedAsync(new MoveWork(outer.Id, outer.Id))).Code.ShouldBe("moved-under-itself");
        (await world.RefusedAsync(new MoveWork(outer.Id, tactic.Id))).Code.ShouldBe("parent-of-wrong-kind");
        (await world.RunAsync(new MoveWork(action.Id, tactic.Id))).Depth.ShouldBe(1);
        var second = await world.RunAsync(new AddActionItem(plan, "Monthly film"));
        await world.RunAsync(new MoveWork(outer.Id, second.Id));
        var rows = (await world.RunAsync(new ActionOutline(plan))).Rows;
        rows.Select(row => (row.Title, row.Depth)).ShouldBe([("Behind the scenes", 0), ("Weekly reel", 1), ("Monthly film", 0), ("Film", 1), ("Choose a cook", 2)]);
    }

    [Theory, BothDatabases, Requirement("R000-17")]
    public async Task Siblings_are_ranked_and_what_is_removed_comes_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var action = await world.RunAsync(new AddActionItem(plan, "Open house"));
        var a = await world.RunAsync(new AddStep(action.Id, "A"));
        await world.RunAsync(new AddStep(action.Id, "B"));
        var c = await world.RunAsync(new AddStep(action.Id, "C"));
        async Task<string> Order() => string.Concat((await world.RunAsync(new ActionDetail(action.Id))).Parts.Select(part => part.Title));
        await world.RunAsync(new MoveWork(c.Id, Position: 1));
        (await Order()).ShouldBe("CAB");
        await world.RunAsync(new MoveWork(c.Id, Position: 2));
        (await Order()).ShouldBe("ACB");
        await world.RunAsync(new RemoveWork(a.Id));
        (await Order()).ShouldBe("CB");
        (await world.RefusedAsync(new TickWork(a.Id))).Kind.ShouldBe(ProblemKind.NotFound);
        await world.RunAsync(new RestoreWork(a.Id));
        (await Order()).ShouldBe("ACB");
    }

    [Theory, BothDatabases, Requirement("R000-19")]
    public async Task An_outcome_without_evidence_is_only_claimed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var action = await world.RunAsync(new AddActionItem(await world.PlanAsync(), "Raffle"));
        (await world.RunAsync(new RecordOutcome(action.Id, Outcome.Succeeded))).Standing.ShouldBe(OutcomeStanding.Claimed);
        (await world.RunAsync(new RecordOutcome(action.Id, Outcome.Failed, "12 of 300 entries"))).Standing.ShouldBe(OutcomeStanding.Evidenced);
        var step = await world.RunAsync(new AddStep(action.Id, "Prizes"));
        (await world.RefusedAsync(new RecordOutcome(step.Id, Outcome.Failed))).Code.ShouldBe("step-has-no-outcome");
    }
}
