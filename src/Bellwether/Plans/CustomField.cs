using System.Globalization;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Plans;

/// <summary>What a field of one's own can be added to.</summary>
public enum FieldPlace
{
    Goal,
    Tactic,
    ActionItem,
    Channel,
    Campaign,
    SocialAccount,
    Competitor,
    Finding,
    Audience,
    Post,
}

/// <summary>What is written into a field of one's own.</summary>
public enum FieldType
{
    /// <summary>Up to 2,000 characters.</summary>
    Text,

    /// <summary>A decimal number, with a point: “12.5”.</summary>
    Number,

    /// <summary>A date: “2026-11-26”.</summary>
    Date,

    /// <summary>One of the field's choices.</summary>
    Choice,

    /// <summary>“yes” or “no”.</summary>
    YesNo,
}

/// <summary>A field that an organisation adds to what the program knows of a thing.</summary>
public sealed class CustomField : Entity<CustomField>
{
    /// <summary>The longest value.</summary>
    public const int LongestValue = 2000;

    private CustomField()
    {
    }

    /// <summary>Defines a field of a brand.</summary>
    public CustomField(Id<Brand> brand, FieldPlace place, FieldType type, string label)
    {
        Rule.Require(Enum.IsDefined(place), "place-unknown", "There is no such kind of thing. Choose one of the list.", "place");
        Rule.Require(Enum.IsDefined(type), "type-unknown", "There is no such kind of field. Choose one of the list.", "type");
        (Brand, Place, Type) = (brand, place, type);
        Rename(label);
    }

    public Id<Brand> Brand { get; private set; }

    public FieldPlace Place { get; private set; }

    /// <summary>Fixed once made: what is stored stays readable.</summary>
    public FieldType Type { get; private set; }

    public string Label { get; private set; } = "";

    public string? Hint { get; private set; }

    /// <summary>What can be chosen, in order; empty for other types.</summary>
    public IReadOnlyList<string> Choices { get; private set; } = [];

    /// <summary>When it was put away; its values are kept.</summary>
    public Instant? ArchivedAt { get; private set; }

    public void Rename(string label) => Label = Rule.Text(label, "label", 60);

    public void Explain(string? hint) => Hint = Rule.OptionalText(hint, "hint", 200);

    public void Offer(IEnumerable<string> choices)
    {
        var clean = choices.Select(choice => Rule.Text(choice, "choices", 80)).Distinct(StringComparer.Ordinal).ToList();
        Rule.Require(Type == FieldType.Choice || clean.Count == 0, "choices-without-choice", "Only a field of the type “choice” has choices.", "choices");
        Rule.Require(Type != FieldType.Choice || clean.Count is >= 2 and <= 50, "choices-count", "Write between 2 and 50 choices that differ.", "choices");
        Choices = clean;
    }

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;

    /// <summary>The value as it is stored: the same for everybody who writes the same. 422 when the field does not take it.</summary>
    public string Read(string value)
    {
        var text = Rule.Text(value, "value", LongestValue);
        return Type switch
        {
            FieldType.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? (number / 1.000000000000000000m).ToString("0.############################", CultureInfo.InvariantCulture)
                : throw Rule.Broken("value-no-number", $"“{Label}” takes a number such as 12.5.", "value"),
            FieldType.Date => LocalDatePattern.Iso.Parse(text) is { Success: true } date
                ? LocalDatePattern.Iso.Format(date.Value)
                : throw Rule.Broken("value-no-date", $"“{Label}” takes a date such as 2026-11-26.", "value"),
            FieldType.YesNo => text is "yes" or "no" ? text : throw Rule.Broken("value-no-answer", $"“{Label}” takes “yes” or “no”.", "value"),
            FieldType.Choice => Choices.Contains(text) ? text : throw Rule.Broken("value-no-choice", $"“{Label}” takes one of: {string.Join(", ", Choices)}.", "value"),
            _ => text,
        };
    }
}

/// <summary>What was written into a field at one node.</summary>
public sealed class FieldValue : Entity<FieldValue>
{
    private FieldValue()
    {
    }

    /// <summary>Writes a value at a node of a plan, or of a brand alone.</summary>
    public FieldValue(CustomField field, string node, Id<Plan>? plan, string value) =>
        (Field, Brand, Node, Plan, Value) = (field.Id, field.Brand, node, plan, field.Read(value));

    public Id<CustomField> Field { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Node { get; private set; } = "";

    public Id<Plan>? Plan { get; private set; }

    public string Value { get; private set; } = "";

    public void Write(CustomField field, string value) => Value = field.Read(value);
}

internal sealed class CustomFieldStorage : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.ToTable("custom_fields");
        builder.Property(row => row.Label).HasMaxLength(60);
        builder.Property(row => row.Hint).HasMaxLength(200);
        builder.Property(row => row.Choices).AsJson();
        builder.HasIndex(row => new { row.Brand, row.Place, row.Label }).IsUnique();
    }
}

internal sealed class FieldValueStorage : IEntityTypeConfiguration<FieldValue>
{
    public void Configure(EntityTypeBuilder<FieldValue> builder)
    {
        builder.ToTable("field_values");
        builder.Property(row => row.Node).HasMaxLength(80);
        builder.Property(row => row.Value).HasMaxLength(CustomField.LongestValue);
        builder.HasIndex(row => new { row.Node, row.Field }).IsUnique();
        builder.HasIndex(row => row.Brand);
        builder.HasIndex(row => row.Plan);
    }
}
