using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking.Sums;

/// <summary>What a sum of a brand counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GroupSumKey(Guid Workspace, Guid Brand, HitSource Source, RollupSpan Span, long Start, HitOutcome Outcome, ChannelGroup Group);

/// <summary>How many clicks, page views and events a brand had in one day or month (UTC), by outcome and channel group: the sum of its quarters of an hour, written with them.</summary>
public sealed class GroupSum : Entity<GroupSum>
{
    private GroupSum()
    {
    }

    internal GroupSum(GroupSumKey key, RollupSum sum)
    {
        (Brand, Source, Span, Start) = (new(key.Brand), key.Source, key.Span, Instant.FromUnixTimeTicks(key.Start));
        (Outcome, Group, Hits, Visits) = (key.Outcome, key.Group, sum.Hits, sum.Visits);
    }

    public Id<Brand> Brand { get; private set; }

    public HitSource Source { get; private set; }

    /// <summary>Day or Month.</summary>
    public RollupSpan Span { get; private set; }

    /// <summary>The beginning of the day or month.</summary>
    public Instant Start { get; private set; }

    public HitOutcome Outcome { get; private set; }

    public ChannelGroup Group { get; private set; }

    public long Hits { get; private set; }

    public long Visits { get; private set; }

    internal GroupSumKey Key => new(WorkspaceKey, Brand.Value, Source, Span, Start.ToUnixTimeTicks(), Outcome, Group);

    internal RollupSum Sum => new(Hits, Visits);

    /// <summary>Says what its quarters say.</summary>
    internal void Correct(RollupSum sum) => (Hits, Visits) = (sum.Hits, sum.Visits);
}

internal sealed class GroupSumStorage : IEntityTypeConfiguration<GroupSum>
{
    public void Configure(EntityTypeBuilder<GroupSum> builder)
    {
        builder.ToTable("group_sums");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Sum);
        builder.HasIndex(row => new { row.Brand, row.Source, row.Span, row.Start, row.Outcome, row.Group }).IsUnique();
    }
}
