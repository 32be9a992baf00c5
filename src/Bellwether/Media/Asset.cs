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

    /// <summary>SHA-256 of the content, in hexadecimal: the same picture is stored once per brand.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What a person who cannot see it should know; posts start from it.</summary>
    public string? Alt { get; private set; }

    /// <summary>The last day on which it may be used; null where nobody limits it.</summary>
    public LocalDate? UsableUntil { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);

    public void Describe(string name, string? alt, LocalDate? usableUntil) =>
        (Name, Alt, UsableUntil) = (Rule.Text(name, "name", 200), Rule.OptionalText(alt, "alt", 4_000), usableUntil);

    public void Archive(Instant now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}

/// <summary>The content of an asset, apart from what is known of it, so that lists never read it.</summary>
public sealed class AssetContent : Entity<AssetContent>
{
    private AssetContent()
    {
    }

    public AssetContent(Id<Asset> asset, byte[] content) => (Asset, Content) = (asset, content);

    public Id<Asset> Asset { get; private set; }

    public byte[] Content { get; private set; } = [];
}

internal sealed class AssetStorage : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("assets");
        builder.Property(asset => asset.Name).HasMaxLength(200);
        builder.Property(asset => asset.ContentType).HasMaxLength(100);
        builder.Property(asset => asset.Hash).HasMaxLength(64);
        builder.Ignore(asset => asset.IsVideo);
        builder.HasIndex(asset => new { asset.Brand, asset.Hash }).IsUnique();
    }
}

internal sealed class AssetContentStorage : IEntityTypeConfiguration<AssetContent>
{
    public void Configure(EntityTypeBuilder<AssetContent> builder)
    {
        builder.ToTable("asset_contents");
        builder.HasIndex(content => content.Asset).IsUnique();
    }
}
