using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Returns.Attribution;

/// <summary>What people call what is credited, and where it is on the screen. Words such as “direct” are named by the screen.</summary>
[Scoped]
public sealed class CreditNames(IEnumerable<INodeSource> nodes)
{
    internal async Task<IReadOnlyDictionary<string, PlanNode>> OfAsync(IEnumerable<string> keys, CancellationToken cancel)
    {
        var names = new Dictionary<string, PlanNode>(StringComparer.Ordinal);
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            if (nodes.FirstOrDefault(source => key.StartsWith(source.Prefix + "_", StringComparison.Ordinal)) is { } source && await source.FindAsync(key, cancel) is { } node)
            {
                names[key] = node;
            }
        }

        return names;
    }
}
