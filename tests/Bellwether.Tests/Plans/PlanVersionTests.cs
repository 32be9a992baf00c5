using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class PlanVersionTests
{
    [Theory, BothDatabases]
    [Requirement("R000-01")]
    public async Task Corrections_come_into_force_as_the_next_version_and_the_old_one_stays_readable(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        await world.RunAsync(new ChangePlan(plan, GoalStatement: "A full room at noon"));
        (await world.RunAsync(new PlanDifference(plan))).Sentences.ShouldBe(["Goal statement set to A full room at noon."]);

        var revised = await world.RunAsync(new RevisePlan(plan, "Lunch matters most"));
        revised.Plan.Number.ShouldBe(2);
        revised.Plan.Status.ShouldBe(PlanStatus.Active);
        revised.Changes.ShouldBe(["Goal statement set to A full room at noon."]);

        var versions = await world.RunAsync(new PlanVersions(plan));
        versions.Select(version => (version.Number, version.InForce)).ShouldBe([(2, true), (1, false)]);
        versions[0].Reason.ShouldBe("Lunch matters most");
        (await world.RunAsync(new PlanVersionDetail(plan, 1))).Parts["plan"]!["goalStatement"].ShouldBeNull();
        (await world.RunAsync(new PlanDifference(plan, 1, 2))).Sentences.ShouldBe(revised.Changes);
        (await world.RefusedAsync(new PlanVersionDetail(plan, 9))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases]
    [Requirement("R000-01")]
    public async Task Editing_a_superseded_version_is_a_conflict(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        await world.RunAsync(new ChangePlan(plan, Problem: "Few guests"));
        await world.RunAsync(new RevisePlan(plan));
        var refused = await world.RefusedAsync(new ChangePlan(plan, Problem: "No guests", OfNumber: 1));
        refused.Kind.ShouldBe(ProblemKind.Conflict);
        refused.Code.ShouldBe("version-superseded");
        (await world.RunAsync(new ChangePlan(plan, Problem: "No guests", OfNumber: 2))).Problem.ShouldBe("No guests");
    }

    [Theory, BothDatabases]
    public async Task A_revision_without_a_change_asks_first(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        (await world.RefusedAsync(new RevisePlan(plan))).Code.ShouldBe("nothing-changed");
        (await world.RunAsync(new RevisePlan(plan, Confirm: true))).Plan.Number.ShouldBe(2);
    }

    [Theory, BothDatabases]
    [Requirement("R002-45")]
    public async Task A_new_version_is_told_to_all_with_its_difference_and_who_has_seen_it(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.MemberAsync("Ben");
        var plan = await world.ForcedAsync();
        await world.RunAsync(new ChangePlan(plan, Problem: "Few guests"));
        await world.RunAsync(new RevisePlan(plan));
        var notice = (await world.RunAsync(new PlanNoticeList(plan)))[0];
        notice.Kind.ShouldBe(PlanNoticeKind.NewVersion);
        notice.Number.ShouldBe(2);
        notice.Lines.ShouldBe(["Problem set to Few guests."]);
        notice.SeenInWords.ShouldBe("Seen by 1 of 2");
        notice.Missing.ShouldBe(["Ben"]);
    }

    [Theory, BothDatabases]
    [Requirement("R000-01")]
    public async Task A_closed_plan_is_changed_no_more(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        (await world.RunAsync(new ClosePlan(plan))).Status.ShouldBe(PlanStatus.Closed);
        (await world.RefusedAsync(new ChangePlan(plan, Problem: "x"))).Code.ShouldBe("plan-closed");
        (await world.RefusedAsync(new ClosePlan(plan))).Code.ShouldBe("plan-move-illegal");
    }

    [Theory, BothDatabases]
    [Requirement("R004-33")]
    public async Task The_next_cycle_follows_its_predecessor_with_its_parts_and_asks_when_nothing_changed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        (await world.RefusedAsync(new ReimplementPlan(plan))).Code.ShouldBe("nothing-changed");
        await world.RunAsync(new ChangePlan(plan, Problem: "Few guests", Situation: new PlanSituation("Office workers")));
        await world.RunAsync(new RevisePlan(plan));

        var next = await world.RunAsync(new ReimplementPlan(plan));
        next.Status.ShouldBe(PlanStatus.Outline);
        next.Cycle.ShouldBe(2);
        next.Number.ShouldBe(1);
        next.Predecessor.ShouldBe(plan);
        next.Title.ShouldBe("More guests, cycle 2");
        next.Problem.ShouldBe("Few guests");
        next.Situation.Customers.ShouldBe("Office workers");
        next.Start.ShouldBe(new LocalDate(2027, 1, 1));
        next.End.ShouldBeNull();
        next.Reviews!.Rule.ShouldBe(GivenPlans.NearMonthEnd);
        (await world.RunAsync(new PlanDetail(plan))).Successor.ShouldBe(next.Id);
        (await world.RefusedAsync(new ReimplementPlan(plan))).Code.ShouldBe("cycle-exists");
    }
}
