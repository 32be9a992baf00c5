using Bellwether.Actions;
using Bellwether.Campaigns;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Reminders;
using Bellwether.Returns;
using Bellwether.Returns.Ads;
using Bellwether.Returns.Costs;
using Bellwether.Returns.Imports;
using Bellwether.Returns.Ranking;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using Bellwether.Tracking;
using NodaTime;

namespace Bellwether.Tests.Returns;

/// <summary>It is 26 March 2026.</summary>
public sealed class RankingTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact, Requirement("R004-32")]
    public void The_range_narrows_with_the_number_of_orders_and_few_tell_nothing()
    {
        ReturnRange.Of([.. Enumerable.Repeat(Euro(10), 4)]).ShouldBeNull();
        ReturnRange.Of([.. Enumerable.Repeat(Euro(10), 25)]).ShouldBe(new ReturnRange(0.721985m, 1.385070m), "e to 1.644854 times the root of ln 1.04");
        var even = ReturnRange.Of([.. Enumerable.Repeat(Euro(10), 10)])!;
        var uneven = ReturnRange.Of([.. Enumerable.Repeat(Euro(1), 9), Euro(91)])!;
        uneven.High.ShouldBeGreaterThan(even.High, "one large order is luck");
    }

    [Fact, Requirement("R004-32")]
    public void A_fifth_is_a_fifth_to_the_cent_and_the_minute()
    {
        RankedConcept Concept(string id, decimal low, decimal high, decimal paid, int minutes) => new(id, id, 9, minutes, Money.Of(paid, "EUR"), null, Money.Zero("EUR"), low, low, high, null, null, null);
        var proposal = RankedConcept.Propose([Concept("best", 5, 9, 0, 0), Concept("weak", 1, 2, 167.02m, 367)]).ShouldNotBeNull();
        (proposal.Amount, proposal.Minutes).ShouldBe((Money.Of(33.40m, "EUR"), 73));
    }

    [Fact, Requirement("R004-32")]
    public async Task What_surely_returns_more_is_offered_what_the_weakest_takes_and_a_person_answers()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        var (good, poor) = (await CampaignAsync("Lunch"), await CampaignAsync("Dinner"));
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Production, "Film", Euro(100), Start, Work: good)));
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Production, "Photos", Euro(500), Start, Work: poor)));
        await OrdersAsync("LUNCH", good, 25, 40);
        await OrdersAsync("DINNER", poor, 4, 10);
        var early = await world.RunAsync(new ConceptRanking(plan, ReturnsBy.Campaign));
        (early.Proposal, early.Why).ShouldBe((null, "Nothing is proposed: fewer than two of them have 5 orders and a known cost."));
        await OrdersAsync("DINNER2", poor, 6, 10);

        var ranking = await world.RunAsync(new ConceptRanking(plan, ReturnsBy.Campaign));
        ranking.Concepts.Select(concept => (concept.Title, concept.Orders, concept.Return)).ShouldBe([("Lunch", 25, 10m), ("Dinner", 10, 0.2m)]);
        ranking.Concepts[0].Low.ShouldBe(7.21985m);
        var proposal = ranking.Proposal.ShouldNotBeNull();
        (proposal.FromTitle, proposal.ToTitle, proposal.Amount, proposal.Minutes).ShouldBe(("Dinner", "Lunch", Euro(100), 0));

        (await world.RefusedAsync(new AnswerReallocation(plan, poor, good, Accept: false, Euro(100)))).Code.ShouldBe("reason-empty");
        foreach (var (work, ceiling) in new[] { (poor, 600), (good, 200) })
        {
            await world.RunAsync(new AddBudget(plan, new BudgetSheet(work, Euro(ceiling), Start, new LocalDate(2026, 12, 31), work)));
        }

        var done = await world.RunAsync(new AnswerReallocation(plan, proposal.From, proposal.To, Accept: true, proposal.Amount));
        done.BudgetsMoved.ShouldBeTrue();
        (await world.RunAsync(new BudgetList(plan))).ToDictionary(budget => budget.Sheet.Work!, budget => budget.Sheet.Ceiling).ShouldBe(new Dictionary<string, Money> { [poor] = Euro(500), [good] = Euro(300) }, ignoreOrder: true);
        (await world.RunAsync(new ActionOutline(plan))).Rows.ShouldContain(row => row.Title == "Move €100.00 from “Dinner” to “Lunch”");
        var after = await world.RunAsync(new ConceptRanking(plan, ReturnsBy.Campaign));
        (after.Proposal, after.Why, after.Answers.Single().Action).ShouldBe((null, "The proposal was answered within the last month.", done.Action));

        async Task<string> CampaignAsync(string name) => (await world.RunAsync(new AddCampaign(plan, new CampaignSheet(name, CampaignKind.Community)))).Id.ToString();

        async Task OrdersAsync(string code, string campaign, int count, decimal value)
        {
            await world.RunAsync(new MakeDeal(world.Brand, code, code, Start, new LocalDate(2026, 12, 31), new LinkPlace(Campaign: campaign)));
            foreach (var order in Enumerable.Range(0, count))
            {
                await world.RunAsync(new RecordConversion($"{code}{order}", "sale", Euro(value), Code: code, Brand: world.Brand));
            }
        }
    }

    [Fact, Requirement("R004-11")]
    public async Task A_budget_tells_at_80_and_at_100_per_cent_once_each_and_travels_with_the_plan()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.ReadyPlanAsync();
        var budget = await world.RunAsync(new AddBudget(plan, new BudgetSheet("Films", Euro(1000), Start, new LocalDate(2026, 12, 31))));
        (await world.RefusedAsync(new ChangeBudget(budget.Id, budget.Sheet with { Ceiling = Money.Of(5, "USD") }))).Code.ShouldBe("currency-mixed");
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Production, "Film", Euro(799), Start)));
        (await WatchAsync()).ShouldBe(0);
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Other, "Tape", Euro(1), Start)));
        (await WatchAsync(), await WatchAsync()).ShouldBe((1, 0));
        (await world.RunAsync(new BudgetList(plan))).Single().Use.ShouldSatisfyAllConditions(use => use.Level.ShouldBe(BudgetLevel.Near), use => use.Sentence.ShouldBe("80 % of the €1,000.00 is spent; €200.00 is left."));
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Agency, "Cut", Euro(300), Start, State: CostState.Committed)));
        var use = (await world.RunAsync(new BudgetList(plan))).Single().Use;
        (use.Spent, use.Committed, use.Left, use.Sentence).ShouldBe((Euro(800), Euro(300), Euro(-100), "80 % of the €1,000.00 is spent; with what is committed and planned it comes to €1,100.00, €100.00 more."));
        BudgetUse.Of(Euro(490), [Piece(430.75m, CostState.Spent), Piece(14, CostState.Committed)]).Sentence.ShouldBe("87 % of the €490.00 is spent; €45.25 is left beside €14.00 that are committed.");
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Other, "Light", Euro(200), Start)));
        (await WatchAsync()).ShouldBe(1);
        (await PlanParts.CopyAsync(world, plan, "budgets")).Same.ShouldBeTrue();

        Task<int> WatchAsync() => CountAsync(world);
        CostPiece Piece(decimal amount, CostState state) => new(CostKind.Other, state, Euro(amount), WorkPlace.Nowhere);
    }

    [Theory, BothDatabases, Requirement("R004-11")]
    public async Task What_is_told_of_a_budget_follows_what_is_spent_and_is_news_again_after_it_was_taken_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        await world.RunAsync(new AddBudget(plan, new BudgetSheet("All", Euro(200), Start, new LocalDate(2026, 12, 31))));
        var ads = await ImportAsync();
        (await CountAsync(world)).ShouldBe(1);
        (await ToldAsync()).ShouldBe(["Budget “All”: 85 % of the €200.00 is spent; €30.00 is left."]);
        (await world.RefusedAsync(new AddCost(plan, new CostSheet(CostKind.Other, "Tape", Euro(-1), Start)))).Code.ShouldBe("amount-negative");
        await world.RunAsync(new AddCost(plan, new CostSheet(CostKind.Other, "Tape", Euro(103), Start)));
        string[] beyond = ["Budget “All”: €273.00 are spent: €73.00 more than the €200.00 that may be."];
        (await ToldAsync()).ShouldBe(beyond);
        (await CountAsync(world), await CountAsync(world)).ShouldBe((1, 0));
        (await ToldAsync()).ShouldBe(beyond);
        await world.RunAsync(new UndoAdsImport(ads.Import!.Value));
        (await ToldAsync()).ShouldBeEmpty();
        (await CountAsync(world)).ShouldBe(0);
        await ImportAsync();
        (await CountAsync(world), await CountAsync(world)).ShouldBe((1, 0));
        (await ToldAsync()).ShouldBe(beyond);

        Task<ImportedAds> ImportAsync() => world.RunAsync(new ImportAds(plan, System.Text.Encoding.UTF8.GetBytes("Date,Ad name,Spend,Currency,Clicks\n2026-03-02,Tacos,170,EUR,5\n"), FileName: "ads.csv"));
        async Task<string[]> ToldAsync() => [.. (await world.RunAsync(new TicklerList(world.Brand))).Select(one => one.Words)];
    }

    private static async Task<int> CountAsync(World world)
    {
        var count = 0;
        await world.InScopeAsync<IHandle<WatchBudgets, BudgetsWatched>>(async (db, watch) =>
        {
            count = (await watch.HandleAsync(new WatchBudgets(), TestContext.Current.CancellationToken)).Count;
            await db.SaveAsync(TestContext.Current.CancellationToken);
        });
        return count;
    }

    private static Money Euro(decimal amount) => Money.Of(amount, "EUR");
}
