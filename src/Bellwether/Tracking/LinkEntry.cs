using Bellwether.Links;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>All that a redirect needs to know of a link.</summary>
/// <param name="PassClickId">Whether own hosts get the click's id.</param>
/// <param name="Tagged">The channel group its tags say; null where the referrer decides.</param>
/// <param name="Serves">Which of its served addresses its target is.</param>
/// <param name="Rules">Who is led elsewhere, in order.</param>
/// <param name="LastDay">Its last day in the brand's zone.</param>
/// <param name="Budget">How many clicks are left; null for any number.</param>
/// <param name="Fallback">Where it leads after its end.</param>
public sealed record LinkEntry(
    Guid Link, Guid Workspace, Guid Brand, string Destination, bool PassClickId, ChannelGroup? Tagged, int Serves, KeptRule[] Rules, LocalDate? LastDay, ClickBudget? Budget, string? Fallback)
{
    /// <summary>Whether its target lies on one of the brand's own hosts.</summary>
    public bool IsOwnHost { get; init; }

    /// <summary>Whether a redirect has to look at the brand's calendar.</summary>
    public bool AsksForDay => LastDay is not null || Rules.Length > 0;
}

/// <summary>
/// How many clicks of a link with a limit are used up, in memory. Nodes learn of each other's clicks every two seconds, so over several
/// of them a few more may pass; on one node the limit is exact.
/// </summary>
public sealed class ClickBudget(int most)
{
    private long used;

    /// <summary>How many may pass.</summary>
    public int Most => most;

    /// <summary>Whether none is left.</summary>
    public bool IsSpent => Interlocked.Read(ref used) >= most;

    /// <summary>Takes one; false when none is left.</summary>
    public bool TryTake()
    {
        if (IsSpent)
        {
            return false;
        }

        return Interlocked.Increment(ref used) <= most;
    }

    /// <summary>Learns how many were counted: never fewer than it saw itself.</summary>
    public void Learn(long counted)
    {
        for (var seen = Interlocked.Read(ref used); counted > seen; seen = Interlocked.Read(ref used))
        {
            if (Interlocked.CompareExchange(ref used, counted, seen) == seen)
            {
                return;
            }
        }
    }

    /// <summary>The same use under another limit.</summary>
    public ClickBudget Under(int limit)
    {
        if (limit == most)
        {
            return this;
        }

        var other = new ClickBudget(limit);
        other.Learn(Math.Min(Interlocked.Read(ref used), Math.Max(most, 0)));
        return other;
    }
}
