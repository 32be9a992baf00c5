using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;

namespace Bellwether.Goals;

/// <summary>How two departments stand in each other's way.</summary>
public enum ConflictKind
{
    /// <summary>They pull the same number of the same thing in opposite directions.</summary>
    OppositeDirections,

    /// <summary>Together they ask more of a person than that person has hours.</summary>
    TooMuchWork,
}

/// <summary>One side of a conflict.</summary>
/// <param name="Department">The function or department in words.</param>
/// <param name="Wants">What it wants, in words.</param>
public sealed record ConflictSide(Id<Goal> Goal, string Title, string Department, string Wants);

/// <summary>Two departments that cannot both be served.</summary>
/// <param name="Key">Stays the same while both goals stand; what an arbitration is kept under.</param>
/// <param name="Sentence">In one sentence.</param>
public sealed record GoalConflict(string Key, ConflictKind Kind, string Sentence, IReadOnlyList<ConflictSide> Sides);

/// <summary>Finds what departments want against each other.</summary>
public static class GoalConflicts
{
    private enum Pull
    {
        Up,
        Down,
    }

    /// <summary>Pairs of goals of different departments whose targets pull the same number of the same thing apart.</summary>
    public static IReadOnlyList<GoalConflict> Opposed(IReadOnlyList<AssessedGoal> goals, Func<Goal, string?> department)
    {
        var wants = goals.Where(goal => goal.Goal.ClosedAt is null && department(goal.Goal) is not null)
            .SelectMany(goal => goal.Targets.Select(target => (goal.Goal, Assessed: target))).ToList();
        return
        [
            .. from one in wants
               from other in wants
               where string.CompareOrdinal(one.Assessed.Target.Id.ToString(), other.Assessed.Target.Id.ToString()) < 0
                   && department(one.Goal) != department(other.Goal)
                   && SameThing(one.Goal, one.Assessed.Target, other.Goal, other.Assessed.Target)
                   && Apart(one.Assessed, other.Assessed)
               select Conflict(one.Goal, one.Assessed, other.Goal, other.Assessed, department),
        ];
    }

    private static GoalConflict Conflict(Goal goal, AssessedTarget target, Goal otherGoal, AssessedTarget other, Func<Goal, string?> department)
    {
        ConflictSide Side(Goal of, AssessedTarget wants) => new(of.Id, of.Title, department(of)!, Words(wants));
        var (one, two) = (Side(goal, target), Side(otherGoal, other));
        return new GoalConflict(
            $"{target.Target.Id}:{other.Target.Id}", ConflictKind.OppositeDirections,
            $"{one.Department} wants {target.Metric.Name.ToLowerInvariant()} {one.Wants}, {two.Department} {two.Wants}. Both cannot be.", [one, two]);
    }

    /// <summary>The same metric of the same subject, in places that do not exclude each other.</summary>
    private static bool SameThing(Goal goal, KpiTarget target, Goal otherGoal, KpiTarget other) =>
        target.Metric == other.Metric && target.Series.Subject == other.Series.Subject
        && Meet(goal.Channel, otherGoal.Channel) && Meet(goal.Audience, otherGoal.Audience)
        && Meet(target.Items.Network, other.Items.Network) && Meet(target.Items.Channel, other.Items.Channel)
        && Meet(target.Items.Theme, other.Items.Theme) && Meet(target.Items.Kind, other.Items.Kind);

    private static bool Meet(string? one, string? other) => one is null || other is null || one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Apart(AssessedTarget one, AssessedTarget other)
    {
        if (PullOf(one) is not { } pull || PullOf(other) is not { } against || pull == against)
        {
            return false;
        }

        var (up, down) = pull == Pull.Up ? (one, other) : (other, one);
        // One that rises to 5 while the other may not exceed 8 are no conflict; a way up and a way down always are.
        return up.Target.Target is not { } least || down.Target.Target is not { } most || PerDay(up, least) > PerDay(down, most)
            || (up.Target.Type == TargetType.IncreaseTo && down.Target.Type == TargetType.DecreaseTo);
    }

    private static Pull? PullOf(AssessedTarget assessed) => assessed.Target.Type switch
    {
        TargetType.IncreaseTo or TargetType.StayAtOrAbove or TargetType.Cadence => Pull.Up,
        TargetType.CumulativeInPeriod => assessed.Aim.Ceiling ? Pull.Down : Pull.Up,
        TargetType.DecreaseTo or TargetType.StayAtOrBelow => Pull.Down,
        _ => null,
    };

    /// <summary>Five a week and twenty a month can be compared; what has no period stays as it is.</summary>
    private static decimal PerDay(AssessedTarget assessed, decimal number)
    {
        var every = assessed.Target.Every ?? (assessed.Target.Type == TargetType.Cadence ? PeriodLength.Week : null);
        return assessed.Metric.Aggregation != Aggregation.Sum ? number : every switch
        {
            PeriodLength.Week => number / 7,
            PeriodLength.Month => number / 30.4375m,
            PeriodLength.Quarter => number / 91.3125m,
            PeriodLength.Year => number / 365.25m,
            _ => number,
        };
    }

    private static string Words(AssessedTarget assessed)
    {
        var number = assessed.Target.Target is { } target ? NumberText.Write(target, assessed.Metric.Unit, "en-US") : "";
        var every = assessed.Target.Every ?? (assessed.Target.Type == TargetType.Cadence ? PeriodLength.Week : null);
        var period = every is { } some ? $" a {some.ToString().ToLowerInvariant()}" : "";
        return (PullOf(assessed) == Pull.Down ? assessed.Target.Type == TargetType.DecreaseTo ? $"down to {number}" : $"at most {number}" : assessed.Target.Type == TargetType.IncreaseTo ? $"up to {number}" : $"at least {number}") + period;
    }
}
