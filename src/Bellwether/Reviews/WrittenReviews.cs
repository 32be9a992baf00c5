using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>Looking back as it stands in a plan file.</summary>
internal sealed record WrittenReviews(
    IReadOnlyList<WrittenReview>? Reviews = null, IReadOnlyList<WrittenLesson>? Lessons = null, IReadOnlyList<WrittenIdea>? Ideas = null, IReadOnlyList<WrittenDecision>? Decisions = null);

/// <summary>A review that is over, with the items of its agenda in their order.</summary>
internal sealed record WrittenReview(
    Id<Review> Id, LocalDate On, ReviewStatus Status, int PlanNumber, Instant? OpenedAt = null, Instant? ClosedAt = null, string? SkipReason = null,
    Closeness? Closeness = null, string? Notes = null, IReadOnlyList<WrittenAgendaItem>? Agenda = null)
{
    public static WrittenReview Of(Review review, IEnumerable<AgendaItem> items) => new(
        review.Id, review.On, review.Status, review.PlanNumber, review.OpenedAt, review.ClosedAt, review.SkipReason, review.Closeness, review.Notes,
        items.Select(WrittenAgendaItem.Of).ToList().OrNull());

    public Review Make(Plan plan)
    {
        var review = new Review(plan, On) { Id = Id };
        review.Note(Notes);
        review.Answer(Closeness);
        review.Recall(Status, PlanNumber, OpenedAt, ClosedAt, SkipReason);
        return review;
    }

    public IEnumerable<AgendaItem> Items(Review review) => (Agenda ?? []).Select((item, place) => item.Make(review, place + 1));
}

/// <summary>An item of an agenda with its verdict.</summary>
internal sealed record WrittenAgendaItem(
    Id<AgendaItem> Id, AgendaKind Kind, string Title, string Node, string? About = null, string? Within = null, WrittenFigures? Figures = null,
    MeasureVerdict? Verdict = null, string? Change = null, string? Notes = null)
{
    public static WrittenAgendaItem Of(AgendaItem item) =>
        new(item.Id, item.Kind, item.Title, item.Node, item.About, item.Within, WrittenFigures.Of(item.Figures), item.Verdict, item.Change, item.Notes);

    public AgendaItem Make(Review review, int place)
    {
        var item = new AgendaItem(review, Kind, Rule.Text(Node, "node", 80), Rule.Text(Title, "title", 300), place, About, Rule.OptionalText(Within, "within", 80), Figures?.Make()) { Id = Id };
        if (Verdict is { } verdict)
        {
            item.Judge(verdict, Change);
        }

        item.Note(Notes);
        return item;
    }
}

/// <summary>The numbers as they stood in a review; what was not known is left out.</summary>
internal sealed record WrittenFigures(
    GoalStatus Status, string? Metric = null, string? Unit = null, decimal? Then = null, decimal? Now = null, decimal? Expected = null, decimal? Target = null)
{
    public static WrittenFigures? Of(ReviewFigures? figures) => figures is null
        ? null
        : new(figures.Status, figures.Metric, figures.Unit, figures.Then, figures.Now, figures.Expected, figures.Target);

    public ReviewFigures Make() => new(Metric, Unit, Then, Now, Expected, Target, Status);
}

/// <summary>A lesson. In which other plans it was taken up stays with the installation that knows them.</summary>
internal sealed record WrittenLesson(
    Id<LessonLearned> Id, string Situation, string Happened, string Recommendation, string By, Instant At,
    string? Why = null, string? Evidence = null, IReadOnlyList<string>? Tags = null, Id<Review>? Review = null)
{
    public static WrittenLesson Of(LessonLearned lesson, Id<Review>? review) => new(
        lesson.Id, lesson.Situation, lesson.Happened, lesson.Recommendation, lesson.By, lesson.CreatedAt, lesson.Why, lesson.Evidence, lesson.Tags.OrNull(), review);

    public LessonLearned Make(Plan plan, Review? review)
    {
        var lesson = new LessonLearned(plan, review, Rule.Text(By, "by", 120)) { Id = Id, CreatedAt = At };
        lesson.Tell(Situation, Happened, Why, Recommendation, Evidence, Tags ?? []);
        return lesson;
    }
}

/// <summary>An idea and who is for it, by e-mail.</summary>
internal sealed record WrittenIdea(Id<Idea> Id, string Text, string By, Instant At, Id<Review>? Review = null, string? Action = null, IReadOnlyList<string>? Votes = null)
{
    public static WrittenIdea Of(Idea idea, Id<Review>? review, IEnumerable<string> votes) =>
        new(idea.Id, idea.Text, idea.By, idea.CreatedAt, review, idea.Action, votes.ToList().OrNull());

    public Idea Make(Plan plan, Review? review)
    {
        var idea = new Idea(plan, review, Text, Rule.Text(By, "by", 120)) { Id = Id, CreatedAt = At };
        if (Rule.OptionalText(Action, "action", 80) is { } action)
        {
            idea.BecomeAction(action);
        }

        return idea;
    }
}

/// <summary>What a review decided, and the action that follows it up.</summary>
internal sealed record WrittenDecision(Id<Decision> Id, Id<Review> Review, string Text, string By, Instant At, string? Action = null)
{
    public static WrittenDecision Of(Decision decision) => new(decision.Id, decision.Review, decision.Text, decision.By, decision.CreatedAt, decision.Action);

    public Decision Make(Review review)
    {
        var decision = new Decision(review, Text, Rule.Text(By, "by", 120)) { Id = Id, CreatedAt = At };
        if (Rule.OptionalText(Action, "action", 80) is { } action)
        {
            decision.FollowUp(action);
        }

        return decision;
    }
}
