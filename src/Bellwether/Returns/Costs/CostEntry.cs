using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Returns.Costs;

/// <summary>What money goes to.</summary>
public enum CostKind
{
    /// <summary>Working hours, by the rates of the people; comes from their time.</summary>
    Labour,

    /// <summary>Tools; comes from the plan's inventory of them.</summary>
    Tools,

    /// <summary>Paid reach: from imports of ads, from the number “ad spend”, or entered.</summary>
    Advertising,

    /// <summary>Other lines of the media ledger for social media.</summary>
    Media,

    /// <summary>Photos, films, texts, print.</summary>
    Production,

    /// <summary>Agencies and consultants.</summary>
    Agency,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How far money is on its way.</summary>
public enum CostState
{
    /// <summary>Meant to be spent.</summary>
    Planned,

    /// <summary>Ordered or agreed; it will be paid. What is paid again and again counts as spent day by day.</summary>
    Committed,

    /// <summary>Paid or owed for something received.</summary>
    Spent,
}

/// <summary>How often a cost comes again.</summary>
public enum CostRepeat
{
    Once,
    Month,
    Year,
}

/// <summary>What somebody says of a cost.</summary>
/// <param name="Amount">What it costs each time, in any currency.</param>
/// <param name="From">The first day it covers.</param>
/// <param name="Until">The last day it covers; the first one when left out and paid once, open when it comes again.</param>
/// <param name="Work">The id of what it is for: a goal, channel, campaign, theme, post or action; none is the plan as a whole.</param>
public sealed record CostSheet(
    CostKind Kind, string Title, Money Amount, LocalDate From, LocalDate? Until = null, CostRepeat Repeat = CostRepeat.Once, CostState State = CostState.Spent, string? Work = null, string? Note = null);

/// <summary>A cost of a plan that nothing else in the program knows: production, an agency, a boosted post.</summary>
public sealed class CostEntry : Entity<CostEntry>
{
    private CostEntry()
    {
    }

    public CostEntry(Plan plan, CostSheet sheet)
    {
        (Plan, Brand) = (plan.Id, plan.Brand);
        Write(sheet);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public CostKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public long Minor { get; private set; }

    public string Currency { get; private set; } = "";

    public LocalDate From { get; private set; }

    public LocalDate? Until { get; private set; }

    public CostRepeat Repeat { get; private set; }

    public CostState State { get; private set; }

    public string? Work { get; private set; }

    public string? Note { get; private set; }

    public Money Amount => new(Minor, Currency);

    public CostSheet Sheet => new(Kind, Title, Amount, From, Until, Repeat, State, Work, Note);

    public void Write(CostSheet sheet)
    {
        Rule.Require(sheet.Kind != CostKind.Labour, "cost-from-hours", "What work costs comes from the hours people enter and their rates. Enter time instead.", "kind");
        Rule.Require(sheet.Kind != CostKind.Tools, "cost-from-tools", "What tools cost stands in the plan's list of tools, under Actions. Add the tool there, so that it counts once.", "kind");
        Rule.Require(sheet.Kind != CostKind.Media, "cost-from-ledger", "Lines for media stand in the media ledger, under Research. Add the line there, so that it counts once.", "kind");
        Rule.Require(sheet.Amount.Minor >= 0, "amount-negative", "A cost is more than nothing. Write the amount without the minus; what came back is no cost.", "amount");
        Rule.Require(sheet.Amount.Minor > 0, "amount-missing", "Say how much it costs.", "amount");
        Rule.Require(sheet.Until is null || sheet.Until >= sheet.From, "ends-before-start", "It ends before it begins. Put the later day last.", "until");
        (Kind, Title) = (sheet.Kind, Rule.Text(sheet.Title, "title", 120));
        (Minor, Currency) = (sheet.Amount.Minor, sheet.Amount.Currency);
        (From, Until, Repeat, State) = (sheet.From, sheet.Until, sheet.Repeat, sheet.State);
        (Work, Note) = (Rule.OptionalText(sheet.Work, "work", 60), Rule.OptionalText(sheet.Note, "note", 400));
    }
}

internal sealed class CostEntryStorage : IEntityTypeConfiguration<CostEntry>
{
    public void Configure(EntityTypeBuilder<CostEntry> builder)
    {
        builder.ToTable("cost_entries");
        builder.Ignore(row => row.Amount);
        builder.Ignore(row => row.Sheet);
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Work).HasMaxLength(60);
        builder.Property(row => row.Note).HasMaxLength(400);
        builder.HasIndex(row => row.Plan);
    }
}
