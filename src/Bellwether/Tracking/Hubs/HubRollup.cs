using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking.Hubs;

/// <summary>What a rollup of a page of links counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HubKey(Guid Workspace, Guid Brand, Guid Hub, long Quarter, HitOutcome Outcome);

/// <summary>How often a page of links was looked at in one quarter of an hour (UTC), by outcome. Single views are not kept. Written by the click log alone.</summary>
public sealed class HubRollup : Entity<HubRollup>
{
    private HubRollup()
    {
    }

    public Id<Brand> Brand { get; private set; }

    public Id<LinkHub> Hub { get; private set; }

    /// <summary>The beginning of the quarter.</summary>
    public Instant Quarter { get; private set; }

    public HitOutcome Outcome { get; private set; }

    public long Hits { get; private set; }

    public long Visits { get; private set; }
}

internal sealed class HubRollupStorage : IEntityTypeConfiguration<HubRollup>
{
    public void Configure(EntityTypeBuilder<HubRollup> builder)
    {
        builder.ToTable("hub_rollups");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.HasIndex(row => new { row.Hub, row.Quarter, row.Outcome }).IsUnique();
        builder.HasIndex(row => new { row.WorkspaceKey, row.Brand, row.Quarter });
    }
}
