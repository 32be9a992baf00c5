using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>What somebody says of a budget.</summary>
/// <param name="Ceiling">The most that may be spent, in the brand's currency. Working hours are not part of it.</param>
/// <param name="From">The first day whose costs count.</param>
/// <param name="Until">The last day whose costs count.</param>
/// <param name="Work">The id of a goal, channel, campaign or theme that it is for; none is the plan as a whole.</param>
public sealed record BudgetSheet(string Title, Money Ceiling, LocalDate From, LocalDate Until, string? Work = null);

/// <summary>The most that may be spent in a plan, or on a part of it, within some days.</summary>
public sealed class Budget : Entity<Budget>
{
    private Budget()
    {
    }

    public Budget(Plan plan, BudgetSheet sheet, string currency)
    {
        (Plan, Brand) = (plan.Id, plan.Brand);
        Write(sheet, currency);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Title { get; private set; } = "";

    public long Minor { get; private set; }

    public string Currency { get; private set; } = "";

    public LocalDate From { get; private set; }

    public LocalDate Until { get; private set; }

    public string? Work { get; private set; }

    public Money Ceiling => new(Minor, Currency);

    public BudgetSheet Sheet => new(Title, Ceiling, From, Until, Work);

    /// <summary>Says it anew.</summary>
    /// <param name="sheet">What it is.</param>
    /// <param name="currency">The brand's currency.</param>
    public void Write(BudgetSheet sheet, string currency)
    {
        Rule.Require(sheet.Ceiling.Minor > 0, "ceiling-missing", "Say how much may be spent at most.", "ceiling");
        Rule.Require(sheet.Ceiling.Currency == currency, "currency-mixed", $"The brand reports in {currency}. Say the ceiling in {currency}; costs in other currencies are changed at their rates.", "ceiling");
        Rule.Require(sheet.Until >= sheet.From, "ends-before-start", "It ends before it begins. Put the later day last.", "until");
        (Title, Minor, Currency) = (Rule.Text(sheet.Title, "title", 120), sheet.Ceiling.Minor, sheet.Ceiling.Currency);
        (From, Until, Work) = (sheet.From, sheet.Until, Rule.OptionalText(sheet.Work, "work", 60));
    }

    /// <summary>Holds more or less from now on.</summary>
    internal void Hold(Money ceiling) => Minor = ceiling.Minor;
}

internal sealed class BudgetStorage : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> builder)
    {
        builder.ToTable("budgets");
        builder.Ignore(row => row.Ceiling);
        builder.Ignore(row => row.Sheet);
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Work).HasMaxLength(60);
        builder.HasIndex(row => row.Plan);
    }
}
