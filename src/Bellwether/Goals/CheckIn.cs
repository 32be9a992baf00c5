using Bellwether.Kernel;
using Bellwether.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>A look at a goal on a day: where the number stands, how sure one is to get there, and what one makes of it. Never changed.</summary>
public sealed class CheckIn : Entity<CheckIn>
{
    private CheckIn()
    {
    }

    /// <summary>At least one of value, confidence and note must say something.</summary>
    public CheckIn(Goal goal, Id<Member>? by, LocalDate on, Id<KpiTarget>? target, decimal? value, decimal? confidence, string? note)
    {
        Rule.Require(confidence is null or (>= 0 and <= 1), "confidence-out-of-range", "Confidence lies between 0 (never) and 1 (surely).", "confidence");
        Note = Rule.OptionalText(note, "note");
        Rule.Require(value is not null || confidence is not null || Note is not null, "check-in-empty", "Say at least one thing: the number, how sure you are, or what you make of it.", "note");
        Goal = goal.Id;
        By = by;
        On = on;
        Target = target;
        Value = value;
        Confidence = confidence;
    }

    public Id<Goal> Goal { get; private set; }

    public Id<Member>? By { get; private set; }

    public LocalDate On { get; private set; }

    public Id<KpiTarget>? Target { get; private set; }

    public decimal? Value { get; private set; }

    /// <summary>Chance of reaching the goal as the owner sees it, 0 to 1.</summary>
    public decimal? Confidence { get; private set; }

    public string? Note { get; private set; }
}

internal sealed class CheckInStorage : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("check_ins");
        builder.HasIndex(row => new { row.Goal, row.On });
    }
}
