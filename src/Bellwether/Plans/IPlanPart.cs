using System.Text.Json.Nodes;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>
/// Port: a step's part of the plan, as data. One shape serves the plan file, the frozen versions, the readable difference
/// and the next cycle. Ids are written as they are; members are written by e-mail; lists keep a stable order.
/// </summary>
[Port]
public interface IPlanPart
{
    /// <summary>The key in the plan file: “goals”.</summary>
    string Name { get; }

    /// <summary>Where the part stands in the file, and in which order parts are read back; multiples of 100 by cycle order.</summary>
    int Order { get; }

    /// <summary>Keys of the part that tell what happened, such as decisions taken: told between two versions, but no change of the plan itself. A key further down is written with dots.</summary>
    IReadOnlyList<string> Records => [];

    /// <summary>Keys of the part whose things come and go by themselves, such as posts ahead: in files and versions, never told as a difference.</summary>
    IReadOnlyList<string> Flow => [];

    /// <summary>The part as data; null when there is nothing. With <paramref name="nextCycle"/>, without what the next cycle leaves behind.</summary>
    Task<JsonNode?> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel);

    /// <summary>Stores what was written, into a plan that has none of it yet. Unknown keys and bad values are problems that name their path.</summary>
    Task ReadAsync(Plan plan, JsonNode part, CancellationToken cancel);
}
