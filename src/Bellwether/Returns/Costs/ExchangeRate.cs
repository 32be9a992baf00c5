using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>What one unit of a currency was worth in another on a day.</summary>
[ForEveryBrand("What a currency is worth is no secret of a brand.")]
public sealed class ExchangeRate : Entity<ExchangeRate>
{
    private ExchangeRate()
    {
    }

    public ExchangeRate(string from, string to, LocalDate day, decimal rate)
    {
        Rule.Require(from != to, "currencies-same", "A currency is always worth itself. Name two.", "to");
        (From, To, Day) = (Currencies.Checked(from, "from"), Currencies.Checked(to, "to"), day);
        Set(rate);
    }

    /// <summary>The currency of the one unit.</summary>
    public string From { get; private set; } = "";

    /// <summary>The currency it is worth something in.</summary>
    public string To { get; private set; } = "";

    public LocalDate Day { get; private set; }

    /// <summary>How many of <see cref="To"/> one of <see cref="From"/> is worth, to six decimals.</summary>
    public decimal Rate { get; private set; }

    public void Set(decimal rate)
    {
        var kept = decimal.Round(rate, 6, MidpointRounding.ToEven);
        Rule.Require(kept is > 0 and < 1_000_000_000, "rate-impossible", "A rate is more than nothing and has six decimals at most. Write a very small one the other way round: how much the other currency is worth.", "rate");
        Rate = kept;
    }
}

internal sealed class ExchangeRateStorage : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable("exchange_rates");
        builder.Property(row => row.From).HasMaxLength(3);
        builder.Property(row => row.To).HasMaxLength(3);
        builder.HasIndex(row => new { row.WorkspaceKey, row.From, row.To, row.Day }).IsUnique();
    }
}
