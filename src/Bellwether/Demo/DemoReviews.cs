using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reviews;
using NodaTime;

namespace Bellwether.Demo;

/// <summary>Holds the demo's reviews on the days of its schedule: verdicts, lessons, ideas, decisions, and a new version where something changed.</summary>
internal static class DemoReviews
{
    /// <summary>The review of this turn is skipped: the van was in the workshop.</summary>
    private const int Skipped = 6;

    /// <summary>The days of the schedule that have passed since the plan came into force.</summary>
    public static IReadOnlyList<Instant> Past(DemoScene scene, ReviewSchedule schedule, Instant now) =>
        [.. schedule.Occurrences(scene.Brand, scene.From.PlusDays(1), null).TakeWhile(date => date.At < now).Select(date => date.At)];

    public static async Task HoldAsync(DemoStage stage, DemoScene scene, int turn, bool isLast, CancellationToken cancel)
    {
        var (ana, ben, cleo) = scene.Cast;
        var on = stage.Now.InZone(scene.Brand.Zone).Date;
        if (turn == Skipped)
        {
            await stage.AskAsync(ana, new SkipReview(scene.Plan, on, "The van was in the workshop and half of us on holiday."), cancel);
            return;
        }

        var talk = DemoTexts.Talks[(turn > Skipped ? turn - 1 : turn) % DemoTexts.Talks.Length];
        var review = await stage.AskAsync(ana, new OpenReview(scene.Plan, on), cancel);
        foreach (var item in review.Agenda.Where(item => item.IsMeasure))
        {
            if (item.Title == talk.Drop)
            {
                await stage.AskAsync(ana, new JudgeMeasure(review.Id, item.Id, MeasureVerdict.Drop, Notes: "Three guests in six weeks."), cancel);
            }
            else if (item.Title == talk.Alter)
            {
                await stage.AskAsync(ana, new JudgeMeasure(review.Id, item.Id, MeasureVerdict.Alter, talk.Change), cancel);
            }
        }

        await stage.AskAsync(ana, new KeepTheRest(review.Id), cancel);
        await stage.AskAsync(ana, new NoteReview(review.Id, talk.Notes, talk.Closeness), cancel);
        if (talk.Lesson is { } lesson)
        {
            await stage.AskAsync(cleo, new RecordLesson(scene.Plan, lesson.Situation, lesson.Happened, lesson.Recommendation, lesson.Why, lesson.Evidence, lesson.Tags, review.Id), cancel);
        }

        await ThinkAsync(stage, scene, review.Id, talk, on, cancel);
        if (talk.Decision is { } decision)
        {
            Id<Member>? doer = talk.Doer switch { 0 => ana.Id, 1 => ben.Id, 2 => cleo.Id, 3 => scene.Owner, _ => null };
            // What the last review asked for is due now; earlier ones gave three weeks.
            await stage.AskAsync(ana, new RecordDecision(review.Id, decision, doer, doer is null ? null : isLast ? scene.Today.PlusDays(3) : on.PlusDays(20)), cancel);
        }

        stage.MoveTo(stage.Now + Duration.FromMinutes(55));
        await stage.AskAsync(ana, new CloseReview(review.Id), cancel);
        if ((await stage.AskAsync(new PlanDetail(scene.Plan), cancel)).Status == PlanStatus.UnderReview)
        {
            await ReviseAsync(stage, scene, talk, isLast, cancel);
        }
    }

    private static async Task ThinkAsync(DemoStage stage, DemoScene scene, Id<Review> review, DemoTalk talk, LocalDate on, CancellationToken cancel)
    {
        if (talk.Idea is not { } thought)
        {
            return;
        }

        var idea = await stage.AskAsync(scene.Cast.Ben, new AddIdea(scene.Plan, thought, review), cancel);
        await stage.AskAsync(scene.Cast.Ana, new VoteForIdea(idea.Id), cancel);
        await stage.AskAsync(scene.Cast.Cleo, new VoteForIdea(idea.Id), cancel);
        if (talk.Becomes)
        {
            await stage.AskAsync(scene.Cast.Ana, new ConvertIdea(idea.Id, Owner: scene.Cast.Ben.Id, Due: on.PlusDays(14)), cancel);
        }
    }

    /// <summary>Puts what the review asked for into force as the next version, and lets everybody know.</summary>
    private static async Task ReviseAsync(DemoStage stage, DemoScene scene, DemoTalk talk, bool isLast, CancellationToken cancel)
    {
        var (ana, ben, cleo) = scene.Cast;
        if (talk.Alter == DemoTexts.Visits)
        {
            var goal = await stage.AskAsync(new GoalDetail(scene.Goals.First(goal => goal.Title == "People look up where we are today").Id), cancel);
            var visits = goal.Targets.First(target => target.Sheet.Metric == "sessions_social");
            await stage.AskAsync(ana, new ChangeKpiTarget(visits.Id, visits.Sheet with { Target = 130 }, talk.Change), cancel);
        }

        stage.MoveTo(stage.Now + Duration.FromMinutes(20));
        var revised = await stage.AskAsync(ana, new RevisePlan(scene.Plan, $"Review of {stage.Now.InZone(scene.Brand.Zone).Date:d MMMM uuuu}", Confirm: true), cancel);
        // The last version waits for the eyes of whoever loads the demo.
        await DemoPlan.SeenAsync(stage, revised.Plan.Id, [ben, cleo], !isLast && scene.Owner != ana.Id, cancel);
    }
}
