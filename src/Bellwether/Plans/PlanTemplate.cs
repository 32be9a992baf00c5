using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Plans;

/// <summary>What a plan may begin with: for one intent, kind of business and size. Parts are written as in a plan file, ids as goal:lunch.</summary>
/// <param name="Intent">What for: publish-information, sell, serve, recruit, raise-awareness, sales-collateral ….</param>
/// <param name="Business">The kind of business: restaurant, b2b, shop ….</param>
/// <param name="Size">How many take part: solo, team or branches.</param>
/// <param name="Says">What this plan is, in one sentence.</param>
/// <param name="Archetypes">Which kinds of content it sets up.</param>
public sealed record TemplateContent(string Key, string Title, string Intent, string Business, string Size, string Says, JsonObject Parts, IReadOnlyList<Archetype>? Archetypes = null)
{
    private static readonly JsonSerializerOptions Written = new(HouseJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true };
    private static readonly JsonSerializerOptions Strict = new(HouseJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The template as text, as it is read.</summary>
    public string ToYaml() => YamlWriter.Write((JsonObject)JsonSerializer.SerializeToNode(this, Written)!);

    /// <summary>Every metric key its parts name.</summary>
    public IReadOnlyList<string> Metrics => [.. MetricsIn(Parts).Distinct()];

    /// <summary>Reads a template; 422 when it has no such shape.</summary>
    public static TemplateContent Read(string yaml)
    {
        try
        {
            var read = YamlText.Read(yaml, "yaml").Deserialize<TemplateContent>(Strict) ?? throw new JsonException("it is empty.");
            Rule.Require(read.Key.Length is > 0 and <= 80 && read.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "template-key-invalid", "A template's key is made of small letters, digits and hyphens.", "yaml");
            return read;
        }
        catch (JsonException failure)
        {
            throw Rule.Broken("template-invalid", $"This is no template: {failure.Message}", "yaml");
        }
    }

    private static IEnumerable<string> MetricsIn(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(pair => pair.Key == "metric" && pair.Value is JsonValue value && value.TryGetValue<string>(out var key) ? [key] : MetricsIn(pair.Value)),
        JsonArray list => list.SelectMany(MetricsIn),
        _ => [],
    };
}

/// <summary>A template of the workspace's own; one with a shipped key takes its place.</summary>
[ForEveryBrand("Templates are for the whole workspace, by decision of whoever writes one or makes one of a plan; people, accounts, past numbers and research stay out.")]
public sealed class PlanTemplate : Entity<PlanTemplate>
{
    private PlanTemplate()
    {
    }

    public PlanTemplate(TemplateContent content, string yaml) => (Key, Yaml) = (content.Key, yaml);

    public string Key { get; private set; } = "";

    public string Yaml { get; private set; } = "";

    public void Replace(string yaml) => Yaml = yaml;
}

internal sealed class PlanTemplateStorage : IEntityTypeConfiguration<PlanTemplate>
{
    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.ToTable("plan_templates");
        builder.Property(row => row.Key).HasMaxLength(80);
        builder.HasIndex(row => new { row.WorkspaceKey, row.Key }).IsUnique();
    }
}
