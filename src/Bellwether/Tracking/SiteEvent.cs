using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// One page view or event of a brand's own site, counted or dropped: the raw log from which a site's rollups can be rebuilt
/// and sorted anew. It carries where its visit came from. Written by the click log alone; no address is kept.
/// </summary>
public sealed class SiteEvent : Entity<SiteEvent>
{
    private SiteEvent()
    {
    }

    public Id<Brand> Brand { get; private set; }

    public Instant At { get; private set; }

    /// <summary>What happened, such as signup; null for a page view.</summary>
    public string? Name { get; private set; }

    public string Host { get; private set; } = "";

    /// <summary>The page without its query, which may hold what is nobody's business.</summary>
    public string Path { get; private set; } = "";

    public string? Source { get; private set; }

    public string? Medium { get; private set; }

    public string? Campaign { get; private set; }

    public string? ReferrerHost { get; private set; }

    /// <summary>Where its visit came from, as people call it.</summary>
    public string? Origin { get; private set; }

    public ChannelGroup Group { get; private set; }

    public DeviceClass Device { get; private set; }

    /// <summary>A hash with that day's salt, another one than the hash of clicks; 0 when a server reported it without a visitor.</summary>
    public long Visitor { get; private set; }

    /// <summary>Whether it is the first page view of a visit.</summary>
    public bool StartsVisit { get; private set; }

    public HitOutcome Outcome { get; private set; }

    /// <summary>Why it was dropped before it was counted back in; null for every other one.</summary>
    public HitOutcome? DroppedAs { get; private set; }

    /// <summary>Which decision counted it back in.</summary>
    public Id<Recount>? Recount { get; private set; }

    /// <summary>The user agent of what was dropped, kept for 30 days.</summary>
    public string? Agent { get; private set; }

    /// <summary>What the page said of an event, as JSON.</summary>
    public string? Data { get; private set; }

    /// <summary>Which version of the rules sorted it.</summary>
    public int Rules { get; private set; }

    internal EventRow Row => new(
        Id.Value, WorkspaceKey, Brand.Value, At.ToUnixTimeTicks(), Name, Host, Path, Source, Medium, Campaign, ReferrerHost, Origin, Group, Device, Visitor, StartsVisit, Outcome, Agent, Data);
}

internal sealed class SiteEventStorage : IEntityTypeConfiguration<SiteEvent>
{
    public void Configure(EntityTypeBuilder<SiteEvent> builder)
    {
        builder.ToTable("site_events");
        builder.HasAnnotation(Conventions.OwnIndexes, true);
        builder.Property(row => row.Name).HasMaxLength(PageReport.LongestName);
        builder.Property(row => row.Host).HasMaxLength(253);
        builder.Property(row => row.Path).HasMaxLength(PageAddress.LongestPath);
        builder.Property(row => row.Source).HasMaxLength(PageAddress.LongestTag);
        builder.Property(row => row.Medium).HasMaxLength(PageAddress.LongestTag);
        builder.Property(row => row.Campaign).HasMaxLength(PageAddress.LongestTag);
        builder.Property(row => row.ReferrerHost).HasMaxLength(253);
        builder.Property(row => row.Origin).HasMaxLength(253);
        builder.Property(row => row.Agent).HasMaxLength(HitFilter.LongestAgent);
        builder.Property(row => row.Data).HasMaxLength(PageReport.LongestData);
        builder.Ignore(row => row.Row);
        builder.HasIndex(row => new { row.WorkspaceKey, row.Brand, row.At });
        builder.HasIndex(row => new { row.WorkspaceKey, row.Brand, row.At }, "IX_site_events_dropped").HasFilter("outcome <> 'Counted'");
        builder.HasIndex(row => new { row.WorkspaceKey, row.At }, "IX_site_events_agents").HasFilter("agent is not null");
    }
}
