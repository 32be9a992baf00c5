using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Playbooks;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.Reviews;

public sealed class ReviewsPartTests
{
    [Theory, BothDatabases]
    public async Task Looking_back_travels_with_the_plan_and_is_written_the_same_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await HeldAsync(world);
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "goals", "actions", "reviews");
        same.ShouldBeTrue();

        var (before, after) = (await world.RunAsync(new ReviewList(plan)), await world.RunAsync(new ReviewList(copy)));
        after.Held.ShouldBe(1);
        var review = await world.RunAsync(new ReviewDetail(after.Reviews.Single(line => line.Status == ReviewStatus.Closed).Id!.Value));
        var original = await world.RunAsync(new ReviewDetail(before.Reviews.Single(line => line.Status == ReviewStatus.Closed).Id!.Value));
        review.Agenda.Select(item => (item.Title, item.Verdict, item.Change, item.Notes)).ShouldBe(original.Agenda.Select(item => (item.Title, item.Verdict, item.Change, item.Notes)));
        review.OpenedAt.ShouldBe(original.OpenedAt);
        review.Closeness.ShouldBe(Closeness.Closer);
        review.Lessons.ShouldHaveSingleItem().Evidence.ShouldBe("https://example.org/numbers");
        review.Ideas.ShouldHaveSingleItem().Votes.ShouldBe(1);
        review.Decisions.Select(decision => (decision.Text, decision.FollowedUp)).ShouldBe([("Post before eleven", true), ("Ask the library", false)], ignoreOrder: true);
        after.Reviews.Single(line => line.Status == ReviewStatus.Skipped).SkipReason.ShouldBe("Everybody is ill.");
    }

    [Theory, BothDatabases]
    public async Task The_next_cycle_takes_open_ideas_along_and_leaves_the_rest_to_the_brand(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await HeldAsync(world);
        var written = (await PlanParts.WriteAsync(world, plan, nextCycle: true, "reviews"))["reviews"]!.AsObject();
        written.Select(pair => pair.Key).ShouldBe(["ideas"]);
        written["ideas"]!.AsArray().ShouldHaveSingleItem()!["review"].ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task What_was_learned_and_decided_is_told_between_versions_but_changes_no_plan(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await HeldAsync(world, revise: true);
        var versions = await world.RunAsync(new PlanVersions(plan));
        versions.First(version => version.Number == 2).Changes.ShouldContain("Action “Post before eleven”: added.");
        versions.First(version => version.Number == 2).Changes.ShouldNotContain(change => change.Contains("Decision", StringComparison.Ordinal) || change.Contains("Review", StringComparison.Ordinal));
        var told = (await world.RunAsync(new PlanDifference(plan, 1, 2))).Sentences;
        told.ShouldContain("Decision “Ask the library”: added.");
        told.ShouldContain("Review “2026-04-30”: added.");
        (await world.RunAsync(new PlanDifference(plan))).Sentences.ShouldBeEmpty();
        (await world.RunAsync(new RecordLesson(plan, "Rain", "Nobody came", "Say so early"))).IsOpinion.ShouldBeTrue();
        (await world.RunAsync(new PlanDifference(plan))).Sentences.ShouldBeEmpty();

        var playbook = await world.RunAsync(new Playbook(plan));
        var said = playbook.Chapters.Single(chapter => chapter.Key == "reviews").Blocks.SelectMany(block => block.Items ?? []).ToList();
        said.ShouldContain("Nobody came Say so early");
        said.ShouldContain("Ask the library");
    }

    [Theory]
    [InlineData("""{"reviews": [{"id": "ID", "on": "2026-03-26", "status": "open", "planNumber": 1}]}""", "neither closed nor skipped")]
    [InlineData("""{"reviews": [{"id": "ID", "on": "2026-03-26", "status": "closed", "planNumber": 1}]}""", "when it was opened")]
    [InlineData("""{"reviews": [{"id": "ID", "on": "2026-03-26", "status": "skipped", "planNumber": 1}]}""", "the reason why")]
    [InlineData("""{"decisions": [{"id": "decision_00000000000000000000000001", "review": "ID", "text": "x", "by": "Ana", "at": "2026-03-26T10:00:00Z"}]}""", "reviews.decisions[0]: review: the file has no such review")]
    [InlineData("""{"lessons": [{"id": "lesson_learned_00000000000000000000000001", "situation": "x", "happened": "y", "recommendation": "", "by": "Ana", "at": "2026-03-26T10:00:00Z"}]}""", "reviews.lessons[0]: Recommendation is empty")]
    [InlineData("""{"ideas": [{"text": "x"}]}""", "ideas")]
    [InlineData("""{"minutes": []}""", "minutes")]
    public async Task A_part_that_contradicts_itself_is_refused_at_its_place(string part, string says)
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var node = JsonNode.Parse(part.Replace("ID", Id<Review>.New().ToString(), StringComparison.Ordinal))!;
        var problem = await Should.ThrowAsync<ProblemException>(() => PlanParts.ReadAsync(world, plan, new JsonObject { ["reviews"] = node }));
        problem.Message.ShouldContain(says);
        (await world.RunAsync(new ReviewList(plan))).Reviews.ShouldBeEmpty();
    }

    /// <summary>A plan with a review that was held today, one that was skipped, and what came of them.</summary>
    private static async Task<Id<Plan>> HeldAsync(World world, bool revise = false)
    {
        var plan = (await GivenReviews.SceneAsync(world)).Plan;
        var review = await world.RunAsync(new OpenReview(plan));
        var measure = review.Agenda.First(item => item.IsMeasure);
        await world.RunAsync(new JudgeMeasure(review.Id, measure.Id, MeasureVerdict.Keep, Notes: "It works."));
        await world.RunAsync(new KeepTheRest(review.Id));
        await world.RunAsync(new NoteReview(review.Id, "All of us were there.", Closeness.Closer));
        await world.RunAsync(new RecordLesson(plan, "Posts after noon", "Nobody read them", "Post before eleven", Evidence: "https://example.org/numbers", Tags: ["bluesky"], Review: review.Id));
        var idea = await world.RunAsync(new AddIdea(plan, "A picture of the week", review.Id));
        await world.RunAsync(new VoteForIdea(idea.Id));
        await world.RunAsync(new RecordDecision(review.Id, "Post before eleven", world.Owner, new NodaTime.LocalDate(2026, 5, 20)));
        await world.RunAsync(new RecordDecision(review.Id, "Ask the library"));
        await world.RunAsync(new CloseReview(review.Id));
        if (revise)
        {
            await world.RunAsync(new RevisePlan(plan));
        }
        else
        {
            var next = (await world.RunAsync(new ReviewList(plan))).Reviews.First(line => line.Status == ReviewStatus.Planned);
            await world.RunAsync(new SkipReview(plan, next.On, "Everybody is ill."));
        }

        return plan;
    }
}
