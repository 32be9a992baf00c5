using Bellwether.Actions;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Reviews;

public sealed class LessonsAndIdeasTests
{
    [Theory, BothDatabases]
    [Requirement("R000-06")]
    public async Task A_lesson_is_shown_when_a_later_plan_has_the_same_channel_and_theme(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        var lesson = await world.RunAsync(new RecordLesson(
            scene.Plan, "Photos at noon", "Twice the guests", "Post the dish at eleven", "People decide before noon", "https://example.org/till", ["Bluesky", "Kitchen"], review.Id));
        lesson.IsOpinion.ShouldBeFalse();
        lesson.Tags.ShouldBe(["bluesky", "kitchen"]);
        (await world.RunAsync(new ReviewDetail(review.Id))).Lessons.ShouldHaveSingleItem().Id.ShouldBe(lesson.Id);

        var later = await world.OutlineAsync("Autumn");
        (await world.RunAsync(new LessonList(world.Brand, later))).ShouldBeEmpty();
        await world.RunAsync(new AddChannel(later, "bluesky"));
        (await world.RunAsync(new LessonList(world.Brand, later))).ShouldBeEmpty();
        await world.RunAsync(new AddContentPillar(later, "Kitchen"));
        (await world.RunAsync(new LessonList(world.Brand, later))).ShouldHaveSingleItem().Id.ShouldBe(lesson.Id);
        (await world.RunAsync(new LessonList(world.Brand, Tags: ["BLUESKY"]))).ShouldHaveSingleItem();
        (await world.RunAsync(new LessonList(world.Brand, Text: "dish ELEVEN"))).ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    [Requirement("R000-06")]
    public async Task A_lesson_without_evidence_is_kept_as_an_opinion(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        (await world.RunAsync(new RecordLesson(plan, "Rain", "Nobody came", "Post the awning"))).IsOpinion.ShouldBeTrue();
        (await world.RefusedAsync(new RecordLesson(plan, "Rain", "Nobody came", " "))).Fields.ShouldHaveSingleItem().Field.ShouldBe("recommendation");
    }

    [Theory, BothDatabases]
    [Requirement("R000-06")]
    public async Task One_person_voting_twice_counts_once(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var plan = await world.OutlineAsync();
        var idea = await world.RunAsync(new AddIdea(plan, "A song about tacos"));
        var other = await world.RunAsync(new AddIdea(plan, "A raffle"));
        await world.RunAsync(new VoteForIdea(other.Id));
        (await world.RunAsync(new VoteForIdea(other.Id))).Votes.ShouldBe(1);
        (await world.RunAsync(new VoteForIdea(other.Id), Role.Guest, ben)).Votes.ShouldBe(2);
        (await world.RunAsync(new IdeaList(plan))).Select(each => (each.Text, each.Votes)).ShouldBe([("A raffle", 2), ("A song about tacos", 0)]);
        (await world.RunAsync(new VoteForIdea(other.Id, false))).Votes.ShouldBe(1);
        idea.Votes.ShouldBe(0);
    }

    [Theory, BothDatabases]
    [Requirement("R000-06")]
    [Requirement("R001-03")]
    public async Task An_idea_becomes_an_action_that_keeps_the_link_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.OutlineAsync();
        var idea = await world.RunAsync(new AddIdea(plan, "A raffle"));
        var made = await world.RunAsync(new ConvertIdea(idea.Id, Owner: world.Owner, Due: new LocalDate(2026, 5, 1)));
        var action = (await world.RunAsync(new ActionOutline(plan))).Rows.ShouldHaveSingleItem();
        action.Id.ShouldBe(made.Action);
        action.Origin.ShouldBe(idea.Id.ToString());
        action.Owner.ShouldBe(world.Owner);
        (await world.RefusedAsync(new ConvertIdea(idea.Id))).Code.ShouldBe("already-action");
    }

    [Theory, BothDatabases]
    [Requirement("R000-13")]
    public async Task A_comment_becomes_an_action_linked_to_its_node(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var comment = await world.RunAsync(new AddComment(scene.Goal.ToString(), "Count guests on Mondays too", CommentKind.AchievementNeeded));
        var done = await world.RunAsync(new ConvertComment(comment.Id));
        done.Resolved.ShouldBeTrue();
        var action = (await world.RunAsync(new ActionOutline(scene.Plan))).Rows.Single(row => row.Id == done.Action);
        action.Title.ShouldBe("Count guests on Mondays too");
        action.Origin.ShouldBe(comment.Id.ToString());
        action.Goal.ShouldBe(scene.Goal);
    }

