using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Media;

/// <summary>A picture or video of a brand, with what people who cannot see it should know and until when it may be used.</summary>
public sealed class Asset : Entity<Asset>
{
    private Asset()
    {
    }

    /// <summary>What it is comes from its content, never from its name.</summary>
    public Asset(Id<Brand> brand, string name, MediaFacts facts, string hash, long bytes)
    {
        Brand = brand;
        Name = Rule.Text(name, "name", 200);
        (ContentType, Width, Height, Hash, Bytes) = (facts.ContentType, facts.Width, facts.Height, hash, bytes);
    }

    public Id<Brand> Brand { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Media type found in the content, such as image/png.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Width in pixels; null where the content does not tell.</summary>
    public int? Width { get; private set; }

    /// <summary>Height in pixels; null where the content does not tell.</summary>
    public int? Height { get; private set; }

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of the content, in hexadecimal: its file lies under it, and a brand has the same picture once.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What a person who cannot see it should know; posts start from it.</summary>
    public string? Alt { get; private set; }

    /// <summary>The last day on which it may be used; null where nobody limits it.</summary>
    public LocalDate? UsableUntil { get; private set; }

    /// <summary>The folder it lies in, such as “Menu/Summer”; null for none.</summary>
    public string? Folder { get; private set; }

    /// <summary>Words it is found by, in small letters.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>The picture it was cut from for a network; null for one that was added as it is.</summary>
    public Id<Asset>? Original { get; private set; }

    /// <summary>Where the picture's point lies, from 0 at the left to 1; what is cut keeps it in sight.</summary>
    public double FocalX { get; private set; } = 0.5;

    /// <summary>Where the picture's point lies, from 0 at the top to 1.</summary>
    public double FocalY { get; private set; } = 0.5;

    public Instant? ArchivedAt { get; private set; }

    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);

    public void Describe(string name, string? alt, LocalDate? usableUntil) =>
        (Name, Alt, UsableUntil) = (Rule.Text(name, "name", 200), Rule.OptionalText(alt, "alt", 4_000), usableUntil);

    /// <summary>Puts it into a folder and gives it tags; null leaves either as it is, blank takes it out.</summary>
    public void File(string? folder, IReadOnlyList<string>? tags)
    {
        if (folder is not null)
        {
            Folder = Rule.OptionalText(string.Join('/', folder.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), "folder", 200);
        }

        if (tags is not null)
        {
            Tags = [.. tags.Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Select(tag => Rule.Text(tag, "tags", 40)).Distinct(StringComparer.Ordinal).Take(30)];
        }
    }

    /// <summary>Says where the picture's point lies, each from 0 to 1.</summary>
    public void Focus(double x, double y)
    {
        Rule.Require(x is >= 0 and <= 1 && y is >= 0 and <= 1, "focal-outside", "The point lies outside the picture. Choose one within it.", "focalX");
        (FocalX, FocalY) = (x, y);
    }

    /// <summary>It was cut from another picture of the brand.</summary>
    public void CutFrom(Asset original) => Original = original.Original ?? original.Id;

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

internal sealed class AssetStorage : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("assets");
        builder.Property(asset => asset.Name).HasMaxLength(200);
        builder.Property(asset => asset.ContentType).HasMaxLength(100);
        builder.Property(asset => asset.Hash).HasMaxLength(64);
        builder.Property(asset => asset.Folder).HasMaxLength(200);
        builder.Property(asset => asset.Tags).AsJson();
        builder.Ignore(asset => asset.IsVideo);
        builder.HasIndex(asset => new { asset.Brand, asset.Hash }).IsUnique();
    }
}
