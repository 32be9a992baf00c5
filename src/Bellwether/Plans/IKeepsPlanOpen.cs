using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Port: what a later step has open, so that a plan cannot be closed over it.</summary>
[Port]
public interface IKeepsPlanOpen
{
    /// <summary>The open things by name: “the review of Thu 26 Nov 2026”.</summary>
    Task<IReadOnlyList<string>> OpenThingsAsync(Plan plan, CancellationToken cancel);
}
