using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Tracking.Sums;

/// <summary>What a sum of an hour counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeSumKey(Guid Workspace, Guid Brand, HitSource Source, RollupSpan Span, long Quarter);

/// <summary>
/// How many clicks, page views and events a brand had in one quarter of an hour or one hour (UTC): what its days and its hours of the day are added up
/// from, in whatever zone. Most zones are whole hours from UTC and need a quarter of the rows.
/// </summary>
public sealed class TimeSum : Entity<TimeSum>
{
    private TimeSum()
    {
    }

    internal TimeSum(TimeSumKey key, RollupSum sum)
    {
        (Brand, Source, Span, Quarter) = (new(key.Brand), key.Source, key.Span, key.Quarter);
        (Hits, Visits, Dropped) = (sum.Hits, sum.Visits, sum.Dropped);
    }

    public Id<Brand> Brand { get; private set; }

    public HitSource Source { get; private set; }

    /// <summary>Quarter or Hour.</summary>
    public RollupSpan Span { get; private set; }

    /// <summary>Its first quarter of an hour, counted from 1970 on: with whole numbers a database can find the day of a zone.</summary>
    public long Quarter { get; private set; }

    /// <summary>Hits that count.</summary>
    public long Hits { get; private set; }

    /// <summary>Visits that began with them.</summary>
    public long Visits { get; private set; }

    /// <summary>Hits that do not count.</summary>
    public long Dropped { get; private set; }

    internal TimeSumKey Key => new(WorkspaceKey, Brand.Value, Source, Span, Quarter);

    internal RollupSum Sum => new(Hits, Visits, Dropped);

    /// <summary>Says what the quarters of its links and pages say.</summary>
    internal void Correct(RollupSum sum) => (Hits, Visits, Dropped) = (sum.Hits, sum.Visits, sum.Dropped);
}

internal sealed class TimeSumStorage : IEntityTypeConfiguration<TimeSum>
{
    public void Configure(EntityTypeBuilder<TimeSum> builder)
    {
        builder.ToTable("time_sums");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Sum);
        builder.HasIndex(row => new { row.Brand, row.Source, row.Span, row.Quarter }).IsUnique();
    }
}
