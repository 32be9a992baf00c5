using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Goals;

/// <summary>How many goals and KPIs a plan should have, and whether each goal must serve an objective before activation.</summary>
/// <param name="FewestGoals">Fewer than this warns.</param>
/// <param name="MostGoals">More than this warns.</param>
/// <param name="MostKpis">More KPIs for one goal warn.</param>
/// <param name="ObjectiveNeeded">Whether a goal without an objective blocks; unless set, it blocks for a team and warns whoever works alone.</param>
public sealed record GoalLimitsView(int FewestGoals, int MostGoals, int MostKpis, bool? ObjectiveNeeded)
{
    public static GoalLimitsView Of(GoalLimits limits) => new(limits.FewestGoals, limits.MostGoals, limits.MostKpis, limits.ObjectiveNeeded);
}

/// <summary>Sets how many goals and KPIs a plan should have; what is not given goes back to the usual three to seven goals with three KPIs.</summary>
[Needs(Permission.RunPlan)]
public sealed record ChangeGoalLimits(Id<Plan> Plan, int FewestGoals = 3, int MostGoals = 7, int MostKpis = 3, bool? ObjectiveNeeded = null) : ICommand<GoalLimitsView>
{
    internal sealed class Handler(Db db, GoalFinder finder, Journal journal) : IHandle<ChangeGoalLimits, GoalLimitsView>
    {
        public async Task<GoalLimitsView> HandleAsync(ChangeGoalLimits request, CancellationToken cancel)
        {
            var plan = await finder.PlanToChangeAsync(request.Plan, cancel);
            var limits = await db.Set<GoalLimits>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (limits is null)
            {
                db.Add(limits = new GoalLimits(plan.Id));
            }

            limits.Set(request.FewestGoals, request.MostGoals, request.MostKpis, request.ObjectiveNeeded);
            journal.Say($"set the plan's limits to {limits.FewestGoals} to {limits.MostGoals} goals with at most {limits.MostKpis} KPIs", plan.Brand.Value, plan.Id.Value, plan.Id);
            return GoalLimitsView.Of(limits);
        }
    }
}

/// <summary>How many goals and KPIs a plan should have.</summary>
[Needs(Permission.Read)]
public sealed record GoalLimitsOf(Id<Plan> Plan) : IQuery<GoalLimitsView>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<GoalLimitsOf, GoalLimitsView>
    {
        public async Task<GoalLimitsView> HandleAsync(GoalLimitsOf request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            return GoalLimitsView.Of(await db.Set<GoalLimits>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) ?? new GoalLimits(plan.Id));
        }
    }
}
