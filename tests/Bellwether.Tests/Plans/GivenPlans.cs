using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Plans;

/// <summary>Plans in the states that tests begin from.</summary>
internal static class GivenPlans
{
    public const string NearMonthEnd = "FREQ=MONTHLY;BYDAY=-1TH";

    public static readonly LocalDate Start = new(2026, 1, 1);

    /// <summary>An outline with a title.</summary>
    public static async Task<Id<Plan>> OutlineAsync(this World world, string title = "More guests") =>
        (await world.RunAsync(new OutlinePlan(world.Brand, title))).Id;

    /// <summary>An outline with a start date and a review schedule: all that the plan itself demands.</summary>
    public static async Task<Id<Plan>> ReadyPlanAsync(this World world)
    {
        var plan = await world.OutlineAsync();
        await world.RunAsync(new ChangePlan(plan, Start: Start, End: new LocalDate(2026, 12, 31), ReviewRule: NearMonthEnd));
        return plan;
    }

    /// <summary>A plan in force whatever other steps would say about it.</summary>
    public static async Task<Id<Plan>> ForcedAsync(this World world)
    {
        var plan = await world.ReadyPlanAsync();
        await world.ForceAsync(plan);
        return plan;
    }

    /// <summary>Puts an outline into force past the gates of other steps, and freezes its baseline.</summary>
    public static async Task ForceAsync(this World world, Id<Plan> plan) =>
        await world.InScopeAsync<PlanHistory>(async (db, history) =>
        {
            var row = await db.FindAsync(plan, "plan", default);
            row.Activate(world.Now);
            await history.FreezeAsync(row, null, default);
            await db.SaveAsync(default);
        });
}
