using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class DepartmentTests
{
    private static readonly ItemFilter Promos = new("facebook", Theme: "promotion");

    [Fact]
    [Requirement("R003-08")]
    public async Task Sales_wants_five_promotions_a_week_and_service_at_most_two()
    {
        await using var scene = await Scene.OnAsync();
        var (sales, service) = await CollidingAsync(scene);
        (await scene.World.RunAsync(new ConflictList(scene.Plan))).Hidden.ShouldBeTrue("whoever plans alone has no departments");
        await scene.World.MemberAsync("Ben");
        var found = await scene.World.RunAsync(new ConflictList(scene.Plan));
        var conflict = found.Conflicts.ShouldHaveSingleItem().Conflict;
        conflict.Kind.ShouldBe(ConflictKind.OppositeDirections);
        conflict.Sides.Select(side => (side.Goal, side.Department, side.Wants)).ShouldBe([(sales, "Sales", "at least 5 a week"), (service, "Customer service", "at most 2 a week")]);
        (await scene.GateAsync()).Single(finding => finding.Code == "departments-collide").Blocks.ShouldBeFalse();

        var settled = await scene.World.RunAsync(new SettleConflict(scene.Plan, conflict.Key, "Three a week until summer", sales));
        (settled.Open, settled.Conflicts[0].Decision, settled.Conflicts[0].SettledBy, settled.Conflicts[0].Favours).ShouldBe((0, "Three a week until summer", "Ana", sales));
        (await scene.World.RunAsync(new ConflictList(scene.Plan))).Open.ShouldBe(0);
        (await scene.GateAsync()).ShouldNotContain(finding => finding.Code == "departments-collide");
        (await scene.World.RefusedAsync(new SettleConflict(scene.Plan, "nothing", "x"))).Kind.ShouldBe(ProblemKind.NotFound);
        (await scene.World.RefusedAsync(new SettleConflict(scene.Plan, conflict.Key, " "))).Code.ShouldBe("decision-empty");
    }

    [Fact]
    [Requirement("R003-08")]
    public async Task The_same_department_other_themes_and_room_enough_are_no_conflict()
    {
        await using var scene = await Scene.OnAsync();
        await scene.World.MemberAsync("Ben");
        await GoalAsync(scene, "Promote", BusinessFunction.Sales, new KpiSheet("posts_published", TargetType.Cadence, 5, Every: PeriodLength.Week, Items: Promos));
        await GoalAsync(scene, "Calm", BusinessFunction.Sales, new KpiSheet("posts_published", TargetType.StayAtOrBelow, 2, Every: PeriodLength.Week, Items: Promos));
        await GoalAsync(scene, "Room", BusinessFunction.CustomerService, new KpiSheet("posts_published", TargetType.StayAtOrBelow, 30, Every: PeriodLength.Month, Items: Promos));
        await GoalAsync(scene, "Elsewhere", BusinessFunction.Recruiting, new KpiSheet("posts_published", TargetType.StayAtOrBelow, 1, Every: PeriodLength.Week, Items: Promos with { Theme = "jobs" }));
        (await scene.World.RunAsync(new ConflictList(scene.Plan))).Conflicts.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("R003-08")]
    public async Task Up_and_down_on_the_same_number_is_a_conflict_whatever_the_numbers()
    {
        await using var scene = await Scene.OnAsync();
        await scene.World.MemberAsync("Ben");
        await GoalAsync(scene, "Reach more", BusinessFunction.Marketing, new KpiSheet("reach", TargetType.IncreaseTo, 900, 500));
        await GoalAsync(scene, "Reach fewer", BusinessFunction.PublicRelations, new KpiSheet("reach", TargetType.DecreaseTo, 950, 1200));
        (await scene.World.RunAsync(new ConflictList(scene.Plan))).Conflicts.ShouldHaveSingleItem().Conflict.Sentence.ShouldContain("Both cannot be");
    }

    [Fact]
    [Requirement("R003-08")]
    public async Task Two_departments_that_ask_too_much_of_one_person_are_in_conflict()
    {
        await using var scene = await Scene.OnAsync();
        var ben = await scene.World.MemberAsync("Ben");
        var (sales, service) = await CollidingAsync(scene, collide: false);
        await scene.World.RunAsync(new SetPlanHours(scene.Plan, ben, 7));
        scene.Work.AddRange([new PlannedWork("a", "Film", ben, sales, Scene.Today.PlusDays(6), 5), new PlannedWork("b", "Answer", ben, service, Scene.Today.PlusDays(6), 4)]);
        var conflict = (await scene.World.RunAsync(new ConflictList(scene.Plan))).Conflicts.ShouldHaveSingleItem().Conflict;
        conflict.Kind.ShouldBe(ConflictKind.TooMuchWork);
        conflict.Sentence.ShouldContain("Sales and Customer service together ask more of Ben");
        (await scene.GateAsync()).Single(finding => finding.Code == "too-much-work").Blocks.ShouldBeFalse();
    }

    [Fact]
    [Requirement("R001-01")]
    [Requirement("R004-16")]
    public async Task Goals_belong_to_a_function_and_a_horizon_and_are_found_by_them()
    {
        await using var scene = await Scene.OnAsync();
        var sales = await scene.GoalAsync("Sell more");
        await scene.World.RunAsync(new ChangeGoal(sales, Function: BusinessFunction.Sales, Horizon: Horizon.Short));
        var own = await scene.GoalAsync("Train the crew");
        await scene.World.RunAsync(new ChangeGoal(own, Function: BusinessFunction.Other, FunctionName: "Kitchen", Horizon: Horizon.Long));
        (await scene.RowAsync(own)).ShouldSatisfyAllConditions(row => row.Department.ShouldBe("Kitchen"), row => row.Horizon.ShouldBe(Horizon.Long));
        (await scene.World.RunAsync(new GoalList(scene.Plan, Function: BusinessFunction.Sales))).ShouldHaveSingleItem().Id.ShouldBe(sales);
        (await scene.World.RunAsync(new GoalList(scene.Plan, Horizon: Horizon.Long))).ShouldHaveSingleItem().Id.ShouldBe(own);
        (await scene.World.RefusedAsync(new ChangeGoal(sales, Function: BusinessFunction.Other))).Code.ShouldBe("function-name-empty");
        (await scene.World.RunAsync(new ChangeGoal(sales, Clear: ["function"]))).Function.ShouldBeNull();
        (await scene.GateAsync()).ShouldContain(finding => finding.Code == "goal-without-function" && finding.Subject == sales.ToString());
        await scene.World.RunAsync(new ChangePlan(scene.Plan, Function: BusinessFunction.Marketing));
        (await scene.RowAsync(sales)).Department.ShouldBe("Marketing", "the plan's function is the goal's until it has its own");
        (await scene.GateAsync()).ShouldNotContain(finding => finding.Code == "goal-without-function");
    }

    private static async Task<(Id<Goal> Sales, Id<Goal> Service)> CollidingAsync(Scene scene, bool collide = true)
    {
        var sales = await GoalAsync(scene, "Promote", BusinessFunction.Sales, new KpiSheet("posts_published", TargetType.Cadence, 5, Every: PeriodLength.Week, Items: Promos));
        var service = await GoalAsync(scene, "No noise", BusinessFunction.CustomerService, new KpiSheet("posts_published", TargetType.StayAtOrBelow, collide ? 2 : 20, Every: PeriodLength.Week, Items: Promos));
        return (sales, service);
    }

    private static async Task<Id<Goal>> GoalAsync(Scene scene, string title, BusinessFunction function, KpiSheet sheet)
    {
        var goal = await scene.GoalAsync(title);
        await scene.World.RunAsync(new ChangeGoal(goal, Function: function));
        await scene.TargetAsync(goal, sheet with { Start = new LocalDate(2026, 1, 1), Deadline = new LocalDate(2026, 12, 31), Source = "Facebook", Collector = scene.World.Owner });
        return goal;
    }
}
