using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Plans;

[Requirement("R004-03")]
public sealed class CustomFieldTests
{
    [Theory, BothDatabases]
    public async Task A_field_stands_at_every_goal_takes_what_its_type_takes_and_can_be_emptied(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var goal = await world.RunAsync(new AddGoal(await world.PlanAsync(), "200 lunch guests a week"));
        var node = goal.Id.ToString();
        var region = await AddAsync(world, "Region", FieldType.Choice, ["North", "South"]);
        var cost = await AddAsync(world, "Cost centre", FieldType.Number);
        var until = await AddAsync(world, "Board wants it by", FieldType.Date);
        var asked = await AddAsync(world, "Asked the union", FieldType.YesNo);
        var notes = await AddAsync(world, "Minutes", FieldType.Text);
        (await world.RunAsync(new NodeFields(node))).Select(field => (field.Label, field.Value)).ShouldBe([("Region", null), ("Cost centre", null), ("Board wants it by", null), ("Asked the union", null), ("Minutes", null)]);

        foreach (var (field, good, stored) in new[] { (region, "South", "South"), (cost, " -0012.50 ", "-12.5"), (until, "2026-11-26", "2026-11-26"), (asked, "yes", "yes"), (notes, "§ 4", "§ 4") })
        {
            (await world.RunAsync(new WriteField(node, field.Id, good))).Value.ShouldBe(stored);
        }

        foreach (var (field, bad, code) in new[] { (region, "West", "value-no-choice"), (cost, "1,5", "value-no-number"), (cost, "1e5", "value-no-number"), (until, "26.11.2026", "value-no-date"), (asked, "maybe", "value-no-answer") })
        {
            (await world.RefusedAsync(new WriteField(node, field.Id, bad))).Code.ShouldBe(code);
        }

        (await world.RunAsync(new NodeFields(node))).Select(field => field.Value).ShouldBe(["South", "-12.5", "2026-11-26", "yes", "§ 4"], "what is refused changes nothing");
        (await world.RunAsync(new CustomFieldList(world.Brand))).ShouldAllBe(field => field.Used == 1);
        await world.RunAsync(new WriteField(node, notes.Id, " "));
        (await world.RunAsync(new NodeFields(node)))[4].Value.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_field_belongs_to_one_kind_of_thing_has_one_name_and_keeps_its_values_while_it_is_put_away(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var goal = await world.RunAsync(new AddGoal(await world.PlanAsync(), "200 lunch guests a week"));
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "tacoloco", Purpose: "Where the van stands"));
        var field = await AddAsync(world, "Region", FieldType.Text);
        (await world.RefusedAsync(new AddCustomField(world.Brand, FieldPlace.Goal, "Region"))).Code.ShouldBe("label-taken");
        await world.RunAsync(new AddCustomField(world.Brand, FieldPlace.SocialAccount, "Region"));
        (await world.RefusedAsync(new WriteField(account.Id.ToString(), field.Id, "North"))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RunAsync(new NodeFields(account.Id.ToString()))).ShouldHaveSingleItem().Field.ShouldNotBe(field.Id);
        (await world.RefusedAsync(new AddCustomField(world.Brand, FieldPlace.Goal, "Size", FieldType.Choice, ["one"]))).Code.ShouldBe("choices-count");
        (await world.RefusedAsync(new AddCustomField(world.Brand, FieldPlace.Goal, "Size", FieldType.Number, ["one", "two"]))).Code.ShouldBe("choices-without-choice");

        await world.RunAsync(new WriteField(goal.Id.ToString(), field.Id, "North"));
        await world.RunAsync(new ArchiveCustomField(field.Id));
        (await world.RunAsync(new NodeFields(goal.Id.ToString()))).ShouldBeEmpty();
        (await world.RefusedAsync(new WriteField(goal.Id.ToString(), field.Id, "South"))).Code.ShouldBe("field-archived");
        (await world.RefusedAsync(new AddCustomField(world.Brand, FieldPlace.Goal, "Region"))).Message.ShouldContain("put away");
        await world.RunAsync(new ArchiveCustomField(field.Id, Archived: false));
        (await world.RunAsync(new NodeFields(goal.Id.ToString()))).ShouldHaveSingleItem().Value.ShouldBe("North");
        var ben = await world.MemberAsync("Ben");
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new AddCustomField(world.Brand, FieldPlace.Goal, "Mine"), Role.Editor, ben))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await world.RunAsync(new WriteField(goal.Id.ToString(), field.Id, "South"), Role.Editor, ben)).Value.ShouldBe("South");
    }

    [Theory, BothDatabases]
    public async Task What_is_written_in_own_fields_goes_into_the_version_the_file_and_the_next_cycle(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var goal = await world.RunAsync(new AddGoal(plan, "200 lunch guests a week"));
        var field = await AddAsync(world, "Region", FieldType.Choice, ["North", "South"]);
        await world.RunAsync(new WriteField(goal.Id.ToString(), field.Id, "North"));
        await world.ForceAsync(plan);
        (await world.RunAsync(new PlanVersionDetail(plan, 1))).Parts.ToString().ShouldContain("North");
        var next = await world.RunAsync(new ReimplementPlan(plan, Confirm: true));
        var copied = (await world.RunAsync(new GoalList(next.Id))).ShouldHaveSingleItem();
        copied.Id.ShouldNotBe(goal.Id);
        (await world.RunAsync(new NodeFields(copied.Id.ToString()))).ShouldHaveSingleItem().Value.ShouldBe("North");
        (await world.RunAsync(new CustomFieldList(world.Brand))).ShouldHaveSingleItem().Used.ShouldBe(2);
    }

    private static Task<CustomFieldView> AddAsync(World world, string label, FieldType type, IReadOnlyList<string>? choices = null) =>
        world.RunAsync(new AddCustomField(world.Brand, FieldPlace.Goal, label, type, choices));
}
