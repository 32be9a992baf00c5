using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Somebody's decision that hits which were dropped for a reason count after all; it can be taken back.</summary>
public sealed class Recount : Entity<Recount>
{
    private Recount()
    {
    }

    public Recount(Id<Brand> brand, HitOutcome reason, string? agent, LocalDate from, LocalDate until)
    {
        Rule.Require(reason != HitOutcome.Counted, "reason-counted", "Hits with this outcome count already. Name a reason for which hits were dropped.", "reason");
        Rule.Require(CanCount(reason), "reason-not-recountable", "Of these hits only the number was kept, so they cannot be counted back in.", "reason");
        Rule.Require(from <= until, "range-reversed", "The range ends before it begins. Put the earlier day first.", "from");
        (Brand, Reason, Agent, From, Until) = (brand, reason, Rule.OptionalText(agent, "agent", HitFilter.LongestAgent), from, until);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>Why they had been dropped.</summary>
    public HitOutcome Reason { get; private set; }

    /// <summary>Only hits of exactly this user agent; null for all.</summary>
    public string? Agent { get; private set; }

    /// <summary>The first day, in the brand's zone.</summary>
    public LocalDate From { get; private set; }

    public LocalDate Until { get; private set; }

    /// <summary>How many clicks on short links count now.</summary>
    public int Clicks { get; private set; }

    /// <summary>How many page views and events of the site count now.</summary>
    public int SiteEvents { get; private set; }

    public Instant? UndoneAt { get; private set; }

    /// <summary>Whether hits with this outcome can be counted back in: a raw row of each was kept.</summary>
    public static bool CanCount(HitOutcome reason) => reason is not (HitOutcome.Counted or HitOutcome.UnknownLink or HitOutcome.Overload or HitOutcome.OptedOut);

    internal void Found(int clicks, int siteEvents) => (Clicks, SiteEvents) = (clicks, siteEvents);

    internal void Undo(Instant now)
    {
        Rule.Stands(UndoneAt is null, "recount-undone", "This was taken back already.");
        UndoneAt = now;
    }
}

internal sealed class RecountStorage : IEntityTypeConfiguration<Recount>
{
    public void Configure(EntityTypeBuilder<Recount> builder)
    {
        builder.ToTable("recounts");
        builder.Property(recount => recount.Agent).HasMaxLength(HitFilter.LongestAgent);
        builder.HasIndex(recount => recount.Brand);
    }
}

/// <summary>Hits that were dropped and count after all.</summary>
public sealed record RecountView(Id<Recount> Id, HitOutcome Reason, string? Agent, LocalDate From, LocalDate Until, int Clicks, int SiteEvents, Instant At, bool Undone)
{
    internal static RecountView Of(Recount recount, Instant at) =>
        new(recount.Id, recount.Reason, recount.Agent, recount.From, recount.Until, recount.Clicks, recount.SiteEvents, at, recount.UndoneAt is not null);
}
