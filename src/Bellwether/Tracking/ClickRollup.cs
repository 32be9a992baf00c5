using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// How many hits a link had in one quarter of an hour (UTC), by outcome, channel group, served address, clicks and scans apart. Every time zone's days
/// are sums of quarters. Written in the transaction that keeps the raw hits; reports read nothing else.
/// </summary>
public sealed class ClickRollup : Entity<ClickRollup>
{
    private ClickRollup()
    {
    }

    internal ClickRollup(RollupKey key, RollupSum sum)
    {
        (Brand, Link, Quarter, Outcome, Group) = (new(key.Brand), new(key.Link), Instant.FromUnixTimeTicks(key.Quarter), key.Outcome, key.Group);
        (Served, Scan, Hits, Visits) = (key.Served, key.Scan, sum.Hits, sum.Visits);
    }

    public Id<Brand> Brand { get; private set; }

    public Id<TrackedLink> Link { get; private set; }

    /// <summary>The beginning of the quarter.</summary>
    public Instant Quarter { get; private set; }

    public HitOutcome Outcome { get; private set; }

    public ChannelGroup Group { get; private set; }

    /// <summary>Which of the link's served addresses; 0 for none of them.</summary>
    public int Served { get; private set; }

    /// <summary>Whether they are scans of a QR code.</summary>
    public bool Scan { get; private set; }

    public long Hits { get; private set; }

    public long Visits { get; private set; }

    internal RollupKey Key => new(WorkspaceKey, Brand.Value, Link.Value, Quarter.ToUnixTimeTicks(), Outcome, Group, Served, Scan);

    internal RollupSum Sum => new(Hits, Visits);

    /// <summary>Says what the raw log says.</summary>
    internal void Correct(RollupSum sum) => (Hits, Visits) = (sum.Hits, sum.Visits);
}

internal sealed class ClickRollupStorage : IEntityTypeConfiguration<ClickRollup>
{
    public void Configure(EntityTypeBuilder<ClickRollup> builder)
    {
        builder.ToTable("click_rollups");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Sum);
        builder.HasIndex(row => new { row.Link, row.Quarter, row.Outcome, row.Group, row.Served, row.Scan }).IsUnique();
        builder.HasIndex(row => new { row.WorkspaceKey, row.Brand, row.Quarter });
    }
}
