using Bellwether.Actions;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Returns;
using Bellwether.Returns.Costs;
using Bellwether.Reviews;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Reviews;
using Bellwether.Tests.Support;
using Bellwether.Today;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Tests.Returns;

/// <summary>It is 26 March 2026; the plan runs through that year.</summary>
public sealed class ExecutivePageTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Spending_counts_ledger_advertising_and_tools_once_and_other_currencies_beside_it(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        await SpendAsync(world, plan);
        var spending = (await world.RunAsync(new PlanSpending(plan))).Spending;
        spending.Lines.ShouldBe(
        [
            // February planned 300 and took 250; March took 100 without a plan; December before the plan is not its own.
            new SpendingLine(SpendingKind.Media, Money.Of(350, "EUR"), Money.Of(400, "EUR")),
            // 380 went to advertising, 350 of it are in the ledger; the ceiling is 600.
            new SpendingLine(SpendingKind.Advertising, Money.Of(30, "EUR"), Money.Of(200, "EUR")),
            // January to March of twelve months.
            new SpendingLine(SpendingKind.Tools, Money.Of(30, "EUR"), Money.Of(120, "EUR")),
        ]);
        (spending.Spent, spending.Planned).ShouldBe((Money.Of(410, "EUR"), Money.Of(720, "EUR")));
        spending.Others.ShouldBe([new SpendingLine(SpendingKind.Tools, Money.Of(36, "USD"), Money.Of(144, "USD"))]);
        (spending.From, spending.Until, spending.OpenEnd).ShouldBe((new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31), false));
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Spending_beyond_the_approval_alerts_on_the_page_on_today_and_in_the_review(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var scene = await GivenReviews.SceneAsync(world);
        await AddToolAsync(world, scene.Plan, "Camera", 5120, CostPeriod.Once);
        await world.RunAsync(new ApproveBudget(scene.Plan, Money.Of(5120, "EUR")));
        var within = (await world.RunAsync(new PlanSpending(scene.Plan))).Standing;
        (within.State, within.Left).ShouldBe((BudgetState.Within, Money.Zero("EUR")));
        (await world.RunAsync(new TodayPage(world.Brand))).Spending.ShouldBeNull();

        await world.RunAsync(new ApproveBudget(scene.Plan, Money.Of(5000, "EUR")));
        var beyond = (await world.RunAsync(new ExecutivePage(scene.Plan))).Standing;
        (beyond.State, beyond.Left).ShouldBe((BudgetState.Beyond, Money.Of(-120, "EUR")));
        beyond.Sentence.ShouldBe("€5,120.00 are spent: €120.00 more than the €5,000.00 that Ana approved for version 1.");
        (await world.RunAsync(new TodayPage(world.Brand))).Spending.ShouldBe(beyond.Sentence);
        var item = (await world.RunAsync(new OpenReview(scene.Plan))).Agenda.Single(one => one.Kind == AgendaKind.Spending);
        (item.About, item.IsMeasure).ShouldBe((beyond.Sentence, false));
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task A_plan_beyond_its_approval_is_told_before_the_money_is_spent_and_a_refusal_alerts_with_the_first_cent(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ForcedAsync();
        (await StateAsync()).ShouldBe(BudgetState.NotSigned);
        await world.RunAsync(new RefuseBudget(plan, "No numbers"));
        (await StateAsync()).ShouldBe(BudgetState.Refused);
        await AddToolAsync(world, plan, "Planner", 10, CostPeriod.Month);
        (await StateAsync()).ShouldBe(BudgetState.Beyond);
        (await world.RunAsync(new PlanSpending(plan))).Standing.Sentence.ShouldContain("although Ana did not approve version 1: No numbers");
        await world.RunAsync(new ApproveBudget(plan, Money.Of(119.99m, "EUR")));
        (await StateAsync()).ShouldBe(BudgetState.PlannedBeyond);
        await world.RunAsync(new ApproveBudget(plan, Money.Of(120, "EUR")));
        (await StateAsync()).ShouldBe(BudgetState.Within);

        async Task<BudgetState> StateAsync() => (await world.RunAsync(new PlanSpending(plan))).Standing.State;
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Return_on_investment_is_told_only_when_both_sides_are_known_else_what_is_missing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        (await ReturnedAsync()).Missing.Count.ShouldBe(2);
        await AddToolAsync(world, plan, "Camera", 1250, CostPeriod.Once);
        await world.RunAsync(new MakeDeal(world.Brand, "LUNCH10", "Ten per cent off", new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)));
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(70, "USD"), Code: "LUNCH10", Brand: world.Brand));
        var foreign = await ReturnedAsync();
        (foreign.Conversions, foreign.Value, foreign.Roi).ShouldBe((1, null, null));
        foreign.Missing.ShouldHaveSingleItem().ShouldContain("USD only");

        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(5000, "EUR"), Code: "LUNCH10", Brand: world.Brand));
        await world.RunAsync(new RecordConversion("3", "sale", Money.Of(900, "EUR"), Brand: world.Brand));
        await world.RunAsync(new RecordConversion("4", "sale", Money.Of(900, "EUR"), At: Instant.FromUtc(2025, 12, 30, 9, 0), Code: "LUNCH10", Brand: world.Brand));
        var known = await ReturnedAsync();
        (known.Conversions, known.Value, known.Unattributed, known.Roi).ShouldBe((2, Money.Of(5000, "EUR"), 1, null));
        known.Others.ShouldBe([Money.Of(70, "USD")]);
        known.Missing.ShouldBe(["$70.00 came back in a currency without a rate and is not in the value."]);
        await world.RunAsync(new SetExchangeRate("EUR", "USD", new LocalDate(2026, 3, 1), 1.25m));
        known = await ReturnedAsync();
        (known.Value, known.Roi, known.Missing.Count).ShouldBe((Money.Of(5056, "EUR"), 3.0448m, 0));

        await world.RunAsync(new AddTool(plan, new ToolSheet("Planner", "Nobody knows the price")));
        var unsure = await ReturnedAsync();
        unsure.Roi.ShouldBeNull();
        unsure.Missing.ShouldHaveSingleItem().ShouldBe("Nobody has said what “Planner” costs.");

        async Task<ReturnedView> ReturnedAsync() => (await world.RunAsync(new ExecutivePage(plan))).Returned;
    }

    [Theory, BothDatabases, Requirement("R002-14")]
    public async Task Goals_stand_below_the_objective_they_contribute_to_and_no_more_than_fit_on_a_page(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        await world.RunAsync(new ChangePlan(plan, Picture: "A queue at half past twelve", PictureBy: Today.PlusMonths(6)));
        var business = await world.RunAsync(new AddBusinessObjective(plan, "Earn the rent with lunch"));
        var objective = await world.RunAsync(new AddObjective(plan, "Be the first thought at lunch", Serves: business.Id));
        var goal = (await world.RunAsync(new AddGoal(plan, "More lunch guests", Objective: objective.Id))).Id;
        await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("footfall", TargetType.IncreaseTo, 1600, 1000, new LocalDate(2026, 1, 1), Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 12, 31))));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("footfall", world.Brand.ToString(), new LocalDate(2026, 3, 20), Value: 1300)]));
        await world.RunAsync(new AddTactic(plan, "Post each morning", goal));
        for (var more = 0; more < ExecutivePage.MostGoals + 1; more++)
        {
            await world.RunAsync(new AddGoal(plan, $"Goal {more}"));
        }

        var page = await world.RunAsync(new ExecutivePage(plan), Role.Guest, world.Owner);
        (page.Picture, page.Number, page.MadeOn).ShouldBe(("A queue at half past twelve", 1, Today));
        page.Objectives.Select(one => (one.Title, one.Serves, one.Goals.Count, one.More)).ShouldBe(
            [("Be the first thought at lunch", "Earn the rent with lunch", 1, 0), (null, null, ExecutivePage.MostGoals - 1, 2)]);
        var shown = page.Objectives[0].Goals.Single();
        (shown.Metric, shown.Now, shown.Target, shown.Activities, shown.Deadline).ShouldBe(("People through the door", 1300, 1600, 1, new LocalDate(2026, 12, 31)));
        shown.Expected.ShouldNotBeNull();
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new ExecutivePage(plan)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    private static async Task SpendAsync(World world, Id<Plan> plan)
    {
        foreach (var (month, planned, spent) in new[] { (new LocalDate(2025, 12, 1), 900m, (decimal?)900m), (new LocalDate(2026, 2, 1), 300m, 250m), (new LocalDate(2026, 3, 1), 0m, 100m) })
        {
            await world.RunAsync(new AddMediaUsage(plan, new MediaUsageSheet(Medium.Social, month, PlannedMoney: planned == 0 ? null : planned, SpentMoney: spent, Currency: "EUR")));
        }

        await world.RunAsync(new AddMediaUsage(plan, new MediaUsageSheet(Medium.Print, new LocalDate(2026, 2, 1), SpentMoney: 4000, Currency: "EUR")));
        await world.RunAsync(new DecideAdvertising(plan, AdvertisingChoice.Yes, "A test", 600));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("ad_spend", world.Brand.ToString(), new LocalDate(2026, 3, 2), Value: 380)]));
        await AddToolAsync(world, plan, "Planner", 10, CostPeriod.Month);
        await AddToolAsync(world, plan, "Newsletter", 12, CostPeriod.Month, "USD");
    }

    private static Task<ToolView> AddToolAsync(World world, Id<Plan> plan, string name, decimal cost, CostPeriod every, string currency = "EUR") =>
        world.RunAsync(new AddTool(plan, new ToolSheet(name, "Work", Cost: Money.Of(cost, currency), Every: every)));
}
