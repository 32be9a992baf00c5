using Bellwether.Actions;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Reviews;

public sealed class ReviewTests
{
    [Theory, BothDatabases]
    [Requirement("R000-05")]
    public async Task The_agenda_builds_itself_from_goals_measures_and_open_adjustments(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        await world.RunAsync(new AddComment(scene.Goal.ToString(), "Aim at weekdays only", CommentKind.Adjustment));
        await world.RunAsync(new AddComment(scene.Goal.ToString(), "Nice goal"));
        var review = await world.RunAsync(new OpenReview(scene.Plan));

        (await world.RunAsync(new PlanDetail(scene.Plan))).Status.ShouldBe(PlanStatus.UnderReview);
        var goal = review.Agenda.Single(item => item.Kind == AgendaKind.Goal);
        goal.Title.ShouldBe("More lunch guests");
        goal.IsMeasure.ShouldBeFalse();
        goal.Figures!.Then.ShouldBe(300);
        goal.Figures.Now.ShouldBe(900);
        goal.Figures.Target.ShouldBe(1200);
        goal.Figures.Expected.ShouldNotBeNull();
        review.Agenda.Where(item => item.IsMeasure).Select(item => (item.Kind, item.Title)).ShouldBe(
            [(AgendaKind.KpiTarget, "People through the door"), (AgendaKind.Tactic, "Post each morning"), (AgendaKind.ActionItem, "Write the table of places"), (AgendaKind.ActionItem, "Buy a camera")]);
        review.Agenda.Single(item => item.Kind == AgendaKind.Adjustment).Title.ShouldBe("Aim at weekdays only");
        review.Undecided.ShouldBe(4);
    }

    [Theory, BothDatabases]
    [Requirement("R000-05")]
    public async Task Alter_without_a_change_is_refused_and_undecided_measures_keep_a_review_open(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        var tactic = review.Agenda.Single(item => item.Kind == AgendaKind.Tactic);
        var missing = await world.RefusedAsync(new JudgeMeasure(review.Id, tactic.Id, MeasureVerdict.Alter, " "));
        missing.Code.ShouldBe("change-missing");
        missing.Fields.ShouldHaveSingleItem().Field.ShouldBe("change");

        await world.RunAsync(new JudgeMeasure(review.Id, tactic.Id, MeasureVerdict.Alter, "Twice a week is enough"));
        var open = await world.RefusedAsync(new CloseReview(review.Id));
        open.Code.ShouldBe("gates-open");
        open.Details.ShouldBeAssignableTo<IReadOnlyList<GateFinding>>()!.Count.ShouldBe(3);
        open.Message.ShouldContain("“Buy a camera”");
        var goal = review.Agenda.Single(item => item.Kind == AgendaKind.Goal);
        (await world.RefusedAsync(new JudgeMeasure(review.Id, goal.Id, MeasureVerdict.Keep))).Code.ShouldBe("no-measure");
    }

    [Theory, BothDatabases]
    [Requirement("R000-05")]
    [Requirement("R000-01")]
    public async Task Closing_applies_the_verdicts_and_the_plan_waits_for_its_next_version(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        AgendaItemView Item(string title) => review.Agenda.Single(item => item.Title == title);
        await world.RunAsync(new JudgeMeasure(review.Id, Item("Post each morning").Id, MeasureVerdict.Alter, "Twice a week is enough"));
        await world.RunAsync(new JudgeMeasure(review.Id, Item("Buy a camera").Id, MeasureVerdict.Drop));
        await world.RunAsync(new KeepTheRest(review.Id));
        (await world.RunAsync(new ReviewDetail(review.Id))).NextVersion.ShouldBe(["Tactic “Post each morning”: Twice a week is enough", "Action “Buy a camera”: dropped."]);

        await world.RunAsync(new CloseReview(review.Id));
        var outline = await world.RunAsync(new ActionOutline(scene.Plan));
        outline.Rows.Select(row => row.Title).ShouldNotContain("Buy a camera");
        var adjustment = (await world.RunAsync(new OpenComments(scene.Plan, CommentKind.Adjustment))).ShouldHaveSingleItem();
        adjustment.Comment.Text.ShouldBe("Twice a week is enough");
        adjustment.NodeTitle.ShouldBe("Post each morning");
        (await world.RunAsync(new PlanDetail(scene.Plan))).Status.ShouldBe(PlanStatus.UnderReview);

        var revised = await world.RunAsync(new RevisePlan(scene.Plan));
        revised.Plan.Number.ShouldBe(2);
        revised.Plan.Status.ShouldBe(PlanStatus.Active);
        revised.Changes.ShouldContain("Action “Buy a camera”: dropped.");
        (await world.RefusedAsync(new JudgeMeasure(review.Id, Item("Post each morning").Id, MeasureVerdict.Keep))).Code.ShouldBe("review-not-open");
    }

