using Bellwether.Kernel;

namespace Bellwether.Goals;

/// <summary>Goals with the goals below them: a goal stands no better than its weakest part.</summary>
public static class GoalTree
{
    /// <summary>The same goals, each with the status that its parts leave it. A verdict that somebody gave stands.</summary>
    public static IReadOnlyList<AssessedGoal> Roll(IReadOnlyList<AssessedGoal> goals)
    {
        var below = goals.Where(goal => goal.Goal.Parent is not null).ToLookup(goal => goal.Goal.Parent!.Value);
        var rolled = new Dictionary<Id<Goal>, AssessedGoal>();
        return [.. goals.Select(goal => Of(goal, below, rolled))];
    }

    private static AssessedGoal Of(AssessedGoal goal, ILookup<Id<Goal>, AssessedGoal> below, Dictionary<Id<Goal>, AssessedGoal> rolled)
    {
        if (rolled.TryGetValue(goal.Goal.Id, out var known))
        {
            return known;
        }

        // Entered before its parts are looked at, so that damaged data with a circle ends.
        rolled[goal.Goal.Id] = goal;
        var parts = below[goal.Goal.Id].Select(part => Of(part, below, rolled)).ToList();
        if (parts.Count > 0 && goal.Goal.Verdict is null)
        {
            var weakest = parts.MinBy(part => Statuses.Rank(part.Status))!;
            // Without numbers of its own a goal is what its parts are.
            if (goal.Targets.Count == 0 || Statuses.Rank(weakest.Status) < Statuses.Rank(goal.Status))
            {
                rolled[goal.Goal.Id] = goal with { Status = weakest.Status, HeldBackBy = weakest.Goal };
            }
        }

        return rolled[goal.Goal.Id];
    }
}
