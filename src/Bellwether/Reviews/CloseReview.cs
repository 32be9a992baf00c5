using Bellwether.Actions;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Reviews;

/// <summary>A review was closed; its verdicts are applied.</summary>
public sealed record ReviewClosed(Id<Review> Review, Id<Plan> Plan, int Altered, int Dropped) : IEvent;

/// <summary>
/// Closes a review when every measure has its verdict. What is dropped leaves the plan, what is to be altered becomes an
/// adjustment on the measure. With changes the plan waits for its next version; without any it goes on as it is.
/// </summary>
[Needs(Permission.RunPlan)]
public sealed record CloseReview(Id<Review> Review) : ICommand<ReviewView>
{
    internal sealed class Handler(
        Db db, ReviewFinder finder, PlanFinder plans, PlanHistory history, Nodes nodes, ReviewViews views, ICurrent current, TimeProvider clock, Journal journal,
        IHandle<RemoveKpiTarget, Done> removeTarget) : IHandle<CloseReview, ReviewView>
    {
        public async Task<ReviewView> HandleAsync(CloseReview request, CancellationToken cancel)
        {
            var (review, plan, _) = await finder.FindAsync(request.Review, cancel);
            var items = await finder.ItemsAsync(review.Id, cancel);
            review.RequireOpen();
            Verdicts.RequireAll(items);
            var pending = await history.PendingAsync(plan, cancel);
            review.Close(clock.Now());
            var altered = items.Where(item => item.Verdict == MeasureVerdict.Alter).ToList();
            var dropped = items.Where(item => item.Verdict == MeasureVerdict.Drop).ToList();
            foreach (var item in altered)
            {
                await AlterAsync(item, review, cancel);
            }

            foreach (var item in dropped)
            {
                await DropAsync(item, dropped, review, cancel);
            }

            if (altered.Count + dropped.Count + pending.Count == 0)
            {
                plan.Continue();
            }

            db.Raise(new ReviewClosed(review.Id, plan.Id, altered.Count, dropped.Count));
            journal.Say($"closed {review.Name}: {altered.Count} to alter, {dropped.Count} dropped", plan.Brand.Value, plan.Id.Value, review.Id);
            return await views.OfAsync(review, plan, items, cancel);
        }

        private async Task AlterAsync(AgendaItem item, Review review, CancellationToken cancel)
        {
            var place = await nodes.TryFindAsync(item.Node, cancel) ?? new PlanNode(review.Brand, review.Plan, item.Title, $"/reviews/{review.Id}");
            Id<People.Member>? author = current.MemberKey is { } key ? new Id<People.Member>(key) : null;
            db.Add(new Comment(item.Node, place, CommentKind.Adjustment, item.Change!, author, current.Name));
        }

        private async Task DropAsync(AgendaItem item, List<AgendaItem> dropped, Review review, CancellationToken cancel)
        {
            var why = $"Dropped in {review.Name}.";
            if (item.Kind == AgendaKind.KpiTarget)
            {
                await removeTarget.HandleAsync(new RemoveKpiTarget(Id<KpiTarget>.Parse(item.Node), why), cancel);
            }
            else if (!dropped.Exists(above => above.Node == item.Within))
            {
                // Each in a book of its own: a book holds the work of one use case.
                await new RemoveWork.Handler(new WorkBook(db, plans, clock), clock, journal).HandleAsync(new RemoveWork(item.Node), cancel);
            }
        }
    }
}
