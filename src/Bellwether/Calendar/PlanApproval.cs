using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Calendar;

/// <summary>How the posts of one plan are approved, where that differs from the brand: a launch with the lawyer, a daily plan without anybody.</summary>
public sealed class PlanApproval : Entity<PlanApproval>
{
    private PlanApproval()
    {
    }

    public PlanApproval(Plan plan) => (Brand, Plan) = (plan.Brand, plan.Id);

    public Id<Brand> Brand { get; private set; }

    public Id<Plan> Plan { get; private set; }

    /// <summary>Whether posts are approved before they go out.</summary>
    public ApprovalMode Mode { get; private set; }

    /// <summary>Whether the approval must come from somebody else than the author.</summary>
    public bool FourEyes { get; private set; }

    /// <summary>The steps of an approval in their order; none is one step for anybody who may approve.</summary>
    public IReadOnlyList<ApprovalStep> Steps { get; private set; } = [];

    /// <summary>What becomes of a post whose slot comes while it waits.</summary>
    public LateApproval IfLate { get; private set; }

    /// <summary>Four eyes imply that an approval is needed.</summary>
    public void Become(ApprovalMode mode, bool fourEyes, IReadOnlyList<ApprovalStep> steps, LateApproval ifLate) =>
        (Mode, FourEyes, Steps, IfLate) = (fourEyes ? ApprovalMode.Required : mode, fourEyes, CalendarRules.Named(steps), ifLate);

    /// <summary>The brand's rules with this approval in place of the brand's.</summary>
    public CalendarRulesView Over(CalendarRulesView brand) =>
        brand with { ApprovalNeeded = Mode == ApprovalMode.Required, Approval = Mode, FourEyes = FourEyes, Steps = Steps, IfLate = IfLate };
}

internal sealed class PlanApprovalStorage : IEntityTypeConfiguration<PlanApproval>
{
    public void Configure(EntityTypeBuilder<PlanApproval> builder)
    {
        builder.ToTable("plan_approvals");
        builder.Property(row => row.Steps).AsJson();
        builder.HasIndex(row => row.Plan).IsUnique();
        builder.HasIndex(row => row.Brand);
    }
}
