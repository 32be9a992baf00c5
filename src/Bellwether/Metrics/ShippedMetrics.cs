using System.Globalization;
using CsvHelper;

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

    private static IReadOnlyList<Metric> ReadAll()
    {
        using var stream = typeof(ShippedMetrics).Assembly.GetManifestResourceStream("Bellwether.Metrics.catalogue.csv")
            ?? throw new InvalidOperationException("The metric catalogue is missing from the program.");
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var metrics = new List<Metric>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            metrics.Add(new Metric(
                csv.GetField("key")!,
                csv.GetField("name")!,
                One<MetricUnit>(csv, "unit"),
                One<MetricDirection>(csv, "direction"),
                One<Aggregation>(csv, "aggregation"),
                One<MetricClass>(csv, "class"),
                One<EvaluationLevel>(csv, "level"),
                csv.GetField<decimal?>("least"),
                csv.GetField<decimal?>("most"),
                csv.GetField<decimal>("factor"),
                csv.GetField("formula")!,
                csv.GetField("source")!,
                csv.GetField("enabled") == "yes",
                csv.GetField("note") is { Length: > 0 } note ? note : null));
        }

        return metrics;
    }

    private static TEnum One<TEnum>(CsvReader csv, string field)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(csv.GetField(field)!, ignoreCase: true);
}
