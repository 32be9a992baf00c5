using Bellwether.Kernel;
using Bellwether.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>What an hour of a member's work costs from a day on. The day before it, the rate before it holds.</summary>
[ForEveryBrand("What people cost is the same in every brand; who sees it is said by a permission.")]
public sealed class HourlyRate : Entity<HourlyRate>
{
    private HourlyRate()
    {
    }

    public HourlyRate(Id<Member> member, LocalDate from, Money perHour)
    {
        (Member, From) = (member, from);
        Cost(perHour);
    }

    public Id<Member> Member { get; private set; }

    /// <summary>The first day on which it holds.</summary>
    public LocalDate From { get; private set; }

    /// <summary>What an hour costs, in minor units of <see cref="Currency"/>.</summary>
    public long Minor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money PerHour => new(Minor, Currency);

    public void Cost(Money perHour)
    {
        (Minor, Currency) = Money.PerHour(perHour, "perHour");
    }
}

internal sealed class HourlyRateStorage : IEntityTypeConfiguration<HourlyRate>
{
    public void Configure(EntityTypeBuilder<HourlyRate> builder)
    {
        builder.ToTable("hourly_rates");
        builder.Ignore(row => row.PerHour);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.HasIndex(row => new { row.Member, row.From }).IsUnique();
    }
}
