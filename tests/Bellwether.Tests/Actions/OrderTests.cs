using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Actions;

public sealed class OrderTests
{
    [Theory, BothDatabases, Requirement("R000-18")]
    public async Task Work_done_out_of_order_keeps_its_place_in_the_plan(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var ids = new List<string>();
        foreach (var title in new[] { "1", "2", "3" })
        {
            ids.Add((await world.RunAsync(new AddActionItem(plan, title))).Id);
        }

        foreach (var place in new[] { 1, 0, 2 })
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            await world.RunAsync(new TickWork(ids[place]));
        }

        (await world.RunAsync(new ActionOutline(plan))).Rows.Select(row => row.Title).ShouldBe(["1", "2", "3"]);
        var done = await world.RunAsync(new ActionsAsDone(plan));
        done.Order.Select(each => each.Title).ShouldBe(["2", "1", "3"]);
        (done.Swapped, done.Pairs).ShouldBe((1, 3));
    }

    [Theory, BothDatabases, Requirement("R000-18")]
    public async Task An_open_hard_dependency_stops_the_start_unless_somebody_says_why(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var photos = await world.RunAsync(new AddActionItem(plan, "Take photos"));
        var posts = await world.RunAsync(new AddActionItem(plan, "Write posts"));
        var step = await world.RunAsync(new AddStep(posts.Id, "First post"));
        (await world.RunAsync(new RelateWork(posts.Id, photos.Id))).WaitsFor.ShouldBe([photos.Id]);
        var no = await world.RefusedAsync(new StartWork(step.Id));
        no.Code.ShouldBe("dependency-open");
        no.Message.ShouldContain("“Take photos”");
        (await world.RefusedAsync(new TickWork(step.Id))).Code.ShouldBe("dependency-open");
        (await world.RunAsync(new StartWork(step.Id, "The old photos will do"))).OverrideReason.ShouldBe("The old photos will do");
        var lines = await world.SeeAsync(db => db.Set<JournalEntry>().Where(line => line.Why == "The old photos will do").CountAsync());
        lines.ShouldBe(1);
        await world.RunAsync(new TickWork(photos.Id));
        (await world.RunAsync(new AddStep(posts.Id, "Second post"))).WaitsFor.ShouldBeEmpty();
    }

    [Theory, BothDatabases, Requirement("R000-18")]
    public async Task A_soft_dependency_only_advises(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var first = await world.RunAsync(new AddActionItem(plan, "Ask the guests"));
        var second = await world.RunAsync(new AddActionItem(plan, "Plan themes"));
        await world.RunAsync(new RelateWork(second.Id, first.Id, RelationKind.SoftDependsOn));
        (await world.RunAsync(new StartWork(second.Id))).State.ShouldBe(WorkState.Started);
    }

    [Theory, BothDatabases, Requirement("R000-17")]
    public async Task A_circle_of_dependencies_is_refused_and_printed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var a = await world.RunAsync(new AddActionItem(plan, "A"));
        var b = await world.RunAsync(new AddActionItem(plan, "B"));
        var c = await world.RunAsync(new AddActionItem(plan, "C"));
        await world.RunAsync(new RelateWork(a.Id, b.Id));
        await world.RunAsync(new RelateWork(b.Id, c.Id, RelationKind.SoftDependsOn));
        var no = await world.RefusedAsync(new RelateWork(c.Id, a.Id));
        no.Code.ShouldBe("dependency-circle");
        no.Message.ShouldContain("C → A → B → C");
        await world.RunAsync(new RelateWork(c.Id, a.Id, RelationKind.RelatesTo));
        (await world.RefusedAsync(new RelateWork(a.Id, a.Id))).Code.ShouldBe("relation-to-itself");
    }

    [Theory, BothDatabases, Requirement("R000-17")]
    public async Task A_circle_through_parts_is_found_too(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var a = await world.RunAsync(new AddActionItem(plan, "A"));
        var b = await world.RunAsync(new AddActionItem(plan, "B"));
        var part = await world.RunAsync(new AddStep(b.Id, "Part of B"));
        var relation = (await world.RunAsync(new RelateWork(b.Id, a.Id))).Relations.Single();
        (await world.RefusedAsync(new RelateWork(a.Id, part.Id))).Message.ShouldContain("A → Part of B → B → A");
        (await world.RefusedAsync(new RelateWork(part.Id, b.Id))).Code.ShouldBe("dependency-circle");
        await world.RunAsync(new UnrelateWork(relation.Id));
        await world.RunAsync(new RelateWork(a.Id, part.Id));
    }
}
