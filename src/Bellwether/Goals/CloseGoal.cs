using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;

namespace Bellwether.Goals;

/// <summary>Ends a goal with a verdict and what it rests on.</summary>
[Needs(Permission.EditPlan)]
public sealed record CloseGoal(Id<Goal> Goal, GoalVerdict Verdict, [property: MaxLength(2000)] string Note) : ICommand<GoalView>
{
    internal sealed class Handler(GoalFinder finder, TimeProvider clock, Journal journal) : IHandle<CloseGoal, GoalView>
    {
        public async Task<GoalView> HandleAsync(CloseGoal request, CancellationToken cancel)
        {
            var (goal, plan, _) = await finder.ToChangeAsync(request.Goal, cancel);
            goal.Close(request.Verdict, request.Note, clock.Now());
            journal.Say($"closed the goal “{goal.Title}” as {request.Verdict.ToString().ToLowerInvariant()}", plan.Brand.Value, plan.Id.Value, goal.Id, request.Note);
            return GoalView.Of(goal);
        }
    }
}

/// <summary>Opens a closed goal again; its verdict is taken back.</summary>
[Needs(Permission.EditPlan)]
public sealed record ReopenGoal(Id<Goal> Goal) : ICommand<GoalView>
{
    internal sealed class Handler(GoalFinder finder, Journal journal) : IHandle<ReopenGoal, GoalView>
    {
        public async Task<GoalView> HandleAsync(ReopenGoal request, CancellationToken cancel)
        {
            var (goal, plan, _) = await finder.ToChangeAsync(request.Goal, cancel);
            goal.Reopen();
            journal.Say($"reopened the goal “{goal.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id);
            return GoalView.Of(goal);
        }
    }
}
