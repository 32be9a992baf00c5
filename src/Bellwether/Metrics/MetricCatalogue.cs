using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Metrics;

/// <summary>All metrics a workspace knows: those of the product and its own.</summary>
[Scoped]
public sealed class MetricCatalogue(Db db)
{
    private Dictionary<string, Metric>? own;

    /// <summary>The metric of a key, or 422 that says so beside the field.</summary>
    public async Task<Metric> NeedAsync(string key, CancellationToken cancel, string field = "metric") =>
        await FindAsync(key, cancel) ?? throw Rule.Broken("metric-unknown", $"There is no metric “{key}”. Choose one of the catalogue or define it first.", field);

    /// <summary>The metric of a key, or null.</summary>
    public async Task<Metric?> FindAsync(string key, CancellationToken cancel) =>
        ShippedMetrics.Find(key) ?? (await OwnAsync(cancel)).GetValueOrDefault(key);

    /// <summary>Every metric: the product's in its order, then the workspace's own by name.</summary>
    public async Task<IReadOnlyList<Metric>> AllAsync(CancellationToken cancel) =>
        [.. ShippedMetrics.All, .. (await OwnAsync(cancel)).Values.OrderBy(metric => metric.Name, StringComparer.OrdinalIgnoreCase)];

    private async Task<Dictionary<string, Metric>> OwnAsync(CancellationToken cancel) =>
        own ??= await db.Set<CustomMetric>().AsNoTracking().ToDictionaryAsync(metric => metric.Key, metric => metric.ToMetric(), StringComparer.Ordinal, cancel);
}
