using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>By what a site's numbers are added up.</summary>
public enum SiteDimension
{
    /// <summary>All page views together, by outcome.</summary>
    Views,

    /// <summary>By page.</summary>
    Page,

    /// <summary>By where the visit came from, as people call it.</summary>
    Origin,

    /// <summary>By campaign tag.</summary>
    Campaign,

    /// <summary>Events by name, by outcome.</summary>
    Event,
}

/// <summary>
/// What a site had in one quarter of an hour (UTC), in one dimension, by outcome and channel group. Written in the transaction
/// that keeps the raw events; reports read nothing else.
/// </summary>
public sealed class SiteRollup : Entity<SiteRollup>
{
    /// <summary>The longest value: a host and a path.</summary>
    public const int LongestValue = 253 + PageAddress.LongestPath;

    private SiteRollup()
    {
    }

    internal SiteRollup(SiteRollupKey key, RollupSum sum) =>
        (Brand, Quarter, Dimension, Value, Outcome, Group, Hits, Visits) = (new(key.Brand), Instant.FromUnixTimeTicks(key.Quarter), key.Dimension, key.Value, key.Outcome, key.Group, sum.Hits, sum.Visits);

    public Id<Brand> Brand { get; private set; }

    /// <summary>The beginning of the quarter.</summary>
    public Instant Quarter { get; private set; }

    public SiteDimension Dimension { get; private set; }

    public string Value { get; private set; } = "";

    public HitOutcome Outcome { get; private set; }

    public ChannelGroup Group { get; private set; }

    /// <summary>Page views, or events.</summary>
    public long Hits { get; private set; }

    public long Visits { get; private set; }

    internal SiteRollupKey Key => new(WorkspaceKey, Brand.Value, Quarter.ToUnixTimeTicks(), Dimension, Value, Outcome, Group);

    internal RollupSum Sum => new(Hits, Visits);

    /// <summary>Says what the raw log says.</summary>
    internal void Correct(RollupSum sum) => (Hits, Visits) = (sum.Hits, sum.Visits);
}

internal sealed class SiteRollupStorage : IEntityTypeConfiguration<SiteRollup>
{
    public void Configure(EntityTypeBuilder<SiteRollup> builder)
    {
        builder.ToTable("site_rollups");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Property(row => row.Value).HasMaxLength(SiteRollup.LongestValue);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Sum);
        builder.HasIndex(row => new { row.Brand, row.Quarter, row.Dimension, row.Value, row.Outcome, row.Group }).IsUnique();
        builder.HasIndex(row => new { row.WorkspaceKey, row.Brand, row.Dimension, row.Quarter });
    }
}
