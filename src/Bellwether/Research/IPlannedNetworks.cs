using Bellwether.Kernel;
using Bellwether.Plans;
using NodaTime;

namespace Bellwether.Research;

/// <summary>A network that a plan has decided about.</summary>
/// <param name="Network">The network's key.</param>
/// <param name="Node">The id of the channel.</param>
/// <param name="IsRun">Whether the plan runs a channel there; false where it waits or was rejected.</param>
public sealed record PlannedNetwork(string Network, string Node, bool IsRun);

/// <summary>Port: the networks a plan has channels on. Channels fulfils it.</summary>
[Port]
public interface IPlannedNetworks
{
    Task<IReadOnlyList<PlannedNetwork>> NetworksAsync(Id<Plan> plan, CancellationToken cancel);
}

/// <summary>Something the plan decided, which a finding should have led to.</summary>
/// <param name="Node">Its id, as text.</param>
/// <param name="Kind">What it is: “goal”, “channel”, “tactic”, “decision”.</param>
/// <param name="Through">The id of a node that it serves: a finding that led there led here too.</param>
public sealed record PlanDecision(string Node, string Kind, string Title, string? Through = null);

/// <summary>Port: what a later step decided in a plan. Goals, channels, tactics and reviews fulfil it.</summary>
[Port]
public interface IPlanDecisions
{
    Task<IReadOnlyList<PlanDecision>> DecisionsAsync(Id<Plan> plan, CancellationToken cancel);
}

/// <summary>Conversions in a span of days, and how many came by way of a network.</summary>
/// <param name="ByNetwork">Conversions by the key of the network they came from.</param>
/// <param name="All">All conversions, those with no known way too.</param>
public sealed record TrackedWays(IReadOnlyDictionary<string, int> ByNetwork, int All);

/// <summary>Port: the ways that tracking saw people come, to stand beside what people say. Tracking fulfils it.</summary>
[Port]
public interface ITrackedWays
{
    Task<TrackedWays> WaysAsync(Id<Brands.Brand> brand, Instant from, Instant to, CancellationToken cancel);
}

/// <summary>Asks every step that answers a port.</summary>
internal static class Ports
{
    public static async Task<IReadOnlyList<PlannedNetwork>> AllAsync(this IEnumerable<IPlannedNetworks> sources, Id<Plan> plan, CancellationToken cancel)
    {
        var all = new List<PlannedNetwork>();
        foreach (var source in sources)
        {
            all.AddRange(await source.NetworksAsync(plan, cancel));
        }

        return all;
    }

    public static async Task<IReadOnlyList<PlanDecision>> AllAsync(this IEnumerable<IPlanDecisions> sources, Id<Plan> plan, CancellationToken cancel)
    {
        var all = new List<PlanDecision>();
        foreach (var source in sources)
        {
            all.AddRange(await source.DecisionsAsync(plan, cancel));
        }

        return all;
    }
}
