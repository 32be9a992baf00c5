using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>The visits to sites that go on at the moment, each with where it came from: whatever happens in it is credited there.</summary>
[Single]
public sealed class SiteVisits
{
    private const int MostRemembered = 500_000;
    private readonly ConcurrentDictionary<long, Visit> going = new();
    private readonly NowAndThen look = new();
    private Instant swept;

    /// <summary>Looks a visitor up and remembers that they are here.</summary>
    /// <param name="visitor">Today's hash.</param>
    /// <param name="before">Yesterday's hash, in the first half hour of a day.</param>
    /// <param name="now">When it happened.</param>
    /// <param name="arrival">Where they say they come from now; it counts when a visit begins.</param>
    /// <returns>Whether a visit begins, and where the visit came from.</returns>
    public (bool Starts, Arrival From) See(long visitor, long? before, Instant now, Arrival arrival)
    {
        Sweep(now);
        var known = Going(visitor, now) ?? (before is { } old ? Going(old, now) : null);
        var from = known ?? arrival;
        going[visitor] = new Visit(now, from);
        return (known is null, from);
    }

    /// <summary>Where a visit came from that goes on; nothing is remembered.</summary>
    public Arrival? Going(long visitor, Instant now) => going.TryGetValue(visitor, out var visit) && now - visit.Last < Visitors.VisitLength ? visit.From : null;

    /// <summary>Remembers a visit that was kept before this process started.</summary>
    public void Remember(long visitor, Instant at, Arrival from) => going[visitor] = new Visit(at, from);

    private void Sweep(Instant now)
    {
        if (now - swept < Duration.FromMinutes(5) && !(look.IsTime() && going.Count >= MostRemembered))
        {
            return;
        }

        swept = now;
        foreach (var (visitor, visit) in going)
        {
            if (now - visit.Last >= Visitors.VisitLength)
            {
                going.TryRemove(visitor, out _);
            }
        }

        if (going.Count >= MostRemembered)
        {
            going.Clear();
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Visit(Instant Last, Arrival From);
}
