using System.Text.Json.Nodes;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Measures.Sheets;

/// <summary>Reads a file without a database: recognised, mapped, worked out.</summary>
internal static class Desk
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    /// <summary>Metrics that a workspace would define for columns that the catalogue has no metric for.</summary>
    private static readonly Metric[] OwnMetrics = [Own("own_sum", Aggregation.Sum), Own("own_people", Aggregation.Unique)];

    private static readonly IReadOnlyList<Metric> Metrics = [.. ShippedMetrics.All, .. OwnMetrics];

    public static JsonNode Expected(string key) => JsonNode.Parse(File.ReadAllText(SharedData.File("expected.json")))![key]!;

    public static (ImportMapping Mapping, FoundTables Tables, ReadNumbers Read) Lay(string path, Func<ImportMapping, ImportMapping>? change = null) =>
        Lay(File.ReadAllBytes(SharedData.File(path)), change);

    public static (ImportMapping Mapping, FoundTables Tables, ReadNumbers Read) Lay(byte[] bytes, Func<ImportMapping, ImportMapping>? change = null)
    {
        var file = SheetReader.Read(bytes);
        var tables = TableFinder.Find(file);
        var mapping = new Proposal(tables, file.Kind, Metrics, "en-US", network => "account of " + network).Make();
        mapping = change?.Invoke(mapping) ?? mapping;
        var frame = new ReadingFrame(Metrics.ToDictionary(metric => metric.Key), "the brand", Today, IsoDayOfWeek.Monday);
        return (mapping, tables, NumberReader.Read(tables, mapping, frame));
    }

    /// <summary>Lets a column bring a metric of the workspace's own.</summary>
    public static Func<ImportMapping, ImportMapping> With(string column, string metric) => mapping => mapping with
    {
        Columns = [.. mapping.Columns.Select(each => HeaderText.Key(each.Column) == HeaderText.Key(column) ? each with { Metric = metric } : each with { Metric = null })],
    };

    public static ColumnReport Column(this ReadNumbers read, string column) => read.Columns.Single(each => HeaderText.Key(each.Choice.Column) == HeaderText.Key(column));

    /// <summary>Rows read that were neither taken nor reported: always none.</summary>
    public static int Lost(this ReadNumbers read) => read.RowsRead - read.RowsTaken - read.LeftOut.Count(row => row.Column is null);

    private static Metric Own(string key, Aggregation aggregation) =>
        new(key, key, MetricUnit.Count, MetricDirection.Up, aggregation, MetricClass.Business, EvaluationLevel.Outcome, 0, null, 1, "", "test", Custom: true);
}
