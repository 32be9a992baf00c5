namespace Bellwether.Goals;

/// <summary>How a goal, or one of its targets, stands.</summary>
public enum GoalStatus
{
    /// <summary>At least 95 % of what was expected by now, unless its judging rules say otherwise.</summary>
    OnTrack,

    /// <summary>Between 75 and 95 % of what was expected by now.</summary>
    Lagging,

    /// <summary>Less than 75 % of what was expected by now.</summary>
    AtRisk,

    /// <summary>The target is reached.</summary>
    Met,

    /// <summary>The deadline is over and the target was not reached.</summary>
    Missed,

    /// <summary>Nothing can be expected yet.</summary>
    TooEarly,

    /// <summary>There is no number to judge by. Never shown as zero, never as good.</summary>
    NoData,
}

/// <summary>What several statuses make together.</summary>
public static class Statuses
{
    // From worst to best; what nobody knows is worse than what goes well, and better than what goes wrong.
    private static readonly GoalStatus[] WorstFirst =
        [GoalStatus.Missed, GoalStatus.AtRisk, GoalStatus.Lagging, GoalStatus.NoData, GoalStatus.TooEarly, GoalStatus.OnTrack, GoalStatus.Met];

    /// <summary>Whether somebody should look at it.</summary>
    public static bool NeedsCare(GoalStatus status) => status is GoalStatus.Missed or GoalStatus.AtRisk or GoalStatus.Lagging;

    /// <summary>The place of a status from worst (0) to best.</summary>
    public static int Rank(GoalStatus status) => Array.IndexOf(WorstFirst, status);

    /// <summary>The weakest of all, or the best of any; no data for none.</summary>
    public static GoalStatus Together(Composition composition, IEnumerable<GoalStatus> statuses)
    {
        var ranks = statuses.Select(Rank).DefaultIfEmpty(Rank(GoalStatus.NoData)).ToList();
        return WorstFirst[composition == Composition.All ? ranks.Min() : ranks.Max()];
    }

    /// <summary>The status in words.</summary>
    public static string Words(GoalStatus status) => status switch
    {
        GoalStatus.OnTrack => "on track",
        GoalStatus.AtRisk => "at risk",
        GoalStatus.TooEarly => "too early",
        GoalStatus.NoData => "no data",
        _ => status.ToString().ToLowerInvariant(),
    };
}
