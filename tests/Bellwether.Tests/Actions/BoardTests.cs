using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Actions;

public sealed class BoardTests
{
    private static readonly StageSheet[] Own = [new("Ideas", WorkState.Open), new("Being written", WorkState.Started), new("With the printer", WorkState.Started), new("Out", WorkState.Done)];

    [Theory, BothDatabases, Requirement("R004-03")]
    public async Task A_board_has_the_plans_own_columns_and_work_follows_them(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        (await world.RunAsync(new BoardOf(plan))).Stages.Select(stage => stage.State).ShouldBe([WorkState.Open, WorkState.Started, WorkState.Done]);
        var menu = (await world.RunAsync(new AddActionItem(plan, "Print the menu", DoneWhen: "It hangs on the van"))).Id;
        var film = (await world.RunAsync(new AddActionItem(plan, "Film the cook"))).Id;
        (await world.RunAsync(new ChangeBoard(plan, Own))).Own.ShouldBeTrue();
        await world.RunAsync(new StageWork(menu, "With the printer"));
        var begun = await world.RunAsync(new ActionDetail(menu));
        (begun.Work.Stage, begun.Work.State, begun.Work.StartedAt is not null).ShouldBe(("With the printer", WorkState.Started, true));
        (await world.RefusedAsync(new StageWork(menu, "Ideas"))).Code.ShouldBe("begun-already");
        (await world.RefusedAsync(new StageWork(menu, "Nowhere"))).Kind.ShouldBe(ProblemKind.NotFound);

        // Renamed, it keeps what stands there; taken away, that goes to the first column of its state.
        await world.RunAsync(new ChangeBoard(plan, [Own[0], Own[1], new("At the printer", WorkState.Started, "With the printer"), Own[3]]));
        (await world.RunAsync(new ActionDetail(menu))).Work.Stage.ShouldBe("At the printer");
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "actions");
        same.ShouldBeTrue("the plan file carries the columns");
        (await world.RunAsync(new ActionOutline(copy))).Rows.Select(row => row.Stage).ShouldBe(["At the printer", "Ideas"]);
        await world.RunAsync(new ChangeBoard(plan, [Own[0], Own[1], Own[3]]));
        (await world.RunAsync(new ActionDetail(menu))).Work.Stage.ShouldBe("Being written");

        // Ticked anywhere, it stands in the first column for what is done; taken back from there, it is begun.
        await world.RunAsync(new TickWork(menu));
        (await world.RunAsync(new ActionDetail(menu))).Work.Stage.ShouldBe("Out");
        (await world.RunAsync(new StageWork(menu, "Being written"))).DoneAt.ShouldBeNull();
        (await world.RunAsync(new StageWork(film, "Out"))).State.ShouldBe(WorkState.Done);
        await world.RunAsync(new UntickWork(film));
        (await world.RunAsync(new ActionDetail(film))).Work.Stage.ShouldBe("Being written");
        var waits = (await world.RunAsync(new AddActionItem(plan, "Hang it up"))).Id;
        await world.RunAsync(new RelateWork(waits, film));
        (await world.RefusedAsync(new StageWork(waits, "Being written"))).Code.ShouldBe("dependency-open");
    }

    [Theory]
    [InlineData("stage-missing", "To do:Open", "Doing:Started")]
    [InlineData("stage-twice", "To do:Open", "Doing:Started", "doing:Started", "Done:Done")]
    [InlineData("stages-out-of-order", "To do:Open", "Done:Done", "Doing:Started", "Out:Done")]
    [Requirement("R004-03")]
    public void A_board_that_could_not_hold_all_work_is_refused(string code, params string[] stages) =>
        Should.Throw<ProblemException>(() => new BoardStages(Id<Plan>.New(), [.. stages.Select(stage => new BoardStage(stage.Split(':')[0], Enum.Parse<WorkState>(stage.Split(':')[1])))])).Code.ShouldBe(code);
}
