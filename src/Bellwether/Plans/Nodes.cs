using Bellwether.Brands;
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
        var elsewhere = within is not null && (node.Brand != within.Brand || (node.Plan is { } plan && plan != within.Id));
        return Rule.Found(elsewhere ? null : node, "item");
    }

    /// <summary>422 beside the field for an id that is neither the brand nor anything of it: unknown, of another brand or workspace, or not to be seen.</summary>
    /// <param name="says">What is wrong and the way out, where that is another one than choosing another.</param>
    public async Task RequireAsync(string id, Id<Brand> brand, string field, CancellationToken cancel, string? says = null) =>
        Rule.Require(id == brand.ToString() || await IsOfAsync(id, brand, cancel), $"{field}-unknown", says ?? "There is no such account or item of this brand. Choose another.", field);

    /// <summary>Whether an id names something of the brand.</summary>
    public async Task<bool> IsOfAsync(string id, Id<Brand> brand, CancellationToken cancel) => await TryFindAsync(id, cancel) is { } node && node.Brand == brand;

    /// <summary>The node, or null.</summary>
    public async Task<PlanNode?> TryFindAsync(string id, CancellationToken cancel)
    {
        var end = id.LastIndexOf('_');
        return end > 0 && byPrefix.TryGetValue(id[..end], out var source) ? await source.FindAsync(id, cancel) : null;
    }
}

/// <summary>The plan itself as a node.</summary>
internal sealed class PlanNodes(Db db) : NodesOf<Plan>(db, row => new PlanNode(row.Brand, row.Id, row.Title, $"/plan?plan={row.Id}"));
