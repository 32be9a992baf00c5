using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>Adds a goal in one informal line; numbers, date and owner can come later. Only an empty text is refused.</summary>
/// <param name="Plan">The plan it belongs to.</param>
/// <param name="Title">The line, as one would say it.</param>
/// <param name="Notes">Anything more.</param>
/// <param name="Objective">The objective it serves.</param>
/// <param name="Parent">The goal it is a part of.</param>
/// <param name="Owner">The one person who answers for it.</param>
[Needs(Permission.EditPlan)]
public sealed record AddGoal(
    Id<Plan> Plan,
    [property: MaxLength(300)] string Title,
    [property: MaxLength(4000)] string? Notes = null,
    Id<Objective>? Objective = null,
    Id<Goal>? Parent = null,
    Id<Member>? Owner = null) : ICommand<GoalView>
{
    internal sealed class Handler(Db db, GoalFinder finder, TimeProvider clock, Journal journal) : IHandle<AddGoal, GoalView>
    {
        public async Task<GoalView> HandleAsync(AddGoal request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var places = await db.Set<Goal>().Where(other => other.Plan == plan.Id).Select(other => (int?)other.Place).MaxAsync(cancel);
            var goal = new Goal(plan, request.Title, (places ?? 0) + 1);
            goal.Word(request.Title, request.Notes);
            goal.Own(await finder.MemberAsync(request.Owner, cancel), clock.Now());
            goal.Serve(request.Objective is { } objective ? await db.FindAsync(objective, "objective", cancel) : null);
            var (parent, above) = await finder.ParentAsync(request.Parent, cancel);
            goal.Join(parent, above);
            db.Add(goal);
            journal.Say($"added the goal “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id);
            return GoalView.Of(goal);
        }
    }
}
