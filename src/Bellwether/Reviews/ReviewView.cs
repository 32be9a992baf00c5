using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>An item of the agenda as it is shown.</summary>
public sealed record AgendaItemView(
    Id<AgendaItem> Id, AgendaKind Kind, string Node, string Title, string? About, string? Within, int Place, ReviewFigures? Figures, bool IsMeasure, MeasureVerdict? Verdict, string? Change, string? Notes)
{
    public static AgendaItemView Of(AgendaItem item) =>
        new(item.Id, item.Kind, item.Node, item.Title, item.About, item.Within, item.Place, item.Figures, item.IsMeasure, item.Verdict, item.Change, item.Notes);
}

/// <summary>A decision as it is shown.</summary>
public sealed record DecisionView(Id<Decision> Id, Id<Review> Review, string Text, string By, Instant At, string? Action, bool FollowedUp);

/// <summary>An idea as it is shown.</summary>
/// <param name="Votes">How many people are for it.</param>
/// <param name="Mine">Whether you are.</param>
public sealed record IdeaView(Id<Idea> Id, Id<Review>? Review, string Text, string By, Instant At, int Votes, bool Mine, string? Action);

/// <summary>A review with all that belongs to it.</summary>
/// <param name="Picture">The plan's picture of success; the review begins with “are we closer?”.</param>
/// <param name="Undecided">How many measures need a verdict.</param>
/// <param name="NextVersion">What the next version would change, in sentences.</param>
/// <param name="TalkOnly">Closed without an action that has an owner and a day.</param>
public sealed record ReviewView(
    Id<Review> Id, Id<Plan> Plan, string PlanTitle, LocalDate On, ReviewStatus Status, int PlanNumber, Instant? OpenedAt, Instant? ClosedAt, string? Picture, Closeness? Closeness, string? Notes,
    IReadOnlyList<AgendaItemView> Agenda, int Undecided, IReadOnlyList<LessonView> Lessons, IReadOnlyList<IdeaView> Ideas, IReadOnlyList<DecisionView> Decisions,
    IReadOnlyList<string> NextVersion, bool TalkOnly, int Version) : IVersioned;

/// <summary>Draws reviews.</summary>
[Scoped]
public sealed class ReviewViews(Db db, PlanHistory history, ReviewYields yields, IdeaBoard ideas, LessonShelf lessons)
{
    public async Task<ReviewView> OfAsync(Review review, Plan plan, IReadOnlyList<AgendaItem> items, CancellationToken cancel)
    {
        var found = await yields.OfAsync(plan.Id, cancel);
        var decisions = await db.Set<Decision>().AsNoTracking().Where(decision => decision.Review == review.Id).OrderBy(decision => decision.Id).ToListAsync(cancel);
        var next = review.Status == ReviewStatus.Open ? [.. await history.PendingAsync(plan, cancel), .. Verdicts.InWords(items)] : Verdicts.InWords(items).ToList();
        return new ReviewView(
            review.Id, plan.Id, plan.Title, review.On, review.Status, review.PlanNumber, review.OpenedAt, review.ClosedAt, plan.Picture, review.Closeness, review.Notes,
            [.. items.Select(AgendaItemView.Of)], Verdicts.Undecided(items).Count, await lessons.OfReviewAsync(review.Id, cancel), await ideas.OfAsync(plan.Id, review.Id, cancel),
            [.. decisions.Select(decision => new DecisionView(decision.Id, decision.Review, decision.Text, decision.By, decision.CreatedAt, decision.Action, found.FollowedUp.Contains(decision.Id.ToString())))],
            next, review.Status == ReviewStatus.Closed && found.Of(review.Id).Actions == 0, review.Version);
    }
}

/// <summary>One review: agenda, verdicts, lessons, ideas, decisions, and what the next version would change.</summary>
[Needs(Permission.Read)]
public sealed record ReviewDetail(Id<Review> Review) : IQuery<ReviewView>
{
    internal sealed class Handler(ReviewFinder finder, ReviewViews views) : IHandle<ReviewDetail, ReviewView>
    {
        public async Task<ReviewView> HandleAsync(ReviewDetail request, CancellationToken cancel)
        {
            var (review, plan, _) = await finder.FindAsync(request.Review, cancel);
            return await views.OfAsync(review, plan, await finder.ItemsAsync(review.Id, cancel), cancel);
        }
    }
}
