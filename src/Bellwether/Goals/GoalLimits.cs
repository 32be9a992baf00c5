using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bellwether.Goals;

/// <summary>How many goals a plan should have, and how many KPIs a goal; outside of it activation warns.</summary>
public sealed class GoalLimits : Entity<GoalLimits>
{
    private GoalLimits()
    {
    }

    /// <summary>Three to seven goals, three KPIs each, until somebody says otherwise.</summary>
    public GoalLimits(Id<Plan> plan) => Plan = plan;

    public Id<Plan> Plan { get; private set; }

    public int FewestGoals { get; private set; } = 3;

    public int MostGoals { get; private set; } = 7;

    public int MostKpis { get; private set; } = 3;

    /// <summary>Whether a goal without an objective keeps the plan from being activated; otherwise it only warns.</summary>
    public bool? ObjectiveNeeded { get; private set; }

    public void Set(int fewestGoals, int mostGoals, int mostKpis, bool? objectiveNeeded)
    {
        Rule.Require(fewestGoals >= 0 && mostGoals >= 1 && fewestGoals <= mostGoals, "goal-limits", "The fewest goals must not be more than the most.", "fewestGoals");
        Rule.Require(mostKpis >= 1, "kpi-limit", "A goal needs at least one KPI.", "mostKpis");
        (FewestGoals, MostGoals, MostKpis, ObjectiveNeeded) = (fewestGoals, mostGoals, mostKpis, objectiveNeeded);
    }
}

internal sealed class GoalLimitsStorage : IEntityTypeConfiguration<GoalLimits>
{
    public void Configure(EntityTypeBuilder<GoalLimits> builder)
    {
        builder.ToTable("goal_limits");
        builder.HasIndex(row => row.Plan).IsUnique();
    }
}
