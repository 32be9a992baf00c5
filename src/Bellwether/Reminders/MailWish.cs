using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Reminders;

/// <summary>Whether a member is told by mail.</summary>
public enum MailPace
{
    /// <summary>Only in the program.</summary>
    Never,

    /// <summary>All of a day in one mail.</summary>
    Digest,

    /// <summary>Each as it comes, but not in quiet hours.</summary>
    AtOnce,
}

/// <summary>How one member wants to be told by mail. Nobody gets mail who did not ask for it.</summary>
[ForEveryBrand("It is the member's own, for whatever brands they see.")]
public sealed class MailWish : Entity<MailWish>
{
    private MailWish()
    {
    }

    public MailWish(Id<Member> member) => Member = member;

    public Id<Member> Member { get; private set; }

    public MailPace Pace { get; private set; }

    /// <summary>IANA name of the zone its times are meant in.</summary>
    public string ZoneName { get; private set; } = "UTC";

    /// <summary>From when on the mail of a day goes out.</summary>
    public LocalTime DigestAt { get; private set; } = new(8, 0);

    /// <summary>When quiet hours begin; the same as their end is no quiet at all.</summary>
    public LocalTime QuietFrom { get; private set; } = new(20, 0);

    public LocalTime QuietUntil { get; private set; } = new(7, 0);

    public DateTimeZone Zone => Clock.Zone(ZoneName);

    public void Become(MailPace pace, string zone, LocalTime digestAt, LocalTime quietFrom, LocalTime quietUntil) =>
        (Pace, ZoneName, DigestAt, QuietFrom, QuietUntil) = (pace, Clock.Zone(zone).Id, digestAt, quietFrom, quietUntil);

    /// <summary>Whether mail may go out now: after the hour of the digest, or outside quiet hours.</summary>
    public bool IsTime(Instant now)
    {
        var time = now.InZone(Zone).TimeOfDay;
        return Pace switch
        {
            MailPace.Digest => time >= DigestAt,
            MailPace.AtOnce => !IsQuiet(time),
            _ => false,
        };
    }

    // Quiet hours may pass midnight.
    private bool IsQuiet(LocalTime time) =>
        QuietFrom <= QuietUntil ? time >= QuietFrom && time < QuietUntil : time >= QuietFrom || time < QuietUntil;
}

internal sealed class MailWishStorage : IEntityTypeConfiguration<MailWish>
{
    public void Configure(EntityTypeBuilder<MailWish> builder)
    {
        builder.ToTable("mail_wishes");
        builder.Property(row => row.ZoneName).HasMaxLength(64);
        builder.HasIndex(row => row.Member).IsUnique();
    }
}
