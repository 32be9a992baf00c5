using Bellwether.Plans;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Research;

/// <summary>What research leaves open.</summary>
public enum GapKind
{
    /// <summary>Nobody of a department was heard.</summary>
    DepartmentNotHeard,

    /// <summary>An area is covered by nobody for a department.</summary>
    AreaUncovered,

    /// <summary>A department has not signed off the version in force.</summary>
    DepartmentNotSigned,

    /// <summary>Two departments want what cannot both be.</summary>
    AimConflict,

    /// <summary>There is no audience at all.</summary>
    NoAudience,

    /// <summary>Nothing says which networks an audience uses.</summary>
    AudienceWithoutNetworks,

    /// <summary>An audience or a gathering place serves no goal.</summary>
    ServesNoGoal,

    /// <summary>Evidence and channels disagree.</summary>
    NetworkToDecide,

    /// <summary>One of the four answers for a network that the plan runs is missing.</summary>
    CaseIncomplete,

    /// <summary>A finding rests on nothing.</summary>
    FindingUnsourced,

    /// <summary>Evidence is older than eighteen months.</summary>
    EvidenceStale,

    /// <summary>A finding led to nothing.</summary>
    FindingWithoutConsequence,

    /// <summary>A decision rests on no finding.</summary>
    DecisionWithoutFinding,

    /// <summary>A question is not answered.</summary>
    QuestionOpen,

    /// <summary>Money goes elsewhere than aimed at.</summary>
    MediaOffTarget,
}

/// <summary>One thing that research leaves open, and the way out.</summary>
/// <param name="Key">Names the gap: the same gap has the same key until it is closed.</param>
/// <param name="Message">What is missing and what to decide.</param>
/// <param name="Path">Where it is decided on the screen.</param>
/// <param name="Subject">The id of what it is about; null where it is about the plan.</param>
/// <param name="Action">The id of the action that works on it; null while nobody does.</param>
/// <param name="Step">What that action would be called.</param>
public sealed record ResearchGap(string Key, GapKind Kind, string Message, string Path, string? Subject, string Step, string? Action = null);

/// <summary>The action that works on a gap.</summary>
public sealed class GapStep : PlanResearch<GapStep>
{
    private GapStep()
    {
    }

    public GapStep(Plan plan, string gap, string action)
        : base(plan) => (Gap, Action) = (gap, action);

    public string Gap { get; private set; } = "";

    public string Action { get; private set; } = "";

    public void WorkBy(string action) => Action = action;
}

internal sealed class GapStepStorage() : ResearchStorage<GapStep>("gap_steps")
{
    protected override void Map(EntityTypeBuilder<GapStep> builder)
    {
        builder.Property(row => row.Gap).HasMaxLength(200);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.HasIndex(row => new { row.Plan, row.Gap }).IsUnique();
    }
}
