using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Attribution;

/// <summary>What one channel group was credited with when a month was kept.</summary>
/// <param name="Key">The channel group: organicSocial, email, direct …</param>
/// <param name="Minor">The value in minor units.</param>
public sealed record KeptCredit(string Key, decimal Conversions, long Minor);

/// <summary>
/// What was reported for a month, as it was reported. It never changes: whatever comes to light later makes a revision with the next
/// number, which says why it differs.
/// </summary>
public sealed class CreditRevision : Entity<CreditRevision>
{
    private CreditRevision()
    {
    }

    internal CreditRevision(Brand brand, LocalDate month, int number, string why, CreditedReturn credited)
    {
        (Brand, Month, Number, Why) = (brand.Id, month, number, why);
        (Model, LookBackDays, Currency) = (credited.Model, credited.LookBackDays, brand.Currency);
        (Conversions, ValueMinor) = ((int)credited.Total.Conversions, credited.Total.Value.Minor);
        (Unattributed, UnattributedMinor) = ((int)credited.Unattributed.Conversions, credited.Unattributed.Value.Minor);
        Credits = [.. credited.Of.Select(pair => new KeptCredit(pair.Key, pair.Value.Conversions, pair.Value.Value.Minor)).OrderByDescending(kept => kept.Conversions).ThenBy(kept => kept.Key, StringComparer.Ordinal)];
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The first day of the month.</summary>
    public LocalDate Month { get; private set; }

    /// <summary>1 for what was reported first.</summary>
    public int Number { get; private set; }

    /// <summary>Why there is this revision, in a sentence.</summary>
    public string Why { get; private set; } = "";

    public AttributionModel Model { get; private set; }

    public int LookBackDays { get; private set; }

    public string Currency { get; private set; } = "";

    public int Conversions { get; private set; }

    public long ValueMinor { get; private set; }

    public int Unattributed { get; private set; }

    public long UnattributedMinor { get; private set; }

    /// <summary>By channel group, the largest first. With what is unattributed they add up to the whole.</summary>
    public IReadOnlyList<KeptCredit> Credits { get; private set; } = [];
}

internal sealed class CreditRevisionStorage : IEntityTypeConfiguration<CreditRevision>
{
    public void Configure(EntityTypeBuilder<CreditRevision> builder)
    {
        builder.ToTable("credit_revisions");
        builder.Property(revision => revision.Why).HasMaxLength(400);
        builder.Property(revision => revision.Currency).HasMaxLength(3);
        builder.Property(revision => revision.Credits).AsJson();
        builder.HasIndex(revision => new { revision.Brand, revision.Month, revision.Number }).IsUnique();
    }
}
