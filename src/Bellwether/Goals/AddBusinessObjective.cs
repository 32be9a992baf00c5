using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>A business objective as it is shown.</summary>
public sealed record BusinessObjectiveView(Id<BusinessObjective> Id, string Title, string? Notes, string? Metric, int Version) : IVersioned
{
    public static BusinessObjectiveView Of(BusinessObjective business) => new(business.Id, business.Title, business.Notes, business.Metric, business.Version);
}

/// <summary>Adds what the business itself wants; marketing objectives serve it.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddBusinessObjective(Id<Plan> Plan, [property: MaxLength(200)] string Title, string? Notes = null, string? Metric = null) : ICommand<BusinessObjectiveView>
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<AddBusinessObjective, BusinessObjectiveView>
    {
        public async Task<BusinessObjectiveView> HandleAsync(AddBusinessObjective request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var business = new BusinessObjective(plan, request.Title);
            business.Word(request.Title, request.Notes, request.Metric is { } key ? (await catalogue.NeedAsync(key, cancel)).Key : null);
            db.Add(business);
            journal.Say($"added the business objective “{business.Title}”", plan.Brand.Value, plan.Id.Value, business.Id);
            return BusinessObjectiveView.Of(business);
        }
    }
}

/// <summary>Changes a business objective; what is not given stays. An empty text clears notes and metric.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeBusinessObjective(Id<BusinessObjective> BusinessObjective, string? Title = null, string? Notes = null, string? Metric = null, int? IfVersion = null)
    : ICommand<BusinessObjectiveView>, IExpectsVersion
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<ChangeBusinessObjective, BusinessObjectiveView>
    {
        public async Task<BusinessObjectiveView> HandleAsync(ChangeBusinessObjective request, CancellationToken cancel)
        {
            var business = await db.FindAsync(request.BusinessObjective, "business objective", cancel);
            business.Expect(request.IfVersion);
            var plan = await finder.PlanToChangeAsync(business.Plan, cancel);
            var metric = request.Metric switch { null => business.Metric, "" => null, var key => (await catalogue.NeedAsync(key, cancel)).Key };
            business.Word(request.Title ?? business.Title, request.Notes ?? business.Notes, metric);
            journal.Say($"changed the business objective “{business.Title}”", plan.Brand.Value, plan.Id.Value, business.Id);
            return BusinessObjectiveView.Of(business);
        }
    }
}

/// <summary>Removes a business objective; the objectives that served it stay, serving nothing.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveBusinessObjective(Id<BusinessObjective> BusinessObjective) : ICommand<Done>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<RemoveBusinessObjective, Done>
    {
        public async Task<Done> HandleAsync(RemoveBusinessObjective request, CancellationToken cancel)
        {
            var business = await db.FindAsync(request.BusinessObjective, "business objective", cancel);
            var plan = await finder.PlanToChangeAsync(business.Plan, cancel);
            foreach (var objective in await db.Set<Objective>().Where(objective => objective.Serves == business.Id).ToListAsync(cancel))
            {
                objective.Serve(null);
            }

            db.Remove(business);
            journal.Say($"removed the business objective “{business.Title}”", plan.Brand.Value, plan.Id.Value, business.Id);
            return Done.It;
        }
    }
}
