using Bellwether.Kernel;
using Bellwether.People;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>Work that somebody asks for from outside Actions: from a comment, an idea, a decision.</summary>
/// <param name="Title">One line: what is to be done.</param>
/// <param name="Origin">The id of what asked for it; the link back.</param>
/// <param name="Node">The id of the node it is about; null when it is about the whole plan.</param>
public sealed record ActionSeed(Id<Plan> Plan, string Title, string Origin, string? Node, Id<Member>? Owner, LocalDate? Due, string? Notes = null)
{
    /// <summary>What it takes, in order; none when the title says it all.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
}

/// <summary>Port: turns a seed into an action item. Actions fulfils it.</summary>
[Port]
public interface IMakeActions
{
    /// <summary>The id of the new action item, as text.</summary>
    Task<string> MakeAsync(ActionSeed seed, CancellationToken cancel);
}
