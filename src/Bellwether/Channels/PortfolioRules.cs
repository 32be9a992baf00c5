using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Channels;

/// <summary>How many hours a week a person has for the plan's channels.</summary>
public sealed record PersonHours(Id<Member> Person, decimal Hours);

/// <summary>What a plan judges its channels by: the hours people have, what an hour costs, and how relevant a network must be.</summary>
public sealed class PortfolioRules : Entity<PortfolioRules>
{
    /// <summary>Ours; a start that a plan changes by what it learns.</summary>
    public const decimal UsualRelevance = 0.2m;

    /// <summary>Ours; a start that a plan changes by what it learns.</summary>
    public const int UsualMinutes = 45;

    private PortfolioRules()
    {
    }

    /// <summary>A plan has one set of rules; it starts with the usual ones and no hours.</summary>
    public PortfolioRules(Plan plan) => (Plan, Brand) = (plan.Id, plan.Brand);

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The relevance below which opening a channel needs a reason.</summary>
    public decimal LeastRelevance { get; private set; } = UsualRelevance;

    /// <summary>Minutes a post takes where a channel does not say otherwise.</summary>
    public int MinutesPerPost { get; private set; } = UsualMinutes;

    /// <summary>Who has how many hours a week.</summary>
    public IReadOnlyList<PersonHours> Hours { get; private set; } = [];

    /// <summary>What an hour of work costs, in minor units of <see cref="Currency"/>; null when hours are not turned into money.</summary>
    public long? HourCostMinor { get; private set; }

    public string? Currency { get; private set; }

    public Money? HourCost => HourCostMinor is { } minor ? new Money(minor, Currency!) : null;

    /// <summary>Hours a week all people have together; null while nobody has said.</summary>
    public decimal? HoursAvailable => Hours.Count == 0 ? null : Hours.Sum(person => person.Hours);

    public void Judge(decimal leastRelevance, int minutesPerPost)
    {
        Rule.Require(leastRelevance is >= -1 and <= 1, "relevance-out-of-range", "A relevance lies between −1 and 1.", "leastRelevance");
        Rule.Require(minutesPerPost is > 0 and <= 2400, "minutes-out-of-range", "A post takes from 1 minute to 40 hours (2400 minutes).", "minutesPerPost");
        (LeastRelevance, MinutesPerPost) = (leastRelevance, minutesPerPost);
    }

    public void Have(IReadOnlyList<PersonHours> hours)
    {
        Rule.Require(hours.All(person => person.Hours is >= 0 and <= 168), "hours-out-of-range", "A week has 0 to 168 hours.", "hours");
        Rule.Require(hours.Select(person => person.Person).Distinct().Count() == hours.Count, "person-twice", "A person stands here twice. Add their hours up.", "hours");
        Hours = [.. hours];
    }

    public void Pay(Money? hourCost)
    {
        Money? cost = hourCost is { } told ? Money.PerHour(told, "hourCost") : null;
        (HourCostMinor, Currency) = (cost?.Minor, cost?.Currency);
    }
}

internal sealed class PortfolioRulesStorage : IEntityTypeConfiguration<PortfolioRules>
{
    public void Configure(EntityTypeBuilder<PortfolioRules> builder)
    {
        builder.ToTable("portfolio_rules");
        builder.Property(row => row.Hours).AsJson();
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Ignore(row => row.HourCost);
        builder.Ignore(row => row.HoursAvailable);
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
