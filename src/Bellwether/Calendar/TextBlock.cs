using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>What a text block is for.</summary>
public enum TextBlockKind
{
    /// <summary>Words that come again: opening hours, a disclaimer.</summary>
    Snippet,

    /// <summary>A group of hashtags.</summary>
    Hashtags,

    /// <summary>What stands at the end.</summary>
    Signature,

    /// <summary>Somebody who has another handle on each network.</summary>
    Mention,
}

/// <summary>Words of a brand that are put into a post by a click; a mention becomes each network's own handle when it goes out.</summary>
public sealed class TextBlock : Entity<TextBlock>
{
    private TextBlock()
    {
    }

    public TextBlock(Id<Brand> brand, TextBlockKind kind, string name) => (Brand, Kind, Name) = (brand, kind, Rule.Text(name, "name", 80));

    public Id<Brand> Brand { get; private set; }

    public TextBlockKind Kind { get; private set; }

    /// <summary>How it is found; a mention is written with it: “@{Anna’s Bakery}”.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The words; for a mention what stands where a network has no handle for it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>For a mention, the handle by network, without the @ before it.</summary>
    public IReadOnlyDictionary<string, string> Handles { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Instant? ArchivedAt { get; private set; }

    /// <summary>Changes it; a mention needs no words of its own.</summary>
    public void Become(string name, string? text, IReadOnlyDictionary<string, string>? handles)
    {
        Name = Rule.Text(name, "name", 80);
        Rule.Require(Name.IndexOfAny(['{', '}']) < 0, "name-braces", "Leave curly braces out of the name.", "name");
        Text = Kind == TextBlockKind.Mention ? Rule.OptionalText(text, "text", 200) ?? Name : Rule.Text(text, "text", 5_000);
        Handles = Kind == TextBlockKind.Mention
            ? (handles ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(pair => (pair.Key, Handle: pair.Value.Trim().TrimStart('@'))).Where(pair => pair.Handle.Length > 0)
                .ToDictionary(pair => pair.Key, pair => Rule.Text(pair.Handle, "handles", 200), StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

internal sealed class TextBlockStorage : IEntityTypeConfiguration<TextBlock>
{
    public void Configure(EntityTypeBuilder<TextBlock> builder)
    {
        builder.ToTable("text_blocks");
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Text).HasMaxLength(5_000);
        builder.Property(row => row.Handles).AsJson();
        builder.HasIndex(row => new { row.Brand, row.Name }).IsUnique();
    }
}
