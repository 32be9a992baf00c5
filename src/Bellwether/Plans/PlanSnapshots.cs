using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Metrics;

namespace Bellwether.Plans;

/// <summary>Writes a whole plan as data, part by part in the order of the cycle, and reads it back.</summary>
[Scoped]
public sealed class PlanSnapshots(IEnumerable<IPlanPart> parts, MetricCatalogue metrics)
{
    private readonly List<IPlanPart> ordered = [.. parts.OrderBy(part => part.Order).ThenBy(part => part.Name, StringComparer.Ordinal)];

    /// <summary>The names of the parts a plan may have, in order.</summary>
    public IReadOnlyList<string> Names => [.. ordered.Select(part => part.Name)];

    /// <summary>The plan as data. With <paramref name="nextCycle"/>, without what the next cycle leaves behind.</summary>
    public async Task<JsonObject> WriteAsync(Plan plan, bool nextCycle, CancellationToken cancel)
    {
        var whole = new JsonObject();
        foreach (var part in ordered)
        {
            if (await part.WriteAsync(plan, nextCycle, cancel) is { } written)
            {
                whole[part.Name] = written;
            }
        }

        return whole;
    }

    /// <summary>What changed in the plan itself, in sentences; what only happened meanwhile is left out.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(JsonObject before, JsonObject after, CancellationToken cancel)
    {
        IReadOnlyList<string> Hidden(IPlanPart part) => [.. part.Records, .. part.Flow];
        return Difference.Between(Without(before, Hidden), Without(after, Hidden), await MetricNamesAsync(cancel));
    }

    /// <summary>What differs between two versions, with what was reviewed, learned and decided in between.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(JsonObject before, JsonObject after, CancellationToken cancel) =>
        Difference.Between(Without(before, part => part.Flow), Without(after, part => part.Flow), await MetricNamesAsync(cancel));

    /// <summary>Stores what was written, into a plan that has none of it; 422 names a part that nobody knows.</summary>
    public async Task ReadAsync(Plan plan, JsonObject whole, CancellationToken cancel)
    {
        foreach (var name in whole.Select(pair => pair.Key))
        {
            Rule.Require(ordered.Exists(part => part.Name == name), "part-unknown", $"“{name}” is no part of a plan. The parts are: {string.Join(", ", Names)}.", name);
        }

        foreach (var part in ordered)
        {
            if (whole[part.Name] is { } written)
            {
                await part.ReadAsync(plan, written, cancel);
            }
        }
    }

    private async Task<Dictionary<string, string>> MetricNamesAsync(CancellationToken cancel) =>
        (await metrics.AllAsync(cancel)).ToDictionary(metric => metric.Key, metric => metric.Name, StringComparer.Ordinal);

    private JsonObject Without(JsonObject whole, Func<IPlanPart, IReadOnlyList<string>> hidden)
    {
        var rest = (JsonObject)whole.DeepClone();
        foreach (var part in ordered)
        {
            if (rest[part.Name] is JsonObject written)
            {
                foreach (var key in hidden(part))
                {
                    Remove(written, key);
                }

                if (written.Count == 0)
                {
                    rest.Remove(part.Name);
                }
            }
        }

        return rest;
    }

    /// <summary>Takes a key out, also one further down: “rest.expectations”.</summary>
    private static void Remove(JsonObject thing, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            thing.Remove(path);
        }
        else if (thing[path[..dot]] is JsonObject below)
        {
            Remove(below, path[(dot + 1)..]);
            if (below.Count == 0)
            {
                thing.Remove(path[..dot]);
            }
        }
    }
}
