using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>Opens a review: the plan is under review, and the agenda builds itself.</summary>
/// <param name="On">The day of a planned review; the one that is due or comes next when left out, else today.</param>
[Needs(Permission.EditPlan)]
public sealed record OpenReview(Id<Plan> Plan, LocalDate? On = null) : ICommand<ReviewView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ReviewCalendar calendar, Agenda agenda, ReviewViews views, TimeProvider clock, Journal journal) : IHandle<OpenReview, ReviewView>
    {
        public async Task<ReviewView> HandleAsync(OpenReview request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            if (plan.Status == PlanStatus.UnderReview)
            {
                throw Rule.Conflict("review-open", "A review is open already, or its changes wait to be put into force. Finish that first.");
            }

            var planned = await calendar.PlannedAsync(plan, brand, cancel);
            var today = clock.Today(brand.Zone);
            Rule.Require(request.On is not { } asked || asked == today || planned.Any(review => review.On == asked), "review-not-planned", "No review is planned on that day. Choose one of the schedule, or hold one today.", "on");
            var on = request.On ?? (planned.Count > 0 && planned[0].On <= today ? planned[0].On : today);
            if (await db.Set<Review>().AnyAsync(row => row.Plan == plan.Id && row.On == on, cancel))
            {
                throw Rule.Conflict("review-exists", "There is a review of that day already. Open that one.");
            }

            plan.BeginReview();
            var review = new Review(plan, on);
            review.Open(clock.Now());
            db.Add(review);
            var items = await agenda.BuildAsync(review, plan, brand, cancel);
            db.AddRange(items);
            journal.Say($"opened {review.Name}", plan.Brand.Value, plan.Id.Value, review.Id);
            return await views.OfAsync(review, plan, items, cancel);
        }
    }
}

/// <summary>Leaves a planned review out, with the reason.</summary>
[Needs(Permission.EditPlan)]
public sealed record SkipReview(Id<Plan> Plan, LocalDate On, string Reason) : ICommand<Done>
{
    internal sealed class Handler(Db db, PlanFinder plans, ReviewCalendar calendar, Journal journal) : IHandle<SkipReview, Done>
    {
        public async Task<Done> HandleAsync(SkipReview request, CancellationToken cancel)
        {
            var (plan, brand) = await plans.FindWithBrandAsync(request.Plan, cancel);
            var planned = await calendar.PlannedAsync(plan, brand, cancel);
            Rule.Require(planned.Any(review => review.On == request.On), "review-not-planned", "No review is planned on that day.", "on");
            var review = new Review(plan, request.On);
            review.Skip(request.Reason);
            db.Add(review);
            journal.Say($"skipped {review.Name}", plan.Brand.Value, plan.Id.Value, review.Id, request.Reason);
            return Done.It;
        }
    }
}
