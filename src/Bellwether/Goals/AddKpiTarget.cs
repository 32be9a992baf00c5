using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Goals;

/// <summary>Gives a goal a number to be judged by. A source that is not connected is warned of at once. A metric and a kind of target are enough to begin; the rest can follow. Without a baseline, the newest closed audit gives it.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddKpiTarget(Id<Goal> Goal, KpiSheet Sheet) : ICommand<KpiTargetView>
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, KpiSheets sheets, AuditBaselines audits, SourceWatch sources, TimeProvider clock, Journal journal) : IHandle<AddKpiTarget, KpiTargetView>
    {
        public async Task<KpiTargetView> HandleAsync(AddKpiTarget request, CancellationToken cancel)
        {
            var (goal, plan, brand) = await finder.ToChangeAsync(request.Goal, cancel);
            var metric = await catalogue.NeedAsync(request.Sheet.Metric, cancel);
            var target = new KpiTarget(goal, metric, request.Sheet.Type, clock.Today(brand.Zone));
            await sheets.FillAsync(target, await FromAuditAsync(request.Sheet, brand, metric, cancel), mayRevise: true, cancel);
            db.Add(target);
            journal.Say($"gave the goal “{goal.Title}” the KPI {metric.Name}", plan.Brand.Value, plan.Id.Value, goal.Id);
            return KpiTargetView.Of(target, metric) with { SourceTrouble = (await sources.OfAsync(brand.Id, [target], cancel)).GetValueOrDefault(target.Id) };
        }

        /// <summary>Where nobody states a baseline, the newest closed audit does.</summary>
        private async Task<KpiSheet> FromAuditAsync(KpiSheet sheet, Brand brand, Metric metric, CancellationToken cancel) =>
            sheet.Baseline is null && sheet.Type is (TargetType.IncreaseTo or TargetType.DecreaseTo) && await audits.FindAsync(brand.Id, metric, sheet.Subject, cancel) is { } audited && audited.Value != sheet.Target
                ? sheet with { Baseline = audited.Value, BaselineOn = audited.On }
                : sheet;
    }
}

/// <summary>States the sheet of a target anew. While the plan is in force, baseline, target and deadline change through a revision only.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeKpiTarget(Id<KpiTarget> Target, KpiSheet Sheet, string? Why = null, int? IfVersion = null) : ICommand<KpiTargetView>, IExpectsVersion
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, KpiSheets sheets, SourceWatch sources, Journal journal) : IHandle<ChangeKpiTarget, KpiTargetView>
    {
        public async Task<KpiTargetView> HandleAsync(ChangeKpiTarget request, CancellationToken cancel)
        {
            var target = await db.FindAsync(request.Target, "target", cancel);
            target.Expect(request.IfVersion);
            var (goal, plan, _) = await finder.ToChangeAsync(target.Goal, cancel);
            Rule.Require(request.Sheet.Metric == target.Metric, "metric-fixed", "A target keeps its metric. Remove it and add another one.", "metric");
            await sheets.FillAsync(target, request.Sheet, mayRevise: plan.Status != PlanStatus.Active, cancel);
            var metric = await catalogue.NeedAsync(target.Metric, cancel);
            journal.Say($"changed the KPI {metric.Name} of “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id, request.Why);
            return KpiTargetView.Of(target, metric) with { SourceTrouble = (await sources.OfAsync(plan.Brand, [target], cancel)).GetValueOrDefault(target.Id) };
        }
    }
}

/// <summary>Takes a target away from its goal; the recorded numbers stay.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveKpiTarget(Id<KpiTarget> Target, string? Why = null) : ICommand<Done>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<RemoveKpiTarget, Done>
    {
        public async Task<Done> HandleAsync(RemoveKpiTarget request, CancellationToken cancel)
        {
            var target = await db.FindAsync(request.Target, "target", cancel);
            var (goal, plan, _) = await finder.ToChangeAsync(target.Goal, cancel);
            Rule.Require(target.Frozen is null || plan.Status != PlanStatus.Active, "baseline-frozen", "The plan is in force: a KPI is dropped through a revision only. Open a review first.");
            db.Remove(target);
            journal.Say($"took the KPI {target.Metric} from “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id, request.Why);
            return Done.It;
        }
    }
}
