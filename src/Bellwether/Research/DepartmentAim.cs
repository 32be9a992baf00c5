using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Research;

/// <summary>Which way a department pulls.</summary>
public enum AimDirection
{
    /// <summary>It wants at least so many a week.</summary>
    AtLeast,

    /// <summary>It wants at most so many a week.</summary>
    AtMost,
}

/// <summary>What a department wants of a channel: how much of what, for whom, and when.</summary>
/// <param name="Network">The network's key.</param>
/// <param name="What">What is counted, in a word: “promos”.</param>
/// <param name="PerWeek">How many a week.</param>
/// <param name="Audience">For whom; null for everybody there.</param>
/// <param name="Day">The weekday it claims; null for any.</param>
/// <param name="At">The time it claims on that day.</param>
public sealed record AimSheet(
    string Network, string What, AimDirection Direction, int PerWeek, Id<Audience>? Audience = null, IsoDayOfWeek? Day = null, LocalTime? At = null, string? Why = null)
{
    public AimSheet Checked()
    {
        Rule.Require(PerWeek is >= 0 and <= 500, "per-week-out-of-range", "A week takes 0 to 500.", "perWeek");
        Rule.Require(At is null || Day is not null, "time-without-day", "A time belongs to a weekday. Choose the day too.", "day");
        return this with { Network = NetworkName.Of(Network), What = Rule.Text(What, "what", 80), Why = Rule.OptionalText(Why, "why", 400) };
    }
}

/// <summary>An aim of one department that may pull against another's.</summary>
public sealed class DepartmentAim : PlanResearch<DepartmentAim>
{
    private DepartmentAim()
    {
    }

    public DepartmentAim(Department department, Plan plan, AimSheet sheet)
        : base(plan) => (Department, Sheet) = (department.Id, sheet.Checked());

    public Id<Department> Department { get; private set; }

    public AimSheet Sheet { get; private set; } = null!;

    public void Word(AimSheet sheet) => Sheet = sheet.Checked();
}

/// <summary>How a conflict between two aims was settled, and by whom. A change of either aim opens it again.</summary>
public sealed class AimSettlement : PlanResearch<AimSettlement>
{
    private AimSettlement()
    {
    }

    public AimSettlement(Plan plan, string conflict, string decision, string by)
        : base(plan) => (Conflict, Decision, By) = (conflict, Rule.Text(decision, "decision", 1000), Rule.OptionalText(by, "by", 120) ?? "");

    /// <summary>What both wanted when it was settled.</summary>
    public string Conflict { get; private set; } = "";

    public string Decision { get; private set; } = "";

    public string By { get; private set; } = "";
}

internal sealed class DepartmentAimStorage() : ResearchStorage<DepartmentAim>("department_aims")
{
    protected override void Map(EntityTypeBuilder<DepartmentAim> builder) => builder.Property(row => row.Sheet).AsJson();
}

internal sealed class AimSettlementStorage() : ResearchStorage<AimSettlement>("aim_settlements")
{
    protected override void Map(EntityTypeBuilder<AimSettlement> builder)
    {
        builder.Property(row => row.Conflict).HasMaxLength(160);
        builder.Property(row => row.Decision).HasMaxLength(1000);
        builder.Property(row => row.By).HasMaxLength(120);
        builder.HasIndex(row => new { row.Plan, row.Conflict }).IsUnique();
    }
}
