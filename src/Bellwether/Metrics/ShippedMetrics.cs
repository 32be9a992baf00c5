using System.Text.Json;
using Bellwether.Kernel;

namespace Bellwether.Metrics;

/// <summary>The metrics that come with the product, read from its own versioned file.</summary>
public static class ShippedMetrics
{
    private static readonly Lazy<IReadOnlyList<Metric>> Read = new(ReadAll);
    private static readonly Lazy<Dictionary<string, Metric>> ByKey = new(() => Read.Value.ToDictionary(metric => metric.Key, StringComparer.Ordinal));

    /// <summary>All of them, in the file's order.</summary>
    public static IReadOnlyList<Metric> All => Read.Value;

    /// <summary>The metric of a key, or null.</summary>
    public static Metric? Find(string key) => ByKey.Value.GetValueOrDefault(key);

    private static List<Metric> ReadAll()
    {
        using var stream = typeof(ShippedMetrics).Assembly.GetManifestResourceStream("Bellwether.Metrics.catalogue.json")
            ?? throw new InvalidOperationException("The metric catalogue is missing from the program.");
        return JsonSerializer.Deserialize<List<Metric>>(stream, HouseJson.Options)!;
    }
}
