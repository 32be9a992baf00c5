using Bellwether.Actions;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Returns;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Hours;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Tests.Returns;

/// <summary>It is 26 March 2026; the plan runs through that year.</summary>
public sealed class ReturnsTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R004-01"), Requirement("R003-02")]
    public async Task Hours_tools_and_ads_against_an_order_give_the_return_of_the_worked_example(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var campaign = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", CampaignKind.Community)))).Id;
        await world.RunAsync(new SetHourlyRate(world.Owner, Start, Money.Of(25, "EUR")));
        foreach (var day in Enumerable.Range(1, 5))
        {
            await world.RunAsync(new LogTime(plan, "6", new LocalDate(2026, 2, day), campaign.ToString()));
        }

        await world.RunAsync(new AddTool(plan, new ToolSheet("Camera", "Film", Cost: Money.Of(100, "EUR"), Every: CostPeriod.Once)));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("ad_spend", world.Brand.ToString(), new LocalDate(2026, 2, 2), Value: 400)]));
        await world.RunAsync(new MakeDeal(world.Brand, "LUNCH10", "Ten per cent off", Start, new LocalDate(2026, 12, 31), Place: new LinkPlace(Campaign: campaign.ToString())));
        await world.RunAsync(new RecordConversion("1", "sale", Money.Of(5000, "EUR"), Code: "LUNCH10", Brand: world.Brand, Customer: "c1"));
        await world.RunAsync(new SetMargin(world.Brand, Start, 40));

        var page = await world.RunAsync(new ReturnsPage(plan));
        page.Missing.ShouldBeEmpty();
        (page.Total.Minutes, page.Total.Cost, page.Total.Roi, page.Total.RoiOnMargin, page.Total.Roas, page.Total.MarginPerHour).ShouldBe((1800, Euro(1250), 3.0m, 0.6m, 12.5m, Euro(66.67m)));
        page.Kinds.ShouldBe([new KindSum(CostKind.Labour, Euro(750)), new KindSum(CostKind.Advertising, Euro(400)), new KindSum(CostKind.Tools, Euro(100))]);
        page.Campaigns.Select(sum => (sum.Title, sum.Cost, sum.Value)).ShouldBe([("Spring menu", Euro(750), Euro(5000)), (null, Euro(500), Euro(0))]);
        page.Notes.ShouldBe(["No hours are entered for January 2026."]);
        var executive = (await world.RunAsync(new ExecutivePage(plan))).Returned;
        (executive.Roi, executive.Cost, executive.Minutes).ShouldBe((3.0m, Euro(1250), 1800));

        // What reach would have cost as advertising is no return, whoever records it.
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("emv", world.Brand.ToString(), new LocalDate(2026, 2, 2), Value: 99_000)]));
        (await world.RunAsync(new ReturnsPage(plan))).Total.ShouldBeEquivalentTo(page.Total);

        // One order in another currency, one without a value, one of nobody known.
        await world.RunAsync(new RecordConversion("2", "sale", Money.Of(100, "USD"), Code: "LUNCH10", Brand: world.Brand));
        await world.RunAsync(new RecordConversion("3", "sale", Code: "LUNCH10", Brand: world.Brand));
        await world.RunAsync(new RecordConversion("4", "sale", Money.Of(77, "EUR"), Brand: world.Brand));
        var after = await world.RunAsync(new ReturnsPage(plan));
        (after.Total.Value, after.Total.Conversions, after.Unattributed).ShouldBe((Euro(5000), 3, 1));
        (after.Total.Roi, after.Total.RoiOnMargin, after.Total.Roas, after.Total.ValuePerHour, after.Total.MarginPerHour).ShouldBe((null, null, null, null, null), "part of what came back is not in the value");
        after.Others.ShouldBe([Money.Of(100, "USD")]);
        after.Notes.ShouldContain("1 order has no value.");
        after.Missing.ShouldBe(["$100.00 came back in a currency without a rate and is not in the value."]);
        after.Campaigns.Select(sum => (sum.Title, sum.Roi, sum.Missing.Count)).ShouldBe([("Spring menu", null, 1), (null, null, 0)]);
        (await world.RunAsync(new ExecutivePage(plan))).Returned.Roi.ShouldBeNull();
        await world.RunAsync(new SetExchangeRate("EUR", "USD", Today, 1.25m));
        var changed = await world.RunAsync(new ReturnsPage(plan));
        (changed.Total.Value, changed.Total.Roi, changed.Missing.Count).ShouldBe((Euro(5080), 3.064m, 0));
        (await world.RunAsync(new ReturnsPage(plan, Until: new LocalDate(2026, 1, 31)))).Total.Value.ShouldBe(Euro(0));
    }

    [Fact, Requirement("R004-01")]
    public async Task Hours_that_are_not_in_a_cost_are_those_of_the_row_that_says_so()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        var campaign = (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", CampaignKind.Community)))).Id.ToString();
        foreach (var (text, work) in new[] { ("9:45", null), ("2:00", campaign), ("0:15", campaign) })
        {
            await world.RunAsync(new LogTime(plan, text, Today, work));
        }

        var page = await world.RunAsync(new ReturnsPage(plan));
        page.Missing.ShouldContain("Nobody has said what an hour of Ana costs: 12:00 h are not in the cost.");
        page.Campaigns.Select(row => (row.Minutes, row.Missing.ShouldHaveSingleItem())).ShouldBe([(135, "Nobody has said what an hour of Ana costs: 2:15 h are not in the cost."), (585, "Nobody has said what an hour of Ana costs: 9:45 h are not in the cost.")]);
    }

    [Fact, Requirement("R004-01")]
    public async Task A_cost_nobody_can_tell_keeps_the_return_from_being_told_and_says_so()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        (await world.RunAsync(new ReturnsPage(plan))).Missing.Count.ShouldBe(2);
        await world.RunAsync(new LogTime(plan, "1:30", Today));
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Agency, "Retainer", Money.Of(100, "CHF"), Start)));
        await world.RunAsync(new MakeDeal(world.Brand, "LUNCH10", "Ten per cent off", Start, new LocalDate(2026, 12, 31)));
        await world.RunAsync(new RecordConversion("1", "sale", Euro(50), Code: "LUNCH10", Brand: world.Brand));
        var page = await world.RunAsync(new ReturnsPage(plan));
        page.Missing.ShouldBe(["Nobody has said what an hour of Ana costs: 1:30 h are not in the cost.", "There is no rate from CHF to EUR for 2026-01-01 or the month before it."]);
        (page.Total.Roi, page.Total.Minutes, page.Total.Value).ShouldBe((null, 90, Euro(50)));
        page.Channels.ShouldHaveSingleItem().ShouldSatisfyAllConditions(whole => whole.Roi.ShouldBeNull(), whole => whole.Cost.ShouldBeNull(), whole => whole.Missing.ShouldBe(page.Missing));
        // What is only meant to be spent, or is worked by nobody, is no part of what it cost until now: budgets and the list of costs name it.
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Production, "Film", Money.Of(900, "JPY"), Start, State: CostState.Planned)));
        (await world.RunAsync(new ReturnsPage(plan))).Missing.ShouldBe(page.Missing);
        (await world.RunAsync(new CostList(plan))).Missing.ShouldBe([.. page.Missing, "There is no rate from JPY to EUR for 2026-01-01 or the month before it."]);
        (await world.RunAsync(new AddBudget(plan, new BudgetSheet("All of it", Euro(100), Start, new LocalDate(2026, 12, 31))))).Missing.ShouldBe([.. page.Missing.Skip(1), "There is no rate from JPY to EUR for 2026-01-01 or the month before it."]);
        await world.RunAsync(new SetExchangeRate("CHF", "EUR", Start, 1.05m));
        await world.RunAsync(new SetHourlyRate(world.Owner, Start, Euro(30)));
        (await world.RunAsync(new ReturnsPage(plan))).Total.ShouldSatisfyAllConditions(sum => sum.Cost.ShouldBe(Euro(150)), sum => sum.Roi.ShouldBe(-0.666667m));
    }

    [Fact, Requirement("R004-01")]
    public async Task What_was_stored_with_a_day_at_the_end_of_the_calendar_is_seen_and_removed_and_hinders_no_page()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var year = await world.ReadyPlanAsync();
        var end = await world.RunAsync(new OutlinePlan(world.Brand, "At the end", Start: new LocalDate(9999, 12, 1), End: new LocalDate(9999, 12, 31)));
        foreach (var plan in new[] { year, end.Id })
        {
            foreach (var (first, repeat) in new[] { (new LocalDate(9999, 12, 31), CostRepeat.Month), (new(9999, 12, 1), CostRepeat.Month), (new(9999, 1, 2), CostRepeat.Year), (new(1900, 1, 31), CostRepeat.Once) })
            {
                await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Agency, "Slip", Euro(10), first, Repeat: repeat)));
            }

            await world.RunAsync(new ReturnsPage(plan));
            await world.RunAsync(new ExecutivePage(plan));
            await world.RunAsync(new PlanSpending(plan));
            (await world.RunAsync(new CostList(plan))).Kinds.ShouldBeEmpty();
            foreach (var entry in (await world.RunAsync(new CostList(plan))).Entries)
            {
                await world.RunAsync(new RemoveCost(entry.Id));
            }

            (await world.RunAsync(new CostList(plan))).Entries.ShouldBeEmpty();
        }
    }

    [Fact, Requirement("R004-01")]
    public async Task Costs_are_planned_committed_and_spent_and_what_comes_again_is_spread_over_its_days()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        (await world.RefusedAsync(new AddCost(plan, new CostSheet(CostKind.Labour, "Ana", Euro(1), Start)))).Code.ShouldBe("cost-from-hours");
        (await world.RefusedAsync(new AddCost(plan, new CostSheet(CostKind.Tools, "Planner", Euro(1), Start)))).Code.ShouldBe("cost-from-tools");
        // 365 euros a year are one euro a day: 85 days have passed.
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Agency, "Agency", Euro(365), Start, Repeat: CostRepeat.Year, State: CostState.Committed)));
        var film = await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Production, "Film", Euro(900), new LocalDate(2026, 5, 1), State: CostState.Planned)));
        var list = await world.RunAsync(new CostList(plan));
        list.Kinds.ShouldBe([new CostSum(CostKind.Production, Euro(0), Euro(0), Euro(900)), new CostSum(CostKind.Agency, Euro(85), Euro(280), Euro(0))]);
        (await world.RunAsync(new ReturnsPage(plan))).Total.Cost.ShouldBe(Euro(85));
        (await world.RunAsync(new ReturnsPage(plan, new LocalDate(2026, 2, 1), new LocalDate(2026, 2, 28)))).Total.Cost.ShouldBe(Euro(28));
        await world.RunAsync(new ChangeCost(film.Id, film.Sheet with { State = CostState.Committed }));
        (await world.RunAsync(new CostList(plan))).Kinds[0].Committed.ShouldBe(Euro(900));
        // The sponsor's page counts payments on the day they are made.
        var spending = (await world.RunAsync(new PlanSpending(plan))).Spending;
        (spending.Spent, spending.Planned).ShouldBe((Euro(365), Euro(1265)));
        await world.RunAsync(new RemoveCost(film.Id));
        (await world.RunAsync(new CostList(plan))).Entries.Select(entry => entry.Sheet.Title).ShouldBe(["Agency"]);
    }

    private static Money Euro(decimal amount) => Money.Of(amount, "EUR");
}
