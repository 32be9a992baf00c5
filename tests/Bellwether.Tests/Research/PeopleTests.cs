using Bellwether.Kernel;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class PeopleTests
{
    [Theory, BothDatabases]
    [Requirement("R004-09")]
    public async Task Three_of_five_departments_heard_are_60_per_cent_and_the_next_are_named(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        foreach (var name in new[] { "Sales", "Kitchen", "Service" })
        {
            var department = await scene.DepartmentAsync(name);
            var planned = await scene.RunAsync(new PlanInterview(scene.Plan, new InterviewSheet($"Head of {name}", department.Id)));
            planned.Questions.Select(question => question.Question).ShouldBe(QuestionSet.Usual.Questions);
            await scene.RunAsync(new HoldInterview(planned.Id, [new InterviewAnswer(planned.Questions[0].Question, "More guests")], Needs: [$"{name} needs time"]));
        }

        var dated = await scene.DepartmentAsync("Buying");
        await scene.DepartmentAsync("Office");
        await scene.RunAsync(new PlanInterview(scene.Plan, new InterviewSheet("Ola", dated.Id, On: scene.Today.PlusDays(3))));
        var board = await scene.RunAsync(new InterviewList(scene.Plan));
        (board.Departments, board.Heard, board.Share).ShouldBe((5, 3, 0.6m));
        board.Next.Select(department => department.Sheet.Name).ShouldBe(["Office", "Buying"]);
        board.Interviews[0].Sheet.Name.ShouldBe("Ola");
    }

    [Theory, BothDatabases]
    [Requirement("R004-09")]
    public async Task Needs_become_findings_with_the_interview_as_source_and_without_it_they_are_unsourced(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var sales = await scene.DepartmentAsync("Sales");
        var set = await scene.RunAsync(new AddQuestionSet(scene.Plan, new QuestionSetSheet("Short", ["What hurts?"])));
        var interview = await scene.RunAsync(new PlanInterview(scene.Plan, new InterviewSheet("Ola", sales.Id, Questions: set.Id)));
        interview.Questions.ShouldHaveSingleItem().Question.ShouldBe("What hurts?");
        var held = await scene.RunAsync(new HoldInterview(interview.Id, [new InterviewAnswer("What hurts?", "No leads")], "A long talk", ["Leads before noon", "Fewer calls"]));
        held.Findings.ShouldBe(2);
        await scene.RunAsync(new HoldInterview(interview.Id, [], null, ["Leads before noon", "Fewer calls", "A price list"], HeldOn: held.HeldOn));
        var findings = await scene.RunAsync(new FindingList(scene.Plan));
        findings.Select(finding => finding.Sheet.Text).ShouldBe(["A price list", "Fewer calls", "Leads before noon"], ignoreOrder: true);
        findings.ShouldAllBe(finding => finding.Sheet.Source!.Name == "Ola, Sales" && !finding.Gaps.Contains(FindingGap.Unsourced));
        await scene.RunAsync(new RemoveInterview(interview.Id));
        (await scene.RunAsync(new FindingList(scene.Plan, Gap: FindingGap.Unsourced))).Count.ShouldBe(3);
        (await scene.FindingAsync("A hunch")).Gaps.ShouldContain(FindingGap.Unsourced);
        (await scene.World.RefusedAsync(new AddFinding(scene.Plan, new FindingSheet("x", SituationArea.Market, new Evidence(SourceKind.Interview, "Ola", scene.Today, interview.Id.ToString()))))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task An_interview_cannot_be_held_in_the_future_and_one_missed_is_overdue()
    {
        await using var scene = await ResearchScene.OnAsync();
        var sales = await scene.DepartmentAsync("Sales");
        var interview = await scene.RunAsync(new PlanInterview(scene.Plan, new InterviewSheet("Ola", sales.Id, On: scene.Today)));
        (await scene.World.RefusedAsync(new HoldInterview(interview.Id, HeldOn: scene.Today.PlusDays(1)))).Code.ShouldBe("interview-in-future");
        scene.World.Clock.Advance(TimeSpan.FromDays(2));
        (await scene.RunAsync(new InterviewDetail(interview.Id))).Overdue.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    [Requirement("R004-18")]
    public async Task The_matrix_shows_who_covers_what_and_a_new_version_asks_for_the_sign_off_again(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var ben = await scene.World.MemberAsync("Ben");
        var sales = await scene.DepartmentAsync("Sales", new AreaCover("Answers", ben), new AreaCover("Pictures", Person: "Ola"));
        await scene.DepartmentAsync("Kitchen", new AreaCover("pictures", Person: "Kim"));
        var matrix = await scene.RunAsync(new DepartmentCoverage(scene.Plan));
        matrix.Areas.ShouldBe(["Answers", "Pictures"]);
        matrix.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Who ?? "nobody"))).ShouldBe(["Ben|Ola", "nobody|Kim"]);
        matrix.Open.ShouldBe(1);
        (await scene.RunAsync(new SignOffDepartment(sales.Id, "Ola", "Fine by us"))).SignedOff.ShouldBeTrue();
        (await scene.RunAsync(new DepartmentCoverage(scene.Plan))).Signed.ShouldBe(1);
        await scene.World.InScopeAsync<ResearchDesk>(async (db, _) =>
        {
            var plan = await db.FindAsync(scene.Plan, "plan", default);
            plan.Activate(scene.World.Now);
            plan.Revise();
            await db.SaveAsync(default);
        });
        (await scene.RunAsync(new DepartmentCoverage(scene.Plan))).Signed.ShouldBe(0);
        (await scene.RunAsync(new ResearchOverview(scene.Plan))).Gaps.Count(gap => gap.Kind == GapKind.DepartmentNotSigned).ShouldBe(2);
        (await scene.World.RefusedAsync(new AddDepartment(scene.Plan, new DepartmentSheet("sales")))).Code.ShouldBe("department-twice");
    }

    [Theory, BothDatabases]
    [Requirement("R003-08")]
    public async Task Five_promotions_against_two_are_a_conflict_until_somebody_settles_it(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var sales = await scene.DepartmentAsync("Sales");
        var service = await scene.DepartmentAsync("Service");
        var wish = await scene.RunAsync(new AddDepartmentAim(sales.Id, new AimSheet("Facebook Page", "promos", AimDirection.AtLeast, 5)));
        await scene.RunAsync(new AddDepartmentAim(service.Id, new AimSheet("facebook", "Promos", AimDirection.AtMost, 2)));
        await scene.RunAsync(new AddDepartmentAim(service.Id, new AimSheet("x", "promos", AimDirection.AtMost, 0)));
        var conflict = (await scene.RunAsync(new DepartmentAimList(scene.Plan))).Conflicts.ShouldHaveSingleItem();
        conflict.Message.ShouldBe("Sales wants at least 5 promos a week on Facebook Page; Service allows 2.");
        conflict.Kind.ShouldBe(ConflictKind.OpposingNumbers);
        (await scene.World.RunAsync(new Bellwether.Plans.PlanGates(scene.Plan))).Findings.ShouldContain(finding => finding.Code == "research-aim-conflict" && !finding.Blocks);
        await scene.RunAsync(new SettleAimConflict(scene.Plan, conflict.Key, "Three until Easter, then two."));
        var settled = await scene.RunAsync(new DepartmentAimList(scene.Plan));
        (settled.Open, settled.Conflicts[0].Decision, settled.Conflicts[0].SettledBy).ShouldBe((0, "Three until Easter, then two.", "Ana"));
        // Taken away and put back as it was: what was settled still holds.
        await scene.RunAsync(new RemoveDepartmentAim(wish.Id));
        wish = await scene.RunAsync(new AddDepartmentAim(sales.Id, wish.Sheet));
        (await scene.RunAsync(new DepartmentAimList(scene.Plan))).Open.ShouldBe(0);
        await scene.RunAsync(new ChangeDepartmentAim(wish.Id, wish.Sheet with { PerWeek = 4 }));
        (await scene.RunAsync(new DepartmentAimList(scene.Plan))).Open.ShouldBe(1);
        await scene.RunAsync(new ChangeDepartmentAim(wish.Id, wish.Sheet with { PerWeek = 2 }));
        (await scene.RunAsync(new DepartmentAimList(scene.Plan))).Conflicts.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("R003-08")]
    public async Task The_same_slot_is_a_conflict_other_people_are_not_and_one_person_has_no_departments()
    {
        await using var scene = await ResearchScene.OnAsync();
        await scene.RunAsync(new WriteResearchProfile(scene.Plan, new ProfileSheet(Size: OrganisationSize.One)));
        (await scene.RunAsync(new DepartmentCoverage(scene.Plan))).Hidden.ShouldBeTrue();
        var (sales, service) = (await scene.DepartmentAsync("Sales"), await scene.DepartmentAsync("Service"));
        var (parents, students) = (await scene.AudienceAsync("Parents"), await scene.AudienceAsync("Students"));
        AimSheet slot = new("instagram", "photos", AimDirection.AtLeast, 1, Day: IsoDayOfWeek.Monday, At: new LocalTime(9, 0));
        await scene.RunAsync(new AddDepartmentAim(sales.Id, slot));
        await scene.RunAsync(new AddDepartmentAim(service.Id, slot with { What = "answers" }));
        await scene.RunAsync(new AddDepartmentAim(sales.Id, new AimSheet("x", "jokes", AimDirection.AtLeast, 5, parents.Id)));
        await scene.RunAsync(new AddDepartmentAim(service.Id, new AimSheet("x", "jokes", AimDirection.AtMost, 1, students.Id)));
        (await scene.RunAsync(new DepartmentAimList(scene.Plan))).Conflicts.ShouldHaveSingleItem().Message.ShouldBe("Sales and Service both claim Monday at 09:00 on Instagram.");
    }

    [Fact]
    [Requirement("R003-08")]
    public async Task A_plan_begun_for_one_person_shows_no_departments_until_its_profile_names_more()
    {
        await using var scene = await ResearchScene.OnAsync();
        async Task<bool> HiddenAsync(Id<Bellwether.Plans.Plan> plan) => (await scene.RunAsync(new DepartmentCoverage(plan))).Hidden;
        (await HiddenAsync(scene.Plan)).ShouldBeFalse();
        var solo = (await scene.RunAsync(new Bellwether.Plans.OutlinePlan(scene.World.Brand, "Lunch", Template: "restaurant-information-solo"))).Id;
        (await HiddenAsync(solo)).ShouldBeTrue();
        (await HiddenAsync((await scene.RunAsync(new Bellwether.Plans.OutlinePlan(scene.World.Brand, "Shop", Template: "shop-sell-team"))).Id)).ShouldBeFalse();
        await scene.RunAsync(new WriteResearchProfile(solo, new ProfileSheet(Size: OrganisationSize.Few)));
        (await HiddenAsync(solo)).ShouldBeFalse();
    }
}
