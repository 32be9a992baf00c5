using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Plans;

/// <summary>Any node of a plan, as others point to it.</summary>
/// <param name="Brand">The brand it belongs to.</param>
/// <param name="Plan">The plan it belongs to, where it belongs to one.</param>
/// <param name="Title">What a person would call it.</param>
/// <param name="Path">Where it is on the screen: “/goals/goal_…”.</param>
public sealed record PlanNode(Id<Brand> Brand, Id<Plan>? Plan, string Title, string Path)
{
    /// <summary>The node of a thing that knows its plan and not its brand.</summary>
    internal static async Task<PlanNode?> OfAsync(Db db, Id<Plan> plan, string title, string path, CancellationToken cancel) =>
        await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == plan, cancel) is { } found ? new PlanNode(found.Brand, plan, title, path) : null;
}

/// <summary>Port: finds a node by its id, so that comments, the journal and search can point to things of any step.</summary>
[Port]
public interface INodeSource
{
    /// <summary>The prefix of the ids it knows: “goal”.</summary>
    string Prefix { get; }

    /// <summary>The node, or null when this workspace has no such one.</summary>
    Task<PlanNode?> FindAsync(string id, CancellationToken cancel);
}
