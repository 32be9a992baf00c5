using Bellwether.Actions;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Reviews;

/// <summary>A plan in force since 26 March 2026 with a goal, a KPI and work; it is 4 May, so the review of 30 April is due.</summary>
internal sealed record ReviewScene(Id<Plan> Plan, Id<Goal> Goal, Id<KpiTarget> Target, string Tactic);

internal static class GivenReviews
{
    public static async Task<ReviewScene> SceneAsync(World world)
    {
        var plan = await world.ReadyPlanAsync();
        var goal = (await world.RunAsync(new AddGoal(plan, "More lunch guests"))).Id;
        var target = (await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("footfall", TargetType.IncreaseTo, 1200, 100, new LocalDate(2026, 1, 1), Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 6, 30))))).Id;
        var tactic = (await world.RunAsync(new AddTactic(plan, "Post each morning", goal))).Id;
        await world.RunAsync(new AddActionItem(plan, "Write the table of places", Id<Tactic>.Parse(tactic)));
        await world.RunAsync(new AddActionItem(plan, "Buy a camera"));
        await CountAsync(world, new LocalDate(2026, 3, 20), 300);
        await world.ForceAsync(plan);
        world.Clock.Advance(Duration.FromDays(39).ToTimeSpan());
        await CountAsync(world, new LocalDate(2026, 5, 1), 900);
        return new ReviewScene(plan, goal, target, tactic);
    }

    private static Task CountAsync(World world, LocalDate day, decimal value) =>
        world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("footfall", world.Brand.ToString(), day, Value: value)]));
}
