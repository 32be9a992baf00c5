using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class GoalTests
{
    [Theory, BothDatabases]
    [Requirement("R000-12")]
    public async Task One_informal_line_is_kept_and_the_assistant_asks_for_the_rest(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var goal = await scene.GoalAsync("more people through the door");
        var detail = await scene.DetailAsync(goal);
        detail.Row.Status.ShouldBe(GoalStatus.NoData);
        detail.Questions.Select(question => question.Part).ShouldBe(["metric", "number", "date", "owner", "picture", "audience", "objective"]);
        detail.Questions[0].Offers.ShouldContain("orders");
        (detail.Row.IsDraft, string.Join(", ", detail.Row.Lacks)).ShouldBe((true, "metric, number, date"));
        var target = await scene.TargetAsync(goal, scene.Sheet("orders") with { Deadline = null });
        (await scene.RowAsync(goal)).Lacks.ShouldBe(["date"]);
        await scene.World.RunAsync(new ChangeKpiTarget(target, scene.Sheet("orders")));
        (await scene.RowAsync(goal)).IsDraft.ShouldBeFalse();
        var weekly = await scene.GoalAsync("three photos a week");
        await scene.TargetAsync(weekly, new KpiSheet("posts_published", TargetType.Cadence, 3));
        (await scene.RowAsync(weekly)).IsDraft.ShouldBeFalse("each week is its date");
    }

    [Fact]
    [Requirement("R000-12")]
    public async Task Only_an_empty_line_is_refused()
    {
        await using var scene = await Scene.OnAsync();
        (await scene.World.RefusedAsync(new AddGoal(scene.Plan, "  "))).Code.ShouldBe("title-empty");
    }

    [Theory, BothDatabases]
    [Requirement("R000-11")]
    public async Task A_goal_never_becomes_a_part_of_itself(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var top = await scene.GoalAsync("Sell more lunches");
        var middle = (await scene.World.RunAsync(new AddGoal(scene.Plan, "More visits", Parent: top))).Id;
        var low = (await scene.World.RunAsync(new AddGoal(scene.Plan, "More clicks", Parent: middle))).Id;
        (await scene.World.RefusedAsync(new MoveGoal(top, low))).Code.ShouldBe("goal-cycle");
        (await scene.World.RefusedAsync(new MoveGoal(top, top))).Code.ShouldBe("goal-cycle");
        (await scene.World.RunAsync(new MoveGoal(low, top))).Parent.ShouldBe(top);
    }

    [Fact]
    [Requirement("R002-20")]
    public async Task A_goal_keeps_its_picture_and_how_it_is_tracked()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("More lunches");
        var changed = await scene.World.RunAsync(new ChangeGoal(goal, Picture: "A queue at noon", Tracking: "Till report, Mondays, Ben", Owner: scene.World.Owner));
        (changed.Picture, changed.Tracking, changed.Owner).ShouldBe(("A queue at noon", "Till report, Mondays, Ben", scene.World.Owner));
        var cleared = await scene.World.RunAsync(new ChangeGoal(goal, Clear: ["picture", "owner"]));
        (cleared.Picture, cleared.Owner, cleared.Tracking).ShouldBe((null, null, "Till report, Mondays, Ben"));
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("More lunches");
        await scene.World.RunAsync(new ChangeGoal(goal, Title: "More lunches sold"));
        (await scene.World.RefusedAsync(new ChangeGoal(goal, Title: "x", IfVersion: 1))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Theory, BothDatabases]
    [Requirement("R001-17")]
    public async Task A_row_tells_where_the_number_is_and_where_it_should_be(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var goal = await scene.GoalAsync("1,600 followers by the end of March");
        await scene.TargetAsync(goal, scene.Sheet("followers") with { Deadline = new LocalDate(2026, 3, 31) });
        await scene.RecordAsync("followers", (new LocalDate(2026, 2, 1), 1100), (new LocalDate(2026, 3, 25), 1210));
        var row = await scene.RowAsync(goal);
        row.Now.ShouldBe(1210);
        row.Expected.ShouldNotBeNull().ShouldBe(1000 + (600m * 84 / 89), 0.000001m);
        row.Behind.ShouldNotBeNull().ShouldBe(1000 + (600m * 84 / 89) - 1210, 0.000001m);
        row.Status.ShouldBe(GoalStatus.AtRisk);
        row.Sparkline.ShouldBe([1100, 1210]);
    }

    [Fact]
    [Requirement("R001-17")]
    public async Task Judging_rules_are_kept_with_their_dates_and_the_past_keeps_its_colour()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Followers");
        var target = await scene.TargetAsync(goal, scene.Sheet("followers"));
        var changed = await scene.World.RunAsync(new ChangeJudging(target, new Judging(0.5m, 0.3m), Scene.Today.PlusDays(1), "half is fine"));
        changed.Judgings.Select(revision => (revision.Revision, revision.Rules.OnTrack)).ShouldBe([(1, 0.95m), (2, 0.5m)]);
        await scene.RecordAsync("followers", (Scene.Today, 1200));
        (await scene.RowAsync(goal)).Status.ShouldBe(GoalStatus.AtRisk);
        scene.World.Clock.Advance(TimeSpan.FromDays(1));
        (await scene.RowAsync(goal)).Status.ShouldBe(GoalStatus.OnTrack);
        (await scene.World.RefusedAsync(new ChangeJudging(target, new Judging(0.7m, 0.8m)))).Code.ShouldBe("judging-overlaps");
        (await scene.World.RefusedAsync(new ChangeJudging(target, Judging.Usual, Scene.Today))).Code.ShouldBe("judging-back-dated");
    }

    [Fact]
    [Requirement("R001-17")]
    public async Task Earned_media_value_cannot_be_the_kpi_of_a_goal()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Worth");
        (await scene.World.RefusedAsync(new AddKpiTarget(goal, scene.Sheet("emv")))).Code.ShouldBe("metric-not-recommended");
    }

    [Theory, BothDatabases]
    public async Task A_check_in_keeps_value_confidence_and_note_and_records_the_number(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var goal = await scene.GoalAsync("Followers");
        await scene.TargetAsync(goal, scene.Sheet("followers"));
        await scene.World.RunAsync(new CheckInGoal(goal, Value: 1300, Confidence: 0.6m, Note: "The contest helped"));
        var detail = await scene.DetailAsync(goal);
        detail.CheckIns.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            checkIn => checkIn.Value.ShouldBe(1300), checkIn => checkIn.Confidence.ShouldBe(0.6m), checkIn => checkIn.By.ShouldBe("Ana"));
        detail.Row.Now.ShouldBe(1300);
        detail.Row.LastCheckIn.ShouldBe(Scene.Today);
        (await scene.World.RefusedAsync(new CheckInGoal(goal))).Code.ShouldBe("check-in-empty");
        (await scene.World.RefusedAsync(new CheckInGoal(goal, Confidence: 60))).Code.ShouldBe("confidence-out-of-range");
    }

    [Fact]
    public async Task A_goal_ends_with_a_verdict_and_can_be_opened_again()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.CompleteAsync("Leads");
        await scene.World.RunAsync(new CloseGoal(goal, GoalVerdict.Failed, "The form was broken for a month"));
        (await scene.RowAsync(goal)).Status.ShouldBe(GoalStatus.Missed);
        (await scene.World.RefusedAsync(new CloseGoal(goal, GoalVerdict.Succeeded, "x"))).Code.ShouldBe("goal-closed");
        await scene.World.RunAsync(new ReopenGoal(goal));
        (await scene.RowAsync(goal)).Status.ShouldBe(GoalStatus.NoData);
    }

    [Fact]
    public async Task Somebody_without_access_owns_no_goal()
    {
        await using var scene = await Scene.OnAsync();
        var ben = await scene.World.MemberAsync("Ben");
        var goal = await scene.GoalAsync("Leads");
        await scene.World.RunAsync(new EndMembership(ben));
        (await scene.World.RefusedAsync(new ChangeGoal(goal, Owner: ben))).Code.ShouldBe("owner-inactive");
    }

    [Fact]
    public async Task A_removed_goal_leaves_its_parts_standing_and_its_numbers_stored()
    {
        await using var scene = await Scene.OnAsync();
        var top = await scene.CompleteAsync("Leads");
        var part = (await scene.World.RunAsync(new AddGoal(scene.Plan, "Enquiries", Parent: top))).Id;
        await scene.RecordAsync("leads", (Scene.Today, 5));
        await scene.World.RunAsync(new RemoveGoal(top));
        (await scene.World.RunAsync(new GoalList(scene.Plan))).ShouldHaveSingleItem().Parent.ShouldBeNull();
        (await scene.World.RunAsync(new MetricSeries(scene.World.Brand.ToString(), "leads"))).Points.Count.ShouldBe(1);
        (await scene.DetailAsync(part)).Goal.Title.ShouldBe("Enquiries");
    }

    [Theory, BothDatabases]
    public async Task Another_workspace_finds_no_goal(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var goal = await scene.GoalAsync("Leads");
        var problem = await Should.ThrowAsync<ProblemException>(() => scene.World.RunAsStrangerAsync(new GoalDetail(goal)));
        problem.Kind.ShouldBe(ProblemKind.NotFound);
    }
}
