using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
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
    internal sealed class Handler(ObjectiveDesk desk) : IHandle<AddBusinessObjective, BusinessObjectiveView>
    {
        public async Task<BusinessObjectiveView> HandleAsync(AddBusinessObjective request, CancellationToken cancel) =>
            BusinessObjectiveView.Of(await desk.AddAsync(request.Plan, plan => new BusinessObjective(plan, request.Title), request.Notes, request.Metric, cancel));
    }
}

/// <summary>Changes a business objective; what is not given stays. An empty text clears notes and metric.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeBusinessObjective(Id<BusinessObjective> BusinessObjective, string? Title = null, string? Notes = null, string? Metric = null, int? IfVersion = null)
    : ICommand<BusinessObjectiveView>, IExpectsVersion
{
    internal sealed class Handler(ObjectiveDesk desk) : IHandle<ChangeBusinessObjective, BusinessObjectiveView>
    {
        public async Task<BusinessObjectiveView> HandleAsync(ChangeBusinessObjective request, CancellationToken cancel) =>
            BusinessObjectiveView.Of(await desk.ChangeAsync(request.BusinessObjective, request.IfVersion, request.Title, request.Notes, request.Metric, cancel));
    }
}

/// <summary>Removes a business objective; the objectives that served it stay, serving nothing.</summary>
[Needs(Permission.RunPlan)]
public sealed record RemoveBusinessObjective(Id<BusinessObjective> BusinessObjective) : ICommand<Done>
{
    internal sealed class Handler(Db db, ObjectiveDesk desk) : IHandle<RemoveBusinessObjective, Done>
    {
        public Task<Done> HandleAsync(RemoveBusinessObjective request, CancellationToken cancel) => desk.RemoveAsync(
            request.BusinessObjective,
            async business => (await db.Set<Objective>().Where(objective => objective.Serves == business.Id).ToListAsync(cancel)).ForEach(objective => objective.Serve(null)),
            cancel);
    }
}
