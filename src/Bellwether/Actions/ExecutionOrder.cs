using NodaTime;

namespace Bellwether.Actions;

/// <summary>Something in both orders: its place in the plan, and when it was done or started.</summary>
public sealed record Executed(string Key, string Title, int PlanPlace, Instant? StartedAt, Instant? DoneAt);

/// <summary>Plan order and execution order are two things; the difference is reported, not punished.</summary>
public static class ExecutionOrder
{
    /// <summary>What was done, in the order it was done; then what was started, in the order it was started. The rest is left out.</summary>
    public static IReadOnlyList<Executed> AsDone(IEnumerable<Executed> all) =>
    [
        .. all.Where(each => each.DoneAt is not null || each.StartedAt is not null)
            .OrderBy(each => each.DoneAt is null)
            .ThenBy(each => each.DoneAt ?? each.StartedAt)
            .ThenBy(each => each.StartedAt)
            .ThenBy(each => each.PlanPlace),
    ];

    /// <summary>How many pairs were executed the other way round than planned, of how many pairs.</summary>
    public static (int Swapped, int Pairs) Drift(IReadOnlyList<Executed> asDone)
    {
        var swapped = 0;
        for (var i = 0; i < asDone.Count; i++)
        {
            for (var j = i + 1; j < asDone.Count; j++)
            {
                swapped += asDone[i].PlanPlace > asDone[j].PlanPlace ? 1 : 0;
            }
        }

        return (swapped, asDone.Count * (asDone.Count - 1) / 2);
    }
}
