using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Plans;

/// <summary>Finds a node of any step by its id.</summary>
[Scoped]
public sealed class Nodes(IEnumerable<INodeSource> sources)
{
    private readonly Dictionary<string, INodeSource> byPrefix = sources.GroupBy(source => source.Prefix).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The node, or 404: unknown, of another workspace, of a brand one may not see, or of another plan than asked for.</summary>
    public async Task<PlanNode> FindAsync(string id, CancellationToken cancel, Plan? within = null)
    {
        var node = Rule.Found(await TryFindAsync(id, cancel), "item");
        return Rule.Found(within is null || Lies(node, within) ? node : null, "item");
    }

    /// <summary>422 beside the field for an id that names nothing of the plan, nor of its brand where it belongs to no plan.</summary>
    /// <param name="kinds">What may be named, in words: “post or campaign”.</param>
    public async Task RequireAsync(string id, Plan within, string field, string kinds, CancellationToken cancel) =>
        Rule.Require(await TryFindAsync(id, cancel) is { } node && Lies(node, within), $"{field}-unknown", $"This plan has no such {kinds}. Name another one.", field);

    /// <summary>The node, or null.</summary>
    public async Task<PlanNode?> TryFindAsync(string id, CancellationToken cancel)
    {
        var end = id.LastIndexOf('_');
        return end > 0 && byPrefix.TryGetValue(id[..end], out var source) ? await source.FindAsync(id, cancel) : null;
    }

    private static bool Lies(PlanNode node, Plan within) => node.Brand == within.Brand && (node.Plan is not { } plan || plan == within.Id);
}

/// <summary>The plan itself as a node.</summary>
internal sealed class PlanNodes(Db db) : NodesOf<Plan>(db, row => new PlanNode(row.Brand, row.Id, row.Title, $"/plan?plan={row.Id}"));
