namespace Bellwether.Channels;

/// <summary>What one channel brought to one goal in a span.</summary>
/// <param name="Goal">The goal's id, as text.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Value">In the unit of the goal's metric; null where nobody knows.</param>
public sealed record GoalResult(string Goal, string Channel, decimal? Value);

/// <summary>How much of what was reached came through which channel, over goals with different units.</summary>
public static class Contribution
{
    /// <summary>
    /// Each channel's share: for every goal its part of what all channels brought, then the mean over the goals. The shares of
    /// all channels add up to 1. A channel without any number is null; goals to which nobody brought anything count for nobody.
    /// </summary>
    public static IReadOnlyDictionary<string, decimal?> Of(IReadOnlyCollection<GoalResult> results)
    {
        var shares = results.Select(result => result.Channel).Distinct(StringComparer.Ordinal).ToDictionary(channel => channel, _ => (decimal?)null, StringComparer.Ordinal);
        foreach (var known in results.Where(result => result.Value is not null))
        {
            shares[known.Channel] ??= 0;
        }

        var goals = results.GroupBy(result => result.Goal, StringComparer.Ordinal).Select(goal => goal.ToList()).Where(goal => goal.Sum(Brought) > 0).ToList();
        foreach (var goal in goals)
        {
            var sum = goal.Sum(Brought);
            foreach (var result in goal.Where(result => result.Value is not null))
            {
                shares[result.Channel] += Brought(result) / sum / goals.Count;
            }
        }

        return shares;
    }

    // What shrank brought nothing; it is no debt to the others.
    private static decimal Brought(GoalResult result) => Math.Max(0, result.Value ?? 0);
}
