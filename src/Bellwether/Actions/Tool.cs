using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Research;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>How often a tool is paid for.</summary>
public enum CostPeriod
{
    Once,
    Month,
    Quarter,
    Year,
}

/// <summary>What a plan says of a tool it wants to use.</summary>
/// <param name="Purpose">What it is needed for.</param>
/// <param name="Owner">The one member who looks after it.</param>
/// <param name="Cost">What it costs each time, in any currency; none is not known, zero is free.</param>
/// <param name="Every">How often that is paid; each month when left out.</param>
/// <param name="Access">Who can get in, and where the access is kept. Never a password.</param>
/// <param name="RenewsOn">The day the contract is renewed or ends.</param>
/// <param name="Since">In use since; since the plan's first day when left out.</param>
/// <param name="Until">The last day it is paid for; none while it is in use.</param>
/// <param name="Technique">The entry of research's register that says how well it is thought of, and why.</param>
public sealed record ToolSheet(
    string Name, string Purpose, Id<Member>? Owner = null, Money? Cost = null, CostPeriod? Every = null, string? Access = null, LocalDate? RenewsOn = null,
    LocalDate? Since = null, LocalDate? Until = null, Id<Technique>? Technique = null);

/// <summary>A tool that a plan wants to use to get where its goals point, with what it costs and who looks after it.</summary>
public sealed class Tool : Entity<Tool>
{
    private Tool()
    {
    }

    public Tool(Plan plan, ToolSheet sheet)
    {
        (Plan, Brand) = (plan.Id, plan.Brand);
        Describe(sheet);
    }

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    public string Name { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public Id<Member>? Owner { get; private set; }

    /// <summary>What it costs each time, in minor units of <see cref="Currency"/>.</summary>
    public long? CostMinor { get; private set; }

    public string? Currency { get; private set; }

    public CostPeriod Every { get; private set; }

    public string? Access { get; private set; }

    public LocalDate? RenewsOn { get; private set; }

    public LocalDate? Since { get; private set; }

    public LocalDate? Until { get; private set; }

    public Id<Technique>? Technique { get; private set; }

    public Money? Cost => CostMinor is { } minor ? new Money(minor, Currency!) : null;

    public ToolSheet Sheet => new(Name, Purpose, Owner, Cost, Every, Access, RenewsOn, Since, Until, Technique);

    public void Describe(ToolSheet sheet)
    {
        Rule.Require(sheet.Cost is null or { Minor: >= 0 }, "cost-negative", "A tool costs something or nothing, never less.", "cost");
        Rule.Require(sheet.Until is null || sheet.Since is null || sheet.Until >= sheet.Since, "ends-before-start", "It is given up before it is used. Put the later day last.", "until");
        (Name, Purpose) = (Rule.Text(sheet.Name, "name", 120), Rule.Text(sheet.Purpose, "purpose", 400));
        (Owner, Technique) = (sheet.Owner, sheet.Technique);
        (CostMinor, Currency, Every) = (sheet.Cost?.Minor, sheet.Cost?.Currency, sheet.Every ?? CostPeriod.Month);
        Access = Rule.OptionalText(sheet.Access, "access", 400);
        (RenewsOn, Since, Until) = (sheet.RenewsOn, sheet.Since, sheet.Until);
    }

    /// <summary>Goes on until the next renewal: the day given, else one period later.</summary>
    public void Renew(LocalDate? next)
    {
        Rule.Require(next is not null || RenewsOn is not null, "renewal-unknown", "It has no day of renewal. Say when it is renewed next.", "next");
        Rule.Require(next is not null || Every != CostPeriod.Once, "renewal-unknown", "It is paid once, so nothing says when it is renewed next. Give the day.", "next");
        var day = next ?? RenewsOn!.Value.PlusMonths(Every.Months());
        Rule.Require(RenewsOn is not { } before || day > before, "renewal-backwards", "The next renewal comes after the last one. Give a later day.", "next");
        RenewsOn = day;
    }
}

/// <summary>The one line a plan needs when it needs no tools: why.</summary>
public sealed class NoTools : Entity<NoTools>
{
    private NoTools()
    {
    }

    public NoTools(Id<Plan> plan) => Plan = plan;

    public Id<Plan> Plan { get; private set; }

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public void Say(string reason, string by) => (Reason, By) = (Rule.Text(reason, "reason", 400), by);
}

internal sealed class ToolStorage : IEntityTypeConfiguration<Tool>
{
    public void Configure(EntityTypeBuilder<Tool> builder)
    {
        builder.ToTable("tools");
        builder.Ignore(tool => tool.Cost);
        builder.Ignore(tool => tool.Sheet);
        builder.Property(tool => tool.Name).HasMaxLength(120);
        builder.Property(tool => tool.Purpose).HasMaxLength(400);
        builder.Property(tool => tool.Access).HasMaxLength(400);
        builder.Property(tool => tool.Currency).HasMaxLength(3);
        builder.HasIndex(tool => tool.Plan);
    }
}

internal sealed class NoToolsStorage : IEntityTypeConfiguration<NoTools>
{
    public void Configure(EntityTypeBuilder<NoTools> builder)
    {
        builder.ToTable("no_tools");
        builder.Property(row => row.Reason).HasMaxLength(400);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
