using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Plans;

public sealed class PlanTests
{
    [Theory, BothDatabases]
    [Requirement("R000-01")]
    public async Task A_plan_begins_as_an_outline_of_version_one(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.RunAsync(new OutlinePlan(world.Brand, "More guests"));
        plan.Status.ShouldBe(PlanStatus.Outline);
        plan.Number.ShouldBe(1);
        plan.Cycle.ShouldBe(1);
        plan.NextStep.ShouldBe("activate");
        (await world.RunAsync(new PlanList())).ShouldHaveSingleItem().Title.ShouldBe("More guests");
    }

    [Theory, BothDatabases]
    [Requirement("R000-03")]
    public async Task Activation_waits_for_a_start_date_and_a_review_schedule(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        var refused = await world.RefusedAsync(new ActivatePlan(plan));
        refused.Code.ShouldBe("gates-open");
        var findings = refused.Details.ShouldBeAssignableTo<IReadOnlyList<GateFinding>>()!;
        findings.Where(finding => finding.Blocks).Select(finding => finding.Code).ShouldContain("no-review-schedule");
        findings.Where(finding => finding.Blocks).Select(finding => finding.Code).ShouldContain("no-start-date");
        (await world.RunAsync(new PlanGates(plan))).Open.ShouldBeFalse();

        var ready = await world.RunAsync(new ChangePlan(plan, Start: GivenPlans.Start, ReviewRule: GivenPlans.NearMonthEnd));
        ready.Reviews!.Next.Count.ShouldBe(12);
        (await world.RunAsync(new PlanGates(plan))).Findings.Where(finding => finding.Step == Steps.Plans).ShouldAllBe(finding => !finding.Blocks);
    }

    [Theory, BothDatabases]
    [Requirement("R000-03")]
    public async Task An_end_before_the_start_and_a_rule_without_any_review_are_refused(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        (await world.RefusedAsync(new ChangePlan(plan, Start: GivenPlans.Start, End: GivenPlans.Start.PlusDays(-1)))).Code.ShouldBe("end-before-start");
        var never = await world.RefusedAsync(new ChangePlan(plan, Start: GivenPlans.Start, End: GivenPlans.Start.PlusDays(20), ReviewRule: GivenPlans.NearMonthEnd));
        never.Code.ShouldBe("no-review-ever");
        never.Kind.ShouldBe(ProblemKind.Rule);
        (await world.RefusedAsync(new ChangePlan(plan, ReviewRule: "FREQ=MONTHLY;BYDAY=6TH"))).Fields.ShouldHaveSingleItem().Field.ShouldBe("reviewRule");
    }

    [Theory, BothDatabases]
    [Requirement("R000-04")]
    public async Task The_schedule_is_said_in_words_with_local_times_and_moved_off_days_off(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var thanksgiving = new LocalDate(2026, 11, 26);
        var reviews = (await world.RunAsync(new ChangePlan(plan, ReviewTime: new LocalTime(10, 0), ReviewMove: DayOffMove.Earlier, ReviewDaysOff: [thanksgiving]))).Reviews!;
        reviews.Words.ShouldBe("last Thursday of each month, 10:00");
        reviews.Warnings.ShouldBeEmpty();
        var november = reviews.Next.Single(review => review.Local.Month == 11);
        november.Local.ShouldBe(new LocalDateTime(2026, 11, 25, 10, 0));
        november.MovedFrom.ShouldBe(thanksgiving);
        november.At.ShouldBe(Instant.FromUtc(2026, 11, 25, 9, 0));

        var fixedDate = (await world.RunAsync(new ChangePlan(plan, ReviewRule: "FREQ=MONTHLY;BYMONTHDAY=31"))).Reviews!;
        fixedDate.Warnings.ShouldHaveSingleItem().ShouldStartWith("5 months of 2026 have no such day");
    }

    [Theory, BothDatabases]
    [Requirement("R000-09")]
    public async Task A_picture_of_success_is_short_and_missed_only_in_a_warning(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        (await world.RunAsync(new PlanGates(plan))).Findings.Single(finding => finding.Code == "no-picture-of-success").Blocks.ShouldBeFalse();
        (await world.RefusedAsync(new ChangePlan(plan, Picture: new string('a', 501)))).Code.ShouldBe("picture-too-long");
        var view = await world.RunAsync(new ChangePlan(plan, Picture: new string('a', 500), PictureBy: new LocalDate(2026, 12, 31)));
        view.PictureBy.ShouldBe(new LocalDate(2026, 12, 31));
        (await world.RunAsync(new PlanGates(plan))).Findings.ShouldNotContain(finding => finding.Code == "no-picture-of-success");
    }

