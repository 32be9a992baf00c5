using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>
/// What led to a conversion, touch by touch, oldest first: one row for each conversion that counts. It says nothing of who it was.
/// What a link or deal stands for is looked up when a report is made, so that credit follows a post into another campaign.
/// </summary>
public sealed class TouchPath : Entity<TouchPath>
{
    private TouchPath()
    {
    }

    public TouchPath(Conversion conversion) =>
        (Brand, Conversion, At, ValueMinor, Currency) = (conversion.Brand, conversion.Id, conversion.At, conversion.ValueMinor, conversion.Currency);

    public Id<Brand> Brand { get; private set; }

    public Id<Conversion> Conversion { get; private set; }

    /// <summary>When it was converted.</summary>
    public Instant At { get; private set; }

    /// <summary>What the conversion was worth, in minor units of its currency.</summary>
    public long? ValueMinor { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>The touches; empty where nothing known led there.</summary>
    public byte[] Steps { get; private set; } = PathBytes.Of([]);

    /// <summary>When the touches were last found to be others than before: reports of an earlier day showed others.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>Keeps the touches; false where they are those that are there.</summary>
    public bool Lead(IReadOnlyList<PathStep> steps, Instant now)
    {
        var bytes = PathBytes.Of(steps);
        if (ChangedAt != default && Steps.AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        (Steps, ChangedAt) = (bytes, now);
        return true;
    }
}

internal sealed class TouchPathStorage : IEntityTypeConfiguration<TouchPath>
{
    public void Configure(EntityTypeBuilder<TouchPath> builder)
    {
        builder.ToTable("touch_paths");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Property(path => path.Currency).HasMaxLength(3);
        builder.HasIndex(path => path.Conversion).IsUnique();
        builder.HasIndex(path => new { path.Brand, path.At });
    }
}
