using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>What a network charged for one part that went out, by the price list of that day.</summary>
public sealed class PostCharge : Entity<PostCharge>
{
    private PostCharge()
    {
    }

    public PostCharge(Publication publication, int part, decimal amount, string currency, Instant now) =>
        (Brand, Account, Publication, Part, Amount, Currency, At) = (publication.Brand, publication.Account, publication.Id, part, amount, currency, now);

    public Id<Brand> Brand { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    public Id<Publication> Publication { get; private set; }

    /// <summary>The part of a thread, from 1.</summary>
    public int Part { get; private set; }

    /// <summary>In major units; prices go below a cent.</summary>
    public decimal Amount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    public Instant At { get; private set; }
}

/// <summary>The most that posts of an account may cost in a month, where its network charges for them.</summary>
public sealed class SpendingCeiling : Entity<SpendingCeiling>
{
    /// <summary>More than anybody posts for in a month.</summary>
    public const decimal Largest = 1_000_000m;

    private SpendingCeiling()
    {
    }

    public SpendingCeiling(SocialAccount account) => (Brand, Account) = (account.Brand, account.Id);

    public Id<Brand> Brand { get; private set; }

    public Id<SocialAccount> Account { get; private set; }

    /// <summary>In the currency of the network's price list; null without a ceiling.</summary>
    public decimal? Amount { get; private set; }

    public void Be(decimal? amount)
    {
        Rule.Require(amount is null or (>= 0 and <= Largest), "ceiling-out-of-range", "A ceiling is an amount from 0 to a million; nothing at all means none.", "amount");
        Amount = amount;
    }
}

internal sealed class PostChargeStorage : IEntityTypeConfiguration<PostCharge>
{
    public void Configure(EntityTypeBuilder<PostCharge> builder)
    {
        builder.ToTable("post_charges");
        builder.Property(charge => charge.Currency).HasMaxLength(3);
        builder.HasIndex(charge => new { charge.Publication, charge.Part }).IsUnique();
        builder.HasIndex(charge => new { charge.Account, charge.At });
    }
}

internal sealed class SpendingCeilingStorage : IEntityTypeConfiguration<SpendingCeiling>
{
    public void Configure(EntityTypeBuilder<SpendingCeiling> builder)
    {
        builder.ToTable("spending_ceilings");
        builder.HasIndex(ceiling => ceiling.Account).IsUnique();
    }
}