    [Theory, BothDatabases]
    [Requirement("R001-01")]
    [Requirement("R001-03")]
    public async Task A_review_without_actions_is_talk_only_and_decisions_without_follow_up_are_listed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var review = await world.RunAsync(new OpenReview(scene.Plan));
        var decision = await world.RunAsync(new RecordDecision(review.Id, "We stop posting at night"));
        decision.FollowedUp.ShouldBeFalse();
        (await world.RefusedAsync(new RecordDecision(review.Id, "x", world.Owner))).Fields.ShouldHaveSingleItem().Field.ShouldBe("due");
        await world.RunAsync(new KeepTheRest(review.Id));
        await world.RunAsync(new CloseReview(review.Id));
        (await world.RunAsync(new ReviewDetail(review.Id))).TalkOnly.ShouldBeTrue();
        var list = await world.RunAsync(new ReviewList(scene.Plan));
        (list.TalkOnly, list.NotFollowedUp).ShouldBe((1, 1));
        (await world.RunAsync(new DecisionList(scene.Plan, true))).ShouldHaveSingleItem().Id.ShouldBe(decision.Id);

        await world.RunAsync(new FollowUpDecision(decision.Id, world.Owner, new LocalDate(2026, 6, 1)));
        (await world.RunAsync(new ReviewDetail(review.Id))).TalkOnly.ShouldBeFalse();
        (await world.RunAsync(new DecisionList(scene.Plan, true))).ShouldBeEmpty();
        (await world.RunAsync(new ReviewList(scene.Plan))).Reviews.Single(each => each.Id == review.Id).Actions.ShouldBe(1);
    }

    [Theory, BothDatabases]
    [Requirement("R004-33")]
    public async Task A_cycle_is_compared_with_the_one_before(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        var lesson = await world.RunAsync(new RecordLesson(scene.Plan, "Rain", "Nobody came", "Post the awning"));
        var next = await world.RunAsync(new ReimplementPlan(scene.Plan, Confirm: true));
        (await world.RunAsync(new ActionOutline(next.Id))).Rows.Select(row => row.Title).ShouldBe(["Post each morning", "Write the table of places", "Buy a camera"]);
        (await world.RunAsync(new ActionOutline(next.Id))).Rows.Select(row => row.Id).ShouldNotContain(scene.Tactic);
        await world.RunAsync(new ApplyLesson(lesson.Id, next.Id));
        var compared = await world.RunAsync(new CycleComparison(next.Id));
        compared.Before!.Cycle.ShouldBe(1);
        compared.Now.Cycle.ShouldBe(2);
        compared.Now.LessonsApplied.ShouldBe(1);
        var kpi = compared.Kpis.ShouldHaveSingleItem();
        (kpi.Metric, kpi.Before, kpi.TargetBefore, kpi.TargetNow).ShouldBe(("People through the door", 900m, 1200m, 1200m));
    }

    [Theory, BothDatabases]
    [Requirement("R000-02")]
    public async Task Every_template_makes_a_plan_with_goals_channels_and_work(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        foreach (var template in await world.RunAsync(new TemplateList()))
        {
            var plan = await world.RunAsync(new OutlinePlan(world.Brand, template.Title, Template: template.Key));
            plan.Problem.ShouldNotBeNull();
            plan.Reviews.ShouldNotBeNull().Next.ShouldNotBeEmpty();
            (await world.RunAsync(new Bellwether.Goals.GoalList(plan.Id))).Select(goal => goal.Title).ShouldBe(template.Goals);
            (await world.RunAsync(new ActionOutline(plan.Id))).Rows.Count(row => row.Kind == WorkKind.Tactic).ShouldBe(template.Holds["actions"]);
            var steps = (await world.RunAsync(new PlanSummary(plan.Id))).Parts.Select(part => part.Step).ToList();
            steps.Take(4).ShouldBe(["Plans", "Goals", "Channels", "Actions"]);
            // Some bring posts, pieces of the library or promises as well.
            steps.Skip(4).ShouldBeSubsetOf(["Calendar", "Inbox", "Tracking"]);
        }
    }
}
