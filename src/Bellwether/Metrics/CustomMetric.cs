using System.Text.RegularExpressions;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Metrics;

/// <summary>A metric that a workspace defined for itself, beside the ones that come with the product.</summary>
[ForEveryBrand("The catalogue of metrics is one for the workspace.")]
public sealed partial class CustomMetric : Entity<CustomMetric>
{
    private CustomMetric()
    {
    }

    /// <summary>The key is taken from the name unless one is given; it never changes afterwards.</summary>
    public CustomMetric(string name, string? key, MetricUnit unit, MetricDirection direction, Aggregation aggregation, MetricClass @class, EvaluationLevel level, string formula, string source)
    {
        Name = Rule.Text(name, "name", 80);
        Key = key?.Trim() ?? NotWord().Replace(Name.ToLowerInvariant(), "_").Trim('_');
        Rule.Require(KeyShape().IsMatch(Key), "metric-key-shape", "A metric's key is two to 60 small letters, digits and underscores, starting with a letter.", "key");
        Unit = unit;
        Direction = direction;
        Aggregation = aggregation;
        Class = @class;
        Level = level;
        Formula = Rule.OptionalText(formula, "formula", 500) ?? "";
        Source = Rule.Text(source, "source", 120);
    }

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public MetricUnit Unit { get; private set; }

    public MetricDirection Direction { get; private set; }

    public Aggregation Aggregation { get; private set; }

    public MetricClass Class { get; private set; }

    public EvaluationLevel Level { get; private set; }

    public string Formula { get; private set; } = "";

    /// <summary>The tool or place where the number comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The definition as everything else uses it.</summary>
    public Metric ToMetric() => new(Key, Name, Unit, Direction, Aggregation, Class, Level, 0, null, 1, Formula, Source, Custom: true);

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, Searching.LongestMilliseconds)]
    private static partial Regex NotWord();

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$", RegexOptions.None, Searching.LongestMilliseconds)]
    private static partial Regex KeyShape();
}

internal sealed class CustomMetricStorage : IEntityTypeConfiguration<CustomMetric>
{
    public void Configure(EntityTypeBuilder<CustomMetric> builder)
    {
        builder.ToTable("custom_metrics");
        builder.Property(metric => metric.Key).HasMaxLength(60);
        builder.HasIndex(metric => new { metric.WorkspaceKey, metric.Key }).IsUnique();
    }
}
