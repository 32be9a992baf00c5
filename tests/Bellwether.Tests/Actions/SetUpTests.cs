using Bellwether.Actions;
using Bellwether.Audits;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Actions;

public sealed class SetUpTests
{
    [Theory, BothDatabases, Requirement("R000-15"), Requirement("R001-11")]
    public async Task Ticking_the_whole_checklist_marks_the_account_as_set_up(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "taco", Status: AccountStatus.Planned));
        var action = await world.RunAsync(new SetUpAccount(plan, Account: account.Id, Accountable: world.Owner));
        action.Type.ShouldBe(ActionType.AccountSetup);
        var steps = (await world.RunAsync(new ActionDetail(action.Id))).Parts;
        steps.Count.ShouldBeGreaterThan(9);
        steps.ShouldContain(step => step.Deliverable != null && step.Deliverable.Use == "cover" && step.Title.Contains($"{step.Deliverable.Width} × {step.Deliverable.Height}"));
        foreach (var step in steps)
        {
            (await world.RunAsync(new AccountDetail(account.Id))).SetUpAt.ShouldBeNull();
            await world.RunAsync(new TickWork(step.Id));
        }

        (await world.RunAsync(new AccountDetail(account.Id))).SetUpAt.ShouldNotBeNull();
        await world.RunAsync(new UntickWork(steps[0].Id));
        (await world.RunAsync(new AccountDetail(account.Id))).SetUpAt.ShouldBeNull();
    }

    [Theory, BothDatabases, Requirement("R000-15")]
    public async Task A_network_nobody_described_gets_the_general_checklist(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var action = await world.RunAsync(new SetUpAccount(await world.PlanAsync(), "village-square"));
        action.Title.ShouldBe("Set up village-square");
        action.Leaves.ShouldBeGreaterThan(5);
        (await world.RefusedAsync(new SetUpAccount(await world.PlanAsync("Other")))).Code.ShouldBe("network-missing");
    }

    [Theory, BothDatabases, Requirement("R001-11")]
    public async Task Pictures_for_a_place_are_one_deliverable_a_network_and_a_wrong_shape_warns(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var action = await world.RunAsync(new PlanAssets(plan, "cover", ["facebook", "x", "Facebook"]));
        var parts = (await world.RunAsync(new ActionDetail(action.Id))).Parts;
        parts.Select(part => part.Deliverable!.Network).ShouldBe(["facebook", "x"]);
        var wanted = parts[1].Deliverable!;
        var wrong = await world.RunAsync(new DeliverPicture(parts[1].Id, wanted.Height, wanted.Width));
        wrong.Warning.ShouldNotBeNull().ShouldContain($"{wanted.Width} × {wanted.Height}");
        wrong.Step.State.ShouldBe(WorkState.Done);
        var first = parts[0].Deliverable!;
        (await world.RunAsync(new DeliverPicture(parts[0].Id, first.Width * 2, first.Height * 2))).Warning.ShouldBeNull();
        (await world.RunAsync(new ActionDetail(action.Id))).Work.Progress.ShouldBe(100);
        (await world.RefusedAsync(new PlanAssets(plan, "billboard", ["facebook"]))).Code.ShouldBe("place-unknown");
    }

    [Theory, BothDatabases, Requirement("R001-11")]
    public async Task Kinds_of_updates_are_planned_by_network(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var action = await world.RunAsync(new AddActionItem(plan, "What goes where", Type: ActionType.UpdateType));
        var planned = await world.RunAsync(new PlanUpdates(action.Id, [new UpdateRow("Menu of the day", "Twitter", 5), new UpdateRow("Menu of the day", "instagram", 2)]));
        planned.Updates.Select(row => (row.Network, row.PerWeek)).ShouldBe([("x", 5), ("instagram", 2)]);
        (await world.RefusedAsync(new PlanUpdates(action.Id, [new UpdateRow("Menu", "x", 5), new UpdateRow("menu", "x", 2)]))).Code.ShouldBe("update-twice");
        var other = await world.RunAsync(new AddActionItem(plan, "Other"));
        (await world.RefusedAsync(new PlanUpdates(other.Id, [new UpdateRow("Menu", "x", 5)]))).Code.ShouldBe("not-update-type");
    }
}
