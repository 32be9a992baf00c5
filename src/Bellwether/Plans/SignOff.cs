using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Plans;

/// <summary>What a sponsor said.</summary>
public enum SignOffDecision
{
    /// <summary>The plan may spend up to an amount.</summary>
    Approved,

    /// <summary>Not like this; the reason says why.</summary>
    Refused,
}

/// <summary>A sponsor's word on one version of a plan and its money. Never changed, only followed by the next one.</summary>
public sealed class SignOff : Entity<SignOff>
{
    private SignOff()
    {
    }

    /// <summary>Approves the version in force with an amount in the brand's currency.</summary>
    public SignOff(Plan plan, Money amount, LocalDate on, string? reason, SignedBy by, int turn)
        : this(plan, SignOffDecision.Approved, on, by, turn)
    {
        Rule.Require(amount.Minor >= 0, "amount-negative", "An amount is zero or more. Say what may be spent.", "amount");
        (AmountMinor, Currency) = (amount.Minor, amount.Currency);
        Reason = Rule.OptionalText(reason, "reason", 1000);
        SelfApproved = by.SoleAuthor;
    }

    /// <summary>Refuses the version in force, and says why.</summary>
    public SignOff(Plan plan, LocalDate on, string reason, SignedBy by, int turn)
        : this(plan, SignOffDecision.Refused, on, by, turn) => Reason = Rule.Text(reason, "reason", 1000);

    private SignOff(Plan plan, SignOffDecision decision, LocalDate on, SignedBy by, int turn) =>
        (Plan, Brand, Number, AsOutline, Decision, On, Member, By, Turn) = (plan.Id, plan.Brand, plan.Number, plan.Status == PlanStatus.Outline, decision, on, by.Member, by.Name, turn);

    public Id<Plan> Plan { get; private set; }

    public Id<Brand> Brand { get; private set; }

    /// <summary>The version it was given for.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the plan was an outline then, before its first version was frozen.</summary>
    public bool AsOutline { get; private set; }

    public SignOffDecision Decision { get; private set; }

    /// <summary>What may be spent, in minor units of <see cref="Currency"/>; null for a refusal.</summary>
    public long? AmountMinor { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>The day it was given.</summary>
    public LocalDate On { get; private set; }

    public string? Reason { get; private set; }

    public Id<Member>? Member { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>Whether nobody but the approver had written the plan.</summary>
    public bool SelfApproved { get; private set; }

    /// <summary>1 for the first word on the plan; two at the same moment cannot both be the next one.</summary>
    public int Turn { get; private set; }

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency!) : null;
}

/// <summary>Who signs.</summary>
/// <param name="SoleAuthor">Whether nobody else has written the plan.</param>
public sealed record SignedBy(Id<Member>? Member, string Name, bool SoleAuthor);

/// <summary>What a plan asks its sponsor for: an amount and the day by which the answer is needed.</summary>
public sealed class BudgetAsk : Entity<BudgetAsk>
{
    private BudgetAsk()
    {
    }

    public BudgetAsk(Id<Plan> plan) => Plan = plan;

    public Id<Plan> Plan { get; private set; }

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>The day by which the answer is needed.</summary>
    public LocalDate? NeededBy { get; private set; }

    public string? Why { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    public void For(Money amount, LocalDate? neededBy, string? why)
    {
        Rule.Require(amount.Minor > 0, "amount-negative", "Ask for more than nothing. Say how much money the plan needs.", "amount");
        (AmountMinor, Currency, NeededBy, Why) = (amount.Minor, amount.Currency, neededBy, Rule.OptionalText(why, "why", 1000));
    }
}

internal sealed class SignOffStorage : IEntityTypeConfiguration<SignOff>
{
    public void Configure(EntityTypeBuilder<SignOff> builder)
    {
        builder.ToTable("sign_offs");
        builder.Ignore(row => row.Amount);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => new { row.Plan, row.Turn }).IsUnique();
    }
}

internal sealed class BudgetAskStorage : IEntityTypeConfiguration<BudgetAsk>
{
    public void Configure(EntityTypeBuilder<BudgetAsk> builder)
    {
        builder.ToTable("budget_asks");
        builder.Ignore(row => row.Amount);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Why).HasMaxLength(1000);
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
