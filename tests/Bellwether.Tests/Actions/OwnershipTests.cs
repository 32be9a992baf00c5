using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Actions;

public sealed class OwnershipTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R000-21"), Requirement("R000-23")]
    public async Task One_person_is_accountable_and_the_matrix_says_what_is_wrong(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var ben = await world.MemberAsync("Ben");
        var action = await world.RunAsync(new AddActionItem(plan, "Answer comments"));
        (await world.RefusedAsync(new AssignRoles(action.Id, [new(RaciLetter.Accountable, ben), new(RaciLetter.Accountable, world.Owner)]))).Code.ShouldBe("two-accountable");
        (await world.RefusedAsync(new AssignRoles(action.Id, [new(RaciLetter.Accountable, Group: "Team")]))).Code.ShouldBe("group-accountable");
        var assigned = await world.RunAsync(new AssignRoles(action.Id, [new(RaciLetter.Accountable, ben), new(RaciLetter.Responsible, world.Owner), new(RaciLetter.Consulted, Group: "Kitchen")], "Every comment within a day"));
        assigned.Accountable.ShouldBe(ben);
        assigned.Duty.ShouldBe("Every comment within a day");
        await world.RunAsync(new AddActionItem(plan, "Nobody's"));
        var matrix = await world.RunAsync(new ResponsibilityMatrix(plan));
        matrix.Rows.Select(row => row.Health).ShouldBe(["ok", "no A, no R"]);
        matrix.People.Single(person => person.Member == ben).Accountable.ShouldBe(1);
    }

    [Theory, BothDatabases, Requirement("R000-16")]
    public async Task Leaves_that_nobody_can_watch_are_listed_with_what_they_lack(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await world.RunAsync(new AddActionItem(plan, "Watched", Accountable: world.Owner, Due: Today, DoneWhen: "The menu is online"));
        var action = await world.RunAsync(new AddActionItem(plan, "Half", Accountable: world.Owner));
        await world.RunAsync(new AddStep(action.Id, "Step", Due: Today));
        var found = (await world.RunAsync(new ActionOutline(plan, WorkFilter.Unmonitorable))).Rows;
        found.Select(row => row.Title).ShouldBe(["Step"]);
        found[0].Gaps.ShouldBe([WorkGap.NoDoneWhen]);
        found[0].Owner.ShouldBe(world.Owner);
    }

    [Theory, BothDatabases, Requirement("R000-16"), Requirement("R000-22")]
    public async Task Work_due_within_thirty_days_without_owner_or_day_blocks_and_later_work_warns(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await world.RunAsync(new AddActionItem(plan, "Soon", Due: Today.PlusDays(30)));
        await world.RunAsync(new AddActionItem(plan, "Later", Due: Today.PlusDays(31)));
        var parent = await world.RunAsync(new AddActionItem(plan, "Near", Accountable: world.Owner, Due: Today.PlusDays(3)));
        await world.RunAsync(new AddStep(parent.Id, "Dateless"));
        var findings = (await world.RunAsync(new PlanGates(plan))).Findings.Where(finding => finding.Step == "Actions").ToList();
        string Of(string code, bool blocks) => string.Join("|", findings.Where(finding => finding.Code == code && finding.Blocks == blocks).Select(finding => finding.Message.Split('“')[1].Split('”')[0]));
        Of("work-without-owner", true).ShouldBe("Soon");
        Of("work-without-owner", false).ShouldBe("Later");
        Of("work-without-date", true).ShouldBe("Dateless");
        Of("work-without-date", false).ShouldBe("");
    }

    [Theory, BothDatabases, Requirement("R000-22")]
    public async Task Owned_and_unowned_work_are_compared_only_from_five_on_each_side(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        for (var i = 0; i < 5; i++)
        {
            var owned = await world.RunAsync(new AddActionItem(plan, $"Owned {i}", Accountable: world.Owner));
            await world.RunAsync(new TickWork(owned.Id));
            if (i < 4)
            {
                await world.RunAsync(new AddActionItem(plan, $"Free {i}"));
            }
        }

        var few = await world.RunAsync(new UnownedWork(plan));
        (few.OwnedArm, few.UnownedArm).ShouldBe((new UnownedWork.CompletionArm(5, 5, null, null), new UnownedWork.CompletionArm(4, 0, null, null)));
        few.Unowned.Count.ShouldBe(4);
        await world.RunAsync(new AddActionItem(plan, "Free 5"));
        var enough = await world.RunAsync(new UnownedWork(plan));
        enough.OwnedArm.Rate.ShouldBe(1);
        enough.OwnedArm.Interval!.Low.ShouldBe(0.5655, 0.0001);
        enough.UnownedArm.Interval!.High.ShouldBe(0.4345, 0.0001);
    }

    [Theory, BothDatabases, Requirement("R000-26")]
    public async Task A_full_plan_with_nothing_done_is_executed_by_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        (await world.RunAsync(new ExecutionShare(plan))).Share.ShouldBeNull("a plan without work says nothing");
        var first = await world.RunAsync(new AddActionItem(plan, "First", Accountable: world.Owner, Due: Today.PlusDays(-2), DoneWhen: "Seen"));
        await world.RunAsync(new AddActionItem(plan, "Second", Accountable: world.Owner, Due: Today, DoneWhen: "Seen"));
        await world.RunAsync(new AddActionItem(plan, "Third", Accountable: world.Owner, Due: Today.PlusDays(9), DoneWhen: "Seen"));
        var none = await world.RunAsync(new ExecutionShare(plan));
        (none.Due, none.Done, none.Share, none.Overdue).ShouldBe((2, 0, 0m, 1));
        await world.RunAsync(new TickWork(first.Id));
        (await world.RunAsync(new ExecutionShare(plan))).Share.ShouldBe(50);
    }

    [Theory, BothDatabases, Requirement("R004-21")]
    public async Task My_work_is_what_I_answer_for_or_do_the_earliest_first(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var ben = await world.MemberAsync("Ben");
        var late = await world.RunAsync(new AddActionItem(plan, "Late", Accountable: ben, Due: Today.PlusDays(-1)));
        var tactic = await world.RunAsync(new AddTactic(plan, "Lunch"));
        var parent = await world.RunAsync(new AddActionItem(plan, "Offer", Id<Tactic>.Parse(tactic.Id), Accountable: world.Owner, Due: Today.PlusDays(5)));
        var step = await world.RunAsync(new AddStep(parent.Id, "Print"));
        await world.RunAsync(new AssignRoles(step.Id, [new(RaciLetter.Responsible, ben)]));
        var mine = await world.RunAsync(new MyWork(), Role.Editor, ben);
        mine.Select(row => (row.Work.Title, row.Part, row.Overdue, row.As)).ShouldBe([("Late", "", true, RaciLetter.Accountable), ("Print", "Lunch / Offer", false, RaciLetter.Responsible)]);
        await world.RunAsync(new TickWork(late.Id), Role.Guest, ben);
        (await world.RunAsync(new MyWork(Days: 3), Role.Editor, ben)).ShouldBeEmpty();
    }
}
