using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>An objective as it is shown.</summary>
public sealed record ObjectiveView(Id<Objective> Id, string Title, string? Notes, string? Metric, Id<BusinessObjective>? Serves, int Version) : IVersioned
{
    public static ObjectiveView Of(Objective objective) => new(objective.Id, objective.Title, objective.Notes, objective.Metric, objective.Serves, objective.Version);
}

/// <summary>Adds an objective in words; goals will put numbers to it.</summary>
[Needs(Permission.EditPlan)]
public sealed record AddObjective(Id<Plan> Plan, [property: MaxLength(200)] string Title, string? Notes = null, string? Metric = null, Id<BusinessObjective>? Serves = null) : ICommand<ObjectiveView>
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<AddObjective, ObjectiveView>
    {
        public async Task<ObjectiveView> HandleAsync(AddObjective request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var objective = new Objective(plan, request.Title);
            objective.Word(request.Title, request.Notes, request.Metric is { } key ? (await catalogue.NeedAsync(key, cancel)).Key : null);
            objective.Serve(request.Serves is { } serves ? await db.FindAsync(serves, "business objective", cancel) : null);
            db.Add(objective);
            journal.Say($"added the objective “{objective.Title}”", plan.Brand.Value, plan.Id.Value, objective.Id);
            return ObjectiveView.Of(objective);
        }
    }
}

/// <summary>Changes an objective; what is not given stays. An empty text clears notes and metric.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeObjective(
    Id<Objective> Objective, string? Title = null, string? Notes = null, string? Metric = null, Id<BusinessObjective>? Serves = null, bool ServesNothing = false, int? IfVersion = null)
    : ICommand<ObjectiveView>, IExpectsVersion
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, Journal journal) : IHandle<ChangeObjective, ObjectiveView>
    {
        public async Task<ObjectiveView> HandleAsync(ChangeObjective request, CancellationToken cancel)
        {
            var objective = await db.FindAsync(request.Objective, "objective", cancel);
            objective.Expect(request.IfVersion);
            var plan = await finder.PlanToChangeAsync(objective.Plan, cancel);
            var metric = request.Metric switch { null => objective.Metric, "" => null, var key => (await catalogue.NeedAsync(key, cancel)).Key };
            objective.Word(request.Title ?? objective.Title, request.Notes ?? objective.Notes, metric);
            if (request.ServesNothing || request.Serves is not null)
            {
                objective.Serve(request.Serves is { } serves ? await db.FindAsync(serves, "business objective", cancel) : null);
            }

            journal.Say($"changed the objective “{objective.Title}”", plan.Brand.Value, plan.Id.Value, objective.Id);
            return ObjectiveView.Of(objective);
        }
    }
}

/// <summary>Removes an objective; its goals stay, without one.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveObjective(Id<Objective> Objective) : ICommand<Done>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<RemoveObjective, Done>
    {
        public async Task<Done> HandleAsync(RemoveObjective request, CancellationToken cancel)
        {
            var objective = await db.FindAsync(request.Objective, "objective", cancel);
            var plan = await finder.PlanToChangeAsync(objective.Plan, cancel);
            foreach (var goal in await db.Set<Goal>().Where(goal => goal.Objective == objective.Id).ToListAsync(cancel))
            {
                goal.Serve(null);
            }

            db.Remove(objective);
            journal.Say($"removed the objective “{objective.Title}”", plan.Brand.Value, plan.Id.Value, objective.Id);
            return Done.It;
        }
    }
}
