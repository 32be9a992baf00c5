using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
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
    internal sealed class Handler(Db db, ObjectiveDesk desk) : IHandle<AddObjective, ObjectiveView>
    {
        public async Task<ObjectiveView> HandleAsync(AddObjective request, CancellationToken cancel)
        {
            var business = request.Serves is { } serves ? await db.FindAsync(serves, "business objective", cancel) : null;
            var objective = await desk.AddAsync(request.Plan, plan => new Objective(plan, request.Title), request.Notes, request.Metric, cancel);
            objective.Serve(business);
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
    internal sealed class Handler(Db db, ObjectiveDesk desk) : IHandle<ChangeObjective, ObjectiveView>
    {
        public async Task<ObjectiveView> HandleAsync(ChangeObjective request, CancellationToken cancel)
        {
            var objective = await desk.ChangeAsync(request.Objective, request.IfVersion, request.Title, request.Notes, request.Metric, cancel);
            if (request.ServesNothing || request.Serves is not null)
            {
                objective.Serve(request.Serves is { } serves ? await db.FindAsync(serves, "business objective", cancel) : null);
            }

            return ObjectiveView.Of(objective);
        }
    }
}

/// <summary>Removes an objective; its goals stay, without one.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveObjective(Id<Objective> Objective) : ICommand<Done>
{
    internal sealed class Handler(Db db, ObjectiveDesk desk) : IHandle<RemoveObjective, Done>
    {
        public Task<Done> HandleAsync(RemoveObjective request, CancellationToken cancel) => desk.RemoveAsync(
            request.Objective,
            async objective => (await db.Set<Goal>().Where(goal => goal.Objective == objective.Id).ToListAsync(cancel)).ForEach(goal => goal.Serve(null)),
            cancel);
    }
}