    [Theory, BothDatabases]
    [Requirement("R001-02")]
    public async Task Problem_and_goal_are_said_out_loud_and_seen_by_some_of_the_team(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var plan = await world.OutlineAsync();
        (await world.RefusedAsync(new PublishStatement(plan))).Fields.ShouldHaveSingleItem().Field.ShouldBe("problem");
        var same = await world.RunAsync(new ChangePlan(plan, Problem: "Few lunch guests", GoalStatement: "few lunch guests!"));
        same.Hints.ShouldHaveSingleItem().ShouldContain("repeats the problem");

        await world.RunAsync(new ChangePlan(plan, GoalStatement: "A full room at noon"));
        await world.RunAsync(new PublishStatement(plan));
        var notice = (await world.RunAsync(new PlanNoticeList(plan))).ShouldHaveSingleItem();
        notice.SeenInWords.ShouldBe("Seen by 1 of 2");
        notice.Missing.ShouldBe(["Ben"]);
        notice.Lines.ShouldBe(["Few lunch guests", "A full room at noon"]);

        await world.RunAsync(new AcknowledgeNotice(plan, notice.Id), Role.Editor, ben);
        await world.RunAsync(new AcknowledgeNotice(plan, notice.Id), Role.Editor, ben);
        (await world.RunAsync(new PlanNoticeList(plan))).Single().SeenInWords.ShouldBe("Seen by 2 of 2");
    }

    [Theory, BothDatabases]
    [Requirement("R001-04")]
    public async Task The_situation_is_kept_in_its_five_parts(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        await world.RunAsync(new ChangePlan(plan, Situation: new PlanSituation("Office workers", "Two canteens", "One cook", "Growing", "EUR 200 a month")));
        var read = await world.RunAsync(new PlanDetail(plan));
        read.Situation.ShouldBe(new PlanSituation("Office workers", "Two canteens", "One cook", "Growing", "EUR 200 a month"));
    }

    [Theory, BothDatabases]
    [Requirement("R001-09")]
    public async Task Later_steps_open_with_the_first_goal_or_when_it_is_skipped_on_purpose(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        var closed = await world.RunAsync(new PlanSteps(plan));
        closed.Steps.Single(step => step.Step == "Goals").Open.ShouldBeTrue();
        closed.Steps.Single(step => step.Step == "Actions").Open.ShouldBeFalse();
        await world.RunAsync(new SkipGoalFirst(plan));
        var open = await world.RunAsync(new PlanSteps(plan));
        open.Skipped.ShouldBeTrue();
        open.Steps.ShouldAllBe(step => step.Open);
        (await world.RunAsync(new PlanGates(plan))).Findings.ShouldContain(finding => finding.Code == "goal-skipped" && !finding.Blocks);
    }

    [Theory, BothDatabases]
    [Requirement("R001-01")]
    public async Task Plans_are_filtered_by_the_business_function_they_serve(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var sales = await world.OutlineAsync("Sales");
        await world.OutlineAsync("Other");
        await world.RunAsync(new ChangePlan(sales, Function: BusinessFunction.Sales));
        (await world.RunAsync(new PlanList(Function: BusinessFunction.Sales))).ShouldHaveSingleItem().Id.ShouldBe(sales);
        (await world.RefusedAsync(new ChangePlan(sales, Function: BusinessFunction.Other))).Fields.ShouldHaveSingleItem().Field.ShouldBe("functionName");
    }

    [Theory, BothDatabases]
    public async Task A_plan_of_another_workspace_is_not_there(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new PlanDetail(plan)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    [Requirement("R000-01")]
    public void Only_the_moves_of_the_table_are_made()
    {
        var all = Enum.GetValues<PlanStatus>();
        var legal = new[] { (PlanStatus.Outline, PlanStatus.Active), (PlanStatus.Outline, PlanStatus.Closed), (PlanStatus.Active, PlanStatus.UnderReview), (PlanStatus.Active, PlanStatus.Closed), (PlanStatus.UnderReview, PlanStatus.Active) };
        foreach (var (from, to) in all.SelectMany(from => all.Select(to => (from, to))))
        {
            if (legal.Contains((from, to)))
            {
                from.Become(to).ShouldBe(to);
            }
            else
            {
                Should.Throw<ProblemException>(() => from.Become(to)).Code.ShouldBe("plan-move-illegal");
            }
        }
    }
}
