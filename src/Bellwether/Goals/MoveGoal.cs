using Bellwether.Kernel;

namespace Bellwether.Goals;

/// <summary>Makes a goal a part of another one, or of none. 422 when it would become a part of itself.</summary>
[Needs(Permission.EditPlan)]
public sealed record MoveGoal(Id<Goal> Goal, Id<Goal>? Parent = null) : ICommand<GoalView>
{
    internal sealed class Handler(GoalFinder finder, Journal journal) : IHandle<MoveGoal, GoalView>
    {
        public async Task<GoalView> HandleAsync(MoveGoal request, CancellationToken cancel)
        {
            var (goal, plan, _) = await finder.ToChangeAsync(request.Goal, cancel);
            var (parent, above) = await finder.ParentAsync(request.Parent, cancel);
            goal.Join(parent, above);
            journal.Say(parent is null ? $"made “{goal.Title}” a goal of its own" : $"made “{goal.Title}” a part of “{parent.Title}”", plan.Brand.Value, plan.Id.Value, goal.Id);
            return GoalView.Of(goal);
        }
    }
}
