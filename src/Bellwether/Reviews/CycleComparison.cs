using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>One KPI in two cycles; null where a cycle does not have it, or has no number.</summary>
public sealed record ComparedKpi(string Metric, string Unit, decimal? Before, decimal? TargetBefore, GoalStatus? StatusBefore, decimal? Now, decimal? TargetNow, GoalStatus? StatusNow);

/// <summary>One cycle in a comparison.</summary>
/// <param name="LessonsApplied">Lessons of earlier plans that this one took up.</param>
/// <param name="TalkOnly">Reviews that ended without an action.</param>
public sealed record CycleStand(
    Id<Plan> Plan, string Title, int Cycle, PlanStatus Status, int Versions, LocalDate? Start, LocalDate? End, int Goals, int GoalsMet, int Reviews, int TalkOnly, int Decisions, int Lessons, int LessonsApplied);

/// <summary>A cycle beside the one before.</summary>
/// <param name="Before">Null for a first cycle.</param>
public sealed record CycleComparisonView(CycleStand Now, CycleStand? Before, IReadOnlyList<ComparedKpi> Kpis);

/// <summary>A plan beside the cycle before it: KPIs by metric, goals met, reviews held, lessons applied.</summary>
[Needs(Permission.Read)]
public sealed record CycleComparison(Id<Plan> Plan) : IQuery<CycleComparisonView>
{
    internal sealed class Handler(Db db, PlanFinder plans, GoalAssessments goals, ReviewYields yields, TimeProvider clock) : IHandle<CycleComparison, CycleComparisonView>
    {
        public async Task<CycleComparisonView> HandleAsync(CycleComparison request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var (now, kpisNow) = await StandAsync(plan, cancel);
            if (plan.Predecessor is not { } id)
            {
                return new CycleComparisonView(now, null, [.. kpisNow.Select(kpi => Compared(null, kpi))]);
            }

            var (before, kpisBefore) = await StandAsync(await plans.FindAsync(id, cancel), cancel);
            var metrics = kpisNow.Concat(kpisBefore).Select(kpi => kpi.Metric.Key).Distinct();
            return new CycleComparisonView(now, before, [.. metrics.Select(metric => Compared(kpisBefore.Find(kpi => kpi.Metric.Key == metric), kpisNow.Find(kpi => kpi.Metric.Key == metric)))]);
        }

        private async Task<(CycleStand Stand, List<AssessedTarget> Kpis)> StandAsync(Plan plan, CancellationToken cancel)
        {
            var (_, brand) = await plans.FindWithBrandAsync(plan.Id, cancel);
            // A closed cycle is judged as it stood on its last day, not by what came after.
            LocalDate? asOf = plan.ClosedAt is { } closed ? closed.InZone(brand.Zone).Date : null;
            var assessed = await goals.AllAsync(plan, brand, cancel, asOf ?? clock.Today(brand.Zone));
            var reviews = await db.Set<Review>().AsNoTracking().Where(review => review.Plan == plan.Id && review.Status == ReviewStatus.Closed).Select(review => review.Id).ToListAsync(cancel);
            var found = await yields.OfAsync(plan.Id, cancel);
            var lessons = await db.Set<LessonLearned>().AsNoTracking().Where(lesson => lesson.Brand == plan.Brand).ToListAsync(cancel);
            var stand = new CycleStand(
                plan.Id, plan.Title, plan.Cycle, plan.Status, plan.Number, plan.Start, plan.End, assessed.Count, assessed.Count(goal => goal.Status == GoalStatus.Met),
                reviews.Count, reviews.Count(review => found.Of(review).Actions == 0), reviews.Sum(review => found.Of(review).Decisions),
                lessons.Count(lesson => lesson.Plan == plan.Id), lessons.Count(lesson => lesson.AppliedIn.Contains(plan.Id)));
            return (stand, [.. assessed.SelectMany(goal => goal.Targets)]);
        }

        private static ComparedKpi Compared(AssessedTarget? before, AssessedTarget? now)
        {
            var metric = (now ?? before)!.Metric;
            return new ComparedKpi(
                metric.Name, metric.Unit.ToString(), before?.Actual.Value, before?.Target.Target, before?.Pace.Status, now?.Actual.Value, now?.Target.Target, now?.Pace.Status);
        }
    }
}