    [Theory, BothDatabases]
    [Requirement("R000-05")]
    public async Task A_dropped_tactic_takes_its_actions_along_and_a_dropped_KPI_leaves_its_goal(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        foreach (var kind in new[] { AgendaKind.Tactic, AgendaKind.KpiTarget })
        {
            await world.RunAsync(new JudgeMeasure(review.Id, review.Agenda.Single(item => item.Kind == kind).Id, MeasureVerdict.Drop));
        }

        (await world.RunAsync(new ReviewDetail(review.Id))).Undecided.ShouldBe(1);
        await world.RunAsync(new KeepTheRest(review.Id));
        await world.RunAsync(new CloseReview(review.Id));
        (await world.RunAsync(new ActionOutline(scene.Plan))).Rows.Select(row => row.Title).ShouldBe(["Buy a camera"]);
        (await world.RunAsync(new GoalList(scene.Plan))).ShouldHaveSingleItem().Kpis.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_review_that_changes_nothing_leaves_the_version_in_force(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        await world.RunAsync(new KeepTheRest(review.Id));
        await world.RunAsync(new CloseReview(review.Id));
        var plan = await world.RunAsync(new PlanDetail(scene.Plan));
        (plan.Status, plan.Number).ShouldBe((PlanStatus.Active, 1));
    }

    [Theory, BothDatabases]
    [Requirement("R000-01")]
    public async Task A_plan_is_not_closed_over_an_open_review(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        await world.RunAsync(new OpenReview(scene.Plan));
        var refused = await world.RefusedAsync(new ClosePlan(scene.Plan));
        refused.Kind.ShouldBe(ProblemKind.Rule);
        refused.Message.ShouldContain("the review of Thu 30 Apr 2026");
        (await world.RefusedAsync(new RevisePlan(scene.Plan))).Code.ShouldBe("still-open");
        (await world.RefusedAsync(new OpenReview(scene.Plan))).Code.ShouldBe("review-open");
    }

    [Theory, BothDatabases]
    [Requirement("R000-09")]
    public async Task The_review_begins_with_the_picture_of_success_and_asks_whether_it_is_closer(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        await world.RunAsync(new ChangePlan(scene.Plan, Picture: "A queue at noon"));
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        review.Picture.ShouldBe("A queue at noon");
        await world.RunAsync(new NoteReview(review.Id, "Good spring", Closeness.Closer));
        var read = await world.RunAsync(new ReviewDetail(review.Id));
        (read.Closeness, read.Notes).ShouldBe((Closeness.Closer, "Good spring"));
    }

    [Theory, BothDatabases]
    [Requirement("R000-03")]
    public async Task Reviews_come_from_the_schedule_and_are_skipped_only_with_a_reason(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var list = await world.RunAsync(new ReviewList(scene.Plan));
        list.Next!.On.ShouldBe(new LocalDate(2026, 4, 30));
        list.Next.Overdue.ShouldBeTrue();
        list.Reviews.Skip(1).First().On.ShouldBe(new LocalDate(2026, 5, 28));
        (await world.RefusedAsync(new SkipReview(scene.Plan, new LocalDate(2026, 4, 30), " "))).Fields.ShouldHaveSingleItem().Field.ShouldBe("reason");
        (await world.RefusedAsync(new SkipReview(scene.Plan, new LocalDate(2026, 4, 29), "ill"))).Code.ShouldBe("review-not-planned");
        await world.RunAsync(new SkipReview(scene.Plan, new LocalDate(2026, 4, 30), "Everybody was ill"));
        var after = await world.RunAsync(new ReviewList(scene.Plan));
        after.Next!.On.ShouldBe(new LocalDate(2026, 5, 28));
        after.Reviews.Single(review => review.Status == ReviewStatus.Skipped).SkipReason.ShouldBe("Everybody was ill");
        (await world.RunAsync(new NextReview(scene.Plan))).Review!.On.ShouldBe(new LocalDate(2026, 5, 28));
    }

    [Theory, BothDatabases]
    public async Task A_review_of_another_workspace_is_not_there(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new ReviewDetail(review.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new CloseReview(review.Id), Role.Editor, world.Owner))).Kind.ShouldBe(ProblemKind.Forbidden);
    }

    [Fact]
    public void Only_the_moves_of_the_table_are_made()
    {
        var all = Enum.GetValues<ReviewStatus>();
        var legal = new[] { (ReviewStatus.Planned, ReviewStatus.Open), (ReviewStatus.Planned, ReviewStatus.Skipped), (ReviewStatus.Open, ReviewStatus.Closed) };
        all.SelectMany(from => all.Where(to => from.MayBecome(to)).Select(to => (from, to))).ShouldBe(legal, ignoreOrder: true);
        Should.Throw<ProblemException>(() => ReviewStatus.Closed.Become(ReviewStatus.Open)).Code.ShouldBe("review-move-illegal");
    }
}
