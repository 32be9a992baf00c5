using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>One plan with its schedule and the next review dates.</summary>
[Needs(Permission.Read)]
public sealed record PlanDetail(Id<Plan> Plan) : IQuery<PlanView>
{
    internal sealed class Handler(PlanFinder finder, TemplateBook templates, TimeProvider clock) : IHandle<PlanDetail, PlanView>
    {
        public async Task<PlanView> HandleAsync(PlanDetail request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            var view = PlanView.Of(plan, brand, clock.Now(), (await finder.SuccessorAsync(plan.Id, cancel))?.Id);
            return plan.Template is { } key && await templates.TryFindAsync(key, cancel) is { } template ? view with { FromTemplate = TemplateWords.KeptIn(plan, template.Content) } : view;
        }
    }
}

/// <summary>A plan in a list.</summary>
public sealed record PlanLine(Id<Plan> Id, Id<Brand> Brand, string Title, PlanStatus Status, int Number, int Cycle, LocalDate? Start, LocalDate? End, BusinessFunction? Function, string NextStep, Id<Plan>? Predecessor)
{
    public static PlanLine Of(Plan plan) =>
        new(plan.Id, plan.Brand, plan.Title, plan.Status, plan.Number, plan.Cycle, plan.Start, plan.End, plan.Function, plan.Status.NextStep(), plan.Predecessor);
}

/// <summary>The plans you may see, the newest first; closed ones on request.</summary>
[Needs(Permission.Read)]
public sealed record PlanList(Id<Brand>? Brand = null, BusinessFunction? Function = null, bool Closed = true) : IQuery<IReadOnlyList<PlanLine>>
{
    internal sealed class Handler(Db db) : IHandle<PlanList, IReadOnlyList<PlanLine>>
    {
        public async Task<IReadOnlyList<PlanLine>> HandleAsync(PlanList request, CancellationToken cancel)
        {
            var plans = await db.Set<Plan>().AsNoTracking()
                .Where(plan => (request.Brand == null || plan.Brand == request.Brand)
                    && (request.Function == null || plan.Function == request.Function)
                    && (request.Closed || plan.Status != PlanStatus.Closed))
                .OrderByDescending(plan => plan.Id).ToListAsync(cancel);
            return [.. plans.Select(PlanLine.Of)];
        }
    }
}
