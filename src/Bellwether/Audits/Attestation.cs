using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Audits;

/// <summary>An owner's word that an account stands as it is written: who, when, with a remark.</summary>
public sealed class Attestation : Entity<Attestation>
{
    private Attestation()
    {
    }

    public Attestation(SocialAccount account, Id<Member> by, string? note, Instant now)
    {
        (Account, Brand, By, At) = (account.Id, account.Brand, by, now);
        Note = NoSecret.Check(Rule.OptionalText(note, "note", 400), "note");
    }

    public Id<SocialAccount> Account { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public Id<Member> By { get; private set; }

    public Instant At { get; private set; }

    public string? Note { get; private set; }
}

internal sealed class AttestationStorage : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("attestations");
        builder.HasIndex(row => row.Account);
    }
}

/// <summary>Whether an account still needs its owner's word.</summary>
/// <param name="Due">The day on which it is confirmed again; null for an account that is closed or archived.</param>
/// <param name="Days">Days since it was last confirmed, or since it was listed.</param>
/// <param name="Stale">Whether it is overdue: more days than the rule allows.</param>
public sealed record AttestationState(LocalDate? Due, int Days, bool Stale)
{
    /// <summary>Stale once more than the rule's days have passed since the last word, or since the account was listed.</summary>
    public static AttestationState Of(SocialAccount account, AuditRules rules, Instant now)
    {
        var since = account.AttestedAt ?? (account.CreatedAt == default ? now : account.CreatedAt);
        var days = (int)Math.Floor((now - since).TotalDays);
        return account.ArchivedAt is not null || account.Status == AccountStatus.Closed
            ? new AttestationState(null, days, false)
            : new AttestationState(since.InUtc().Date.PlusDays(rules.AttestEvery), days, days > rules.AttestEvery);
    }
}
