using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Sets new rules by which a target is judged, from a day on. Older rules stay for what they judged. 422 when the bands overlap.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeJudging(Id<KpiTarget> Target, Judging Rules, LocalDate? From = null, string? Why = null) : ICommand<KpiTargetView>
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, TimeProvider clock, Journal journal) : IHandle<ChangeJudging, KpiTargetView>
    {
        public async Task<KpiTargetView> HandleAsync(ChangeJudging request, CancellationToken cancel)
        {
            var target = await db.FindAsync(request.Target, "target", cancel);
            var (goal, plan, brand) = await finder.ToChangeAsync(target.Goal, cancel);
            target.JudgeBy(request.Rules, request.From ?? clock.Today(brand.Zone), request.Why);
            var metric = await catalogue.NeedAsync(target.Metric, cancel);
            journal.Say($"changed how {metric.Name} of “{goal.Title}” is judged", plan.Brand.Value, plan.Id.Value, goal.Id, request.Why);
            return KpiTargetView.Of(target, metric);
        }
    }
}
