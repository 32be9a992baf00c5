using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Support;

/// <summary>Short ways to a plan with a goal, for tests of the steps after them.</summary>
public static class PlanWorld
{
    /// <summary>An outline of the world's brand.</summary>
    public static async Task<Id<Plan>> PlanAsync(this World world, string title = "More lunch guests") =>
        (await world.RunAsync(new OutlinePlan(world.Brand, title))).Id;

    /// <summary>A goal in one informal line.</summary>
    public static async Task<Id<Goal>> GoalAsync(this World world, Id<Plan> plan, string title = "200 lunch guests a week")
    {
        var owner = await world.SeeAsync(db => db.Set<Plan>().SingleAsync(each => each.Id == plan));
        var goal = new Goal(owner, title, 1);
        await world.AddAsync(goal);
        return goal.Id;
    }
}
