using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking.Sums;

/// <summary>What a sum of a site counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SiteSumKey(Guid Workspace, Guid Brand, SiteDimension Dimension, string Value, RollupSpan Span, long Start);

/// <summary>
/// How often a page was viewed, an event happened, or visits came from an origin or campaign in one day or month (UTC), of what counts: the sum of its
/// quarters of an hour over all channel groups, written with them. All views together stand in <see cref="GroupSum"/>.
/// </summary>
public sealed class SiteSum : Entity<SiteSum>
{
    private SiteSum()
    {
    }

    internal SiteSum(SiteSumKey key, RollupSum sum)
    {
        (Brand, Dimension, Value, Span) = (new(key.Brand), key.Dimension, key.Value, key.Span);
        (Start, Hits, Visits) = (Instant.FromUnixTimeTicks(key.Start), sum.Hits, sum.Visits);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Any but Views.</summary>
    public SiteDimension Dimension { get; private set; }

    public string Value { get; private set; } = "";

    /// <summary>Day or Month.</summary>
    public RollupSpan Span { get; private set; }

    /// <summary>The beginning of the day or month.</summary>
    public Instant Start { get; private set; }

    public long Hits { get; private set; }

    public long Visits { get; private set; }

    internal SiteSumKey Key => new(WorkspaceKey, Brand.Value, Dimension, Value, Span, Start.ToUnixTimeTicks());

    internal RollupSum Sum => new(Hits, Visits);

    /// <summary>Says what its quarters say.</summary>
    internal void Correct(RollupSum sum) => (Hits, Visits) = (sum.Hits, sum.Visits);
}

internal sealed class SiteSumStorage : IEntityTypeConfiguration<SiteSum>
{
    public void Configure(EntityTypeBuilder<SiteSum> builder)
    {
        builder.ToTable("site_sums");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Property(row => row.Value).HasMaxLength(SiteRollup.LongestValue);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Sum);
        builder.HasIndex(row => new { row.Brand, row.Dimension, row.Span, row.Start, row.Value }).IsUnique();
    }
}
