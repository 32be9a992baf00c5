using System.Buffers.Binary;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// One hit on a short link, counted or dropped: the raw log from which rollups can be rebuilt and sorted anew.
/// Written by the click log alone. No address is kept, and a user agent only of what was dropped.
/// </summary>
public sealed class Click : Entity<Click>
{
    private Click()
    {
    }

    public Id<Brand> Brand { get; private set; }

    public Id<TrackedLink> Link { get; private set; }

    public Instant At { get; private set; }

    /// <summary>A hash of address and agent with that day's salt; meaningless once the salt is destroyed.</summary>
    public long Visitor { get; private set; }

    /// <summary>Whether it began a visit: the visitor's first click for the brand in 30 minutes.</summary>
    public bool StartsVisit { get; private set; }

    public string? ReferrerHost { get; private set; }

    public ChannelGroup Group { get; private set; }

    public DeviceClass Device { get; private set; }

    public HitOutcome Outcome { get; private set; }

    /// <summary>Which of the link's served addresses it got; 0 for none of them, once the link had ended.</summary>
    public int Served { get; private set; }

    /// <summary>Whether a QR code was scanned; a click otherwise.</summary>
    public bool Scan { get; private set; }

    /// <summary>Which version of the rules sorted it.</summary>
    public int Rules { get; private set; }

    /// <summary>Why it was dropped before it was counted back in; null for every other hit.</summary>
    public HitOutcome? DroppedAs { get; private set; }

    /// <summary>Which decision counted it back in.</summary>
    public Id<Recount>? Recount { get; private set; }

    /// <summary>When the click with an id was, to the millisecond: that outlives the row.</summary>
    internal static Instant Moment(Id<Click> id) => Instant.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(id.Value.ToByteArray(bigEndian: true)) >> 16));

    internal ClickRow Row => new(Id.Value, WorkspaceKey, Brand.Value, Link.Value, At.ToUnixTimeTicks(), Visitor, StartsVisit, ReferrerHost, Group, Device, Outcome, Agent, Served, Scan);

    /// <summary>The user agent of a dropped hit, kept for 30 days so that the verdict can be checked; of counted hits none is kept.</summary>
    public string? Agent { get; private set; }
}

internal sealed class ClickStorage : IEntityTypeConfiguration<Click>
{
    public void Configure(EntityTypeBuilder<Click> builder)
    {
        builder.ToTable("clicks");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Property(click => click.ReferrerHost).HasMaxLength(253);
        builder.Property(click => click.Agent).HasMaxLength(HitFilter.LongestAgent);
        builder.Ignore(click => click.Row);
        builder.HasIndex(click => new { click.WorkspaceKey, click.At });
        builder.HasIndex(click => new { click.WorkspaceKey, click.Brand, click.At }, "IX_clicks_dropped").HasFilter("outcome <> 'Counted'");
        builder.HasIndex(click => new { click.WorkspaceKey, click.At }, "IX_clicks_agents").HasFilter("agent is not null");
    }
}
