using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A secret address under which a calendar program reads the posts of a brand, or what concerns one member. Only the hash of its code is kept.</summary>
public sealed class CalendarFeed : Entity<CalendarFeed>
{
    private CalendarFeed()
    {
    }

    public CalendarFeed(Id<Brand> brand, Id<Member> madeBy, bool own) => (Brand, MadeBy, Own) = (brand, madeBy, own);

    public Id<Brand> Brand { get; private set; }

    /// <summary>Who made it; it ends when they leave.</summary>
    public Id<Member> MadeBy { get; private set; }

    /// <summary>Whether it shows only what concerns whoever made it: their posts and the conversations they are on duty for.</summary>
    public bool Own { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>When its present address was made.</summary>
    public Instant RenewedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Gives it a fresh address; the old one ends at once.</summary>
    public void Renew(string hash, Instant now) => (Hash, RenewedAt, EndedAt) = (hash, now, null);

    public void End(Instant now) => EndedAt ??= now;
}

internal sealed class CalendarFeedStorage : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.Property(feed => feed.Hash).HasMaxLength(64);
        builder.HasIndex(feed => feed.Hash).IsUnique();
        builder.HasIndex(feed => new { feed.Brand, feed.MadeBy, feed.Own }).IsUnique();
    }
}
