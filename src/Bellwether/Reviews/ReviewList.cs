using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>One review in the list, held or to come.</summary>
/// <param name="Id">Null for one that is only planned.</param>
/// <param name="At">The instant by the schedule; null for one that was not on it.</param>
/// <param name="TalkOnly">A closed review that yielded no action with an owner and a day.</param>
public sealed record ReviewLine(
    Id<Review>? Id, LocalDate On, Instant? At, ReviewStatus Status, bool Overdue, int PlanNumber, int Measures, int Undecided, int Decisions, int Actions, bool TalkOnly, string? SkipReason);

/// <summary>A plan's reviews: open first, then to come, then held.</summary>
/// <param name="TalkOnly">How many reviews ended without an action.</param>
/// <param name="Next">The review that is open or comes next.</param>
public sealed record ReviewListView(IReadOnlyList<ReviewLine> Reviews, int Held, int TalkOnly, ReviewLine? Next, int NotFollowedUp);

/// <summary>A plan's reviews: the open one, those to come, those held, with what each yielded.</summary>
[Needs(Permission.Read)]
public sealed record ReviewList(Id<Plan> Plan) : IQuery<ReviewListView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ReviewCalendar calendar, ReviewYields yields) : IHandle<ReviewList, ReviewListView>
    {
        public async Task<ReviewListView> HandleAsync(ReviewList request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var stored = await db.Set<Review>().AsNoTracking().Where(review => review.Plan == plan.Id).OrderByDescending(review => review.On).ToListAsync(cancel);
            var ids = stored.Select(review => review.Id).ToList();
            var items = (await db.Set<AgendaItem>().AsNoTracking().Where(item => ids.Contains(item.Review)).ToListAsync(cancel)).ToLookup(item => item.Review);
            var found = await yields.OfAsync(plan.Id, cancel);
            var held = stored.Select(review =>
            {
                var (measures, yield) = (items[review.Id].Where(item => item.IsMeasure).ToList(), found.Of(review.Id));
                return new ReviewLine(
                    review.Id, review.On, null, review.Status, false, review.PlanNumber, measures.Count, Verdicts.Undecided(measures).Count,
                    yield.Decisions, yield.Actions, review.Status == ReviewStatus.Closed && yield.Actions == 0, review.SkipReason);
            }).ToList();
            var planned = (await calendar.PlannedAsync(plan, brand, cancel))
                .Select(review => new ReviewLine(null, review.On, review.At, ReviewStatus.Planned, review.Overdue, plan.Number, 0, 0, 0, 0, false, null)).ToList();
            var open = held.Where(review => review.Status == ReviewStatus.Open).ToList();
            List<ReviewLine> all = [.. open, .. planned, .. held.Except(open)];
            return new ReviewListView(
                all, held.Count(review => review.Status == ReviewStatus.Closed), held.Count(review => review.TalkOnly),
                open.Concat(planned).FirstOrDefault(), found.NotFollowedUp);
        }
    }
}

/// <summary>The review that is open or comes next; nothing when none is planned.</summary>
/// <param name="Review">The review; null when none comes.</param>
public sealed record NextReviewView(ReviewLine? Review, string? Words);

/// <summary>The review of a plan that is open or comes next, and its schedule in words.</summary>
[Needs(Permission.Read)]
public sealed record NextReview(Id<Plan> Plan) : IQuery<NextReviewView>
{
    internal sealed class Handler(IHandle<ReviewList, ReviewListView> list, PlanFinder plans) : IHandle<NextReview, NextReviewView>
    {
        public async Task<NextReviewView> HandleAsync(NextReview request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            return new NextReviewView((await list.HandleAsync(new ReviewList(request.Plan), cancel)).Next, plan.Reviews?.InWords());
        }
    }
}
