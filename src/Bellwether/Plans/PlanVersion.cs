using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Plans;

/// <summary>A plan as it came into force: a frozen picture of all its parts. Never changed, only followed by the next one.</summary>
public sealed class PlanVersion : Entity<PlanVersion>
{
    private PlanVersion()
    {
    }

    public PlanVersion(Plan plan, JsonObject parts, IReadOnlyList<string> changes, string? reason, string by)
    {
        Plan = plan.Id;
        Number = plan.Number;
        Content = parts.ToJsonString(HouseJson.Options);
        Changes = changes;
        Reason = Rule.OptionalText(reason, "reason", 1000);
        By = by;
    }

    public Id<Plan> Plan { get; private set; }

    /// <summary>1 is the baseline.</summary>
    public int Number { get; private set; }

    /// <summary>All parts as JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>What changed since the version before, in sentences.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    public string? Reason { get; private set; }

    /// <summary>Who put it into force, by name.</summary>
    public string By { get; private set; } = "";

    public JsonObject Parts => (JsonObject)JsonNode.Parse(Content)!;
}

internal sealed class PlanVersionStorage : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("plan_versions");
        builder.Ignore(row => row.Parts);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        Storage.JsonColumn.AsJson(builder.Property(row => row.Changes));
        builder.HasIndex(row => new { row.Plan, row.Number }).IsUnique();
    }
}
