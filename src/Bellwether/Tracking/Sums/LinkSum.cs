using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking.Sums;

/// <summary>What a sum of a link counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkSumKey(Guid Workspace, Guid Brand, Guid Link, RollupSpan Span, long Start, HitOutcome Outcome, int Served, bool Scan);

/// <summary>How many hits a link had in one day or month (UTC), by outcome and served address, clicks and scans apart: the sum of its quarters of an hour, written with them.</summary>
public sealed class LinkSum : Entity<LinkSum>
{
    private LinkSum()
    {
    }

    internal LinkSum(LinkSumKey key, RollupSum sum)
    {
        (Brand, Link, Span, Start, Outcome) = (new(key.Brand), new(key.Link), key.Span, Instant.FromUnixTimeTicks(key.Start), key.Outcome);
        (Served, Scan, Hits, Visits) = (key.Served, key.Scan, sum.Hits, sum.Visits);
    }

    public Id<Brand> Brand { get; private set; }

    public Id<TrackedLink> Link { get; private set; }

    /// <summary>Day or Month.</summary>
    public RollupSpan Span { get; private set; }

    /// <summary>The beginning of the day or month.</summary>
    public Instant Start { get; private set; }

    public HitOutcome Outcome { get; private set; }

    /// <summary>Which of the link's served addresses; 0 for none of them.</summary>
    public int Served { get; private set; }

    /// <summary>Whether they are scans of a QR code.</summary>
    public bool Scan { get; private set; }

    public long Hits { get; private set; }

    public long Visits { get; private set; }

    internal LinkSumKey Key => new(WorkspaceKey, Brand.Value, Link.Value, Span, Start.ToUnixTimeTicks(), Outcome, Served, Scan);

    internal RollupSum Sum => new(Hits, Visits);

    /// <summary>Says what its quarters say.</summary>
    internal void Correct(RollupSum sum) => (Hits, Visits) = (sum.Hits, sum.Visits);
}

internal sealed class LinkSumStorage : IEntityTypeConfiguration<LinkSum>
{
    public void Configure(EntityTypeBuilder<LinkSum> builder)
    {
        builder.ToTable("link_sums");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Sum);
        builder.HasIndex(row => new { row.Link, row.Span, row.Start, row.Outcome, row.Served, row.Scan }).IsUnique();
        builder.HasIndex(row => new { row.WorkspaceKey, row.Brand, row.Span, row.Start, row.Outcome });
    }
}
