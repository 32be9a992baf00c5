using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>How an opportunity stands.</summary>
public enum DealOutcome
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>The customer bought.</summary>
    Won,

    /// <summary>The customer did not buy.</summary>
    Lost,
}

/// <summary>
/// An opportunity that collateral helped along, as the people who sell tell it. Its value is an assist: it says what the
/// pieces took part in, and is never added to revenue.
/// </summary>
public sealed class AssistedDeal : Entity<AssistedDeal>
{
    /// <summary>How its value counts.</summary>
    public const string Attribution = "assist";

    private AssistedDeal()
    {
    }

    public AssistedDeal(Id<Brand> brand, IReadOnlyList<Id<Collateral>> items, string title, Money? value, DealOutcome outcome, LocalDate on, Id<Member>? by)
    {
        Rule.Require(items.Count > 0, "collateral-missing", "Name at least one piece that helped.", "items");
        Rule.Require(value is null or { Minor: >= 0 }, "value-negative", "The value is negative. Give what the deal is worth.", "value");
        (Brand, Items, Title, On, By) = (brand, [.. items.Distinct()], Rule.Text(title, "title", 200), on, by);
        (ValueMinor, Currency, Outcome) = (value?.Minor, value?.Currency, outcome);
    }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The pieces that helped.</summary>
    public IReadOnlyList<Id<Collateral>> Items { get; private set; } = [];

    /// <summary>What people call the opportunity: the customer, the offer's number.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is worth, in minor units of its currency; null while nobody knows.</summary>
    public long? ValueMinor { get; private set; }

    public string? Currency { get; private set; }

    public Money? Value => ValueMinor is { } minor && Currency is { } currency ? new Money(minor, currency) : null;

    public DealOutcome Outcome { get; private set; }

    /// <summary>The day it was decided, or last heard of.</summary>
    public LocalDate On { get; private set; }

    /// <summary>Who told it.</summary>
    public Id<Member>? By { get; private set; }

    public void Settle(DealOutcome outcome, Money? value, LocalDate on)
    {
        Rule.Require(value is null or { Minor: >= 0 }, "value-negative", "The value is negative. Give what the deal is worth.", "value");
        (Outcome, ValueMinor, Currency, On) = (outcome, value?.Minor, value?.Currency, on);
    }

    /// <summary>A value as it is told: an amount and the currency it is in, both or none; an amount alone is 422.</summary>
    public static Money? Worth(decimal? value, string? currency)
    {
        if (value is not { } amount)
        {
            return null;
        }

        Rule.Require(!string.IsNullOrWhiteSpace(currency), "currency-missing", "A value without its currency says nothing. Give three letters such as EUR.", "currency");
        return Money.Told(amount, currency.Trim().ToUpperInvariant(), "value");
    }
}

internal sealed class AssistedDealStorage : IEntityTypeConfiguration<AssistedDeal>
{
    public void Configure(EntityTypeBuilder<AssistedDeal> builder)
    {
        builder.ToTable("assisted_deals");
        builder.Property(deal => deal.Items).AsJson();
        builder.Property(deal => deal.Title).HasMaxLength(200);
        builder.Property(deal => deal.Currency).HasMaxLength(3);
        builder.Ignore(deal => deal.Value);
        builder.HasIndex(deal => deal.Brand);
    }
}
