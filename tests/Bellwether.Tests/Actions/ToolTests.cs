using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Plans;
using Bellwether.Tests.Support;
using Bellwether.Today;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Actions;

/// <summary>It is 26 March 2026; the plan runs through that year.</summary>
public sealed class ToolTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R002-04"), Requirement("R002-19")]
    public async Task Before_a_plan_is_activated_each_of_its_three_parts_that_is_missing_is_named_with_the_way_there(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var findings = (await world.RunAsync(new PlanGates(plan))).Findings;
        findings.Where(one => one.Code is "no-audit" or "few-goals" or "no-tools").Select(one => (one.Step, one.Blocks)).ShouldBe([("Audits", false), ("Goals", false), ("Actions", false)]);
        var finding = findings.Single(one => one.Code == "no-tools");
        finding.Message.ShouldContain("Beside the audit and the goals");
        finding.Path.ShouldBe("/actions/tools");

        // The plan may insist on any of them; what it insists on travels with it.
        await world.RunAsync(new ChangeGateRules(plan, [GateChoice.NoTools, GateChoice.FewGoals]));
        (await world.RunAsync(new PlanGates(plan))).Findings.Where(one => one.Code is "no-audit" or "few-goals" or "no-tools").Select(one => (one.Code, one.Blocks))
            .ShouldBe([("few-goals", true), ("no-tools", true), ("no-audit", false)], ignoreOrder: true);
        (await world.RefusedAsync(new ActivatePlan(plan))).Message.ShouldContain("The plan names no tools");
        (await PlanParts.WriteAsync(world, plan, nextCycle: true, "plan"))["plan"]!["insists"]!.AsArray().Select(each => each!.GetValue<string>()).ShouldBe(["fewGoals", "noTools"]);
        (await world.RunAsync(new ChangeGateRules(plan, []))).Blocking.ShouldBeEmpty();
        (await world.RunAsync(new PlanGates(plan))).Findings.ShouldNotContain(one => one.Blocks);

        await world.RunAsync(new SayNoTools(plan, "Everything is done by hand at the counter."));
        await NoFindingAsync("no-tools");
        await world.RunAsync(new TakeBackNoTools(plan));
        var tool = await world.RunAsync(new AddTool(plan, new ToolSheet("Planner", "Know what goes out")));
        await NoFindingAsync("no-tools");
        (await world.RunAsync(new PlanGates(plan))).Findings.Single(one => one.Code == "tool-without-owner").Message.ShouldContain("“Planner”");
        await world.RunAsync(new ChangeTool(tool.Id, tool.Sheet with { Owner = world.Owner }));
        await NoFindingAsync("tool-without-owner");

        async Task NoFindingAsync(string code) => (await world.RunAsync(new PlanGates(plan))).Findings.ShouldNotContain(one => one.Code == code);
    }

    [Theory, BothDatabases, Requirement("R002-04")]
    public async Task No_tools_needs_a_reason_and_goes_away_with_the_first_tool(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        (await world.RefusedAsync(new SayNoTools(plan, " "))).Code.ShouldBe("reason-empty");
        await world.RunAsync(new SayNoTools(plan, "By hand."));
        (await world.RunAsync(new ToolInventory(plan))).NoTools.ShouldBe("By hand.");
        await world.RunAsync(new AddTool(plan, new ToolSheet("Planner", "Know what goes out")));
        (await world.RunAsync(new ToolInventory(plan))).NoTools.ShouldBeNull();
        (await world.RefusedAsync(new SayNoTools(plan, "By hand."))).Code.ShouldBe("tools-listed");
    }

    [Theory, BothDatabases, Requirement("R002-04")]
    public async Task Costs_add_up_by_the_month_in_the_brands_currency_and_others_stand_beside_them(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await AddAsync(world, plan, "Planner", 30, CostPeriod.Month);
        await AddAsync(world, plan, "Statistics", 90, CostPeriod.Quarter);
        await AddAsync(world, plan, "Pictures", 100, CostPeriod.Year);
        await AddAsync(world, plan, "Camera", 420, CostPeriod.Once);
        await AddAsync(world, plan, "Newsletter", 12, CostPeriod.Month, "USD");
        await AddAsync(world, plan, "Old planner", 99, CostPeriod.Month, until: Today.PlusDays(-1));
        await AddAsync(world, plan, "Map", 0, CostPeriod.Month);
        await world.RunAsync(new AddTool(plan, new ToolSheet("Unknown", "Nobody knows the price")));

        var inventory = await world.RunAsync(new ToolInventory(plan));
        inventory.Costs.ShouldBe(
        [
            new ToolCostSum(Money.Of(68.33m, "EUR"), Money.Of(420, "EUR")),
            new ToolCostSum(Money.Of(12, "USD"), Money.Zero("USD")),
        ]);
        inventory.Tools.Single(tool => tool.Sheet.Name == "Pictures").PerMonth.ShouldBe(Money.Of(8.33m, "EUR"));
        inventory.Tools.Single(tool => tool.Sheet.Name == "Unknown").Missing.ShouldBe(["owner", "cost", "access", "renewal"]);
        inventory.Tools.Single(tool => tool.Sheet.Name == "Map").Missing.ShouldNotContain("renewal");
    }

    [Theory]
    [InlineData(CostPeriod.Month, null, null, 3)]
    [InlineData(CostPeriod.Quarter, null, null, 1)]
    [InlineData(CostPeriod.Year, null, null, 1)]
    [InlineData(CostPeriod.Once, null, null, 1)]
    // Paid on the 15th since November: January, February and March fall into the plan.
    [InlineData(CostPeriod.Month, "2025-11-15", null, 3)]
    [InlineData(CostPeriod.Year, "2025-11-15", null, 0)]
    [InlineData(CostPeriod.Once, "2025-11-15", null, 0)]
    [InlineData(CostPeriod.Month, null, "2026-02-01", 2)]
    [InlineData(CostPeriod.Month, "2026-01-31", "2026-03-01", 2)]
    [InlineData(CostPeriod.Month, "2026-04-01", null, 0)]
    public void Each_payment_counts_on_the_day_its_period_begins(CostPeriod every, string? since, string? until, int payments)
    {
        static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        var plan = new Plan(Id<Bellwether.Brands.Brand>.New(), "More guests");
        var tool = new Tool(plan, new ToolSheet("Planner", "Know what goes out", Cost: Money.Of(10, "EUR"), Every: every, Since: Day(since), Until: Day(until)));
        ToolCosts.Paid(tool, new LocalDate(2026, 1, 1), Today).ShouldBe(Money.Of(10 * payments, "EUR"));
    }

    [Theory, BothDatabases, Requirement("R002-04")]
    public async Task A_renewal_is_something_to_do_for_its_owner_from_fourteen_days_before_until_it_is_renewed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var ben = await world.MemberAsync("Ben");
        async Task<ToolView> Renewed(string name, LocalDate day, Id<Member>? owner, LocalDate? until = null) =>
            await world.RunAsync(new AddTool(plan, new ToolSheet(name, "Work", owner, Money.Of(10, "EUR"), CostPeriod.Quarter, RenewsOn: day, Until: until)));
        (await Renewed("Passed", Today.PlusDays(-1), ben)).Renewal.ShouldBe(RenewalState.Passed);
        var soon = await Renewed("Soon", Today.PlusDays(14), ben);
        (soon.Renewal, soon.RenewalDays).ShouldBe((RenewalState.Soon, 14));
        (await Renewed("Later", Today.PlusDays(15), ben)).Renewal.ShouldBe(RenewalState.Ahead);
        (await Renewed("Given up", Today.PlusDays(3), ben, Today.PlusDays(2))).Renewal.ShouldBe(RenewalState.Over);
        await Renewed("Nobody's", Today, null);

        (await ForAsync(ben)).ShouldBe(["Passed", "Nobody's", "Soon"]);
        (await ForAsync(world.Owner)).ShouldBe(["Nobody's"]);
        (await world.RunAsync(new RenewTool(soon.Id))).Sheet.RenewsOn.ShouldBe(Today.PlusDays(14).PlusMonths(3));
        (await ForAsync(ben)).ShouldBe(["Passed", "Nobody's"]);
        (await world.RefusedAsync(new RenewTool(soon.Id, Today))).Code.ShouldBe("renewal-backwards");

        async Task<IEnumerable<string>> ForAsync(Id<Member> member) =>
            (await world.RunAsync(new TodayPage(world.Brand), Role.Editor, member)).Tools.Select(tool => tool.Sheet.Name);
    }

    [Fact, Requirement("R002-04")]
    public async Task A_renewal_that_passed_is_told_to_the_owner_of_the_tool_once_and_goes_when_it_is_renewed()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var ben = await world.MemberAsync("Ben");
        var tool = await world.RunAsync(new AddTool(plan, new ToolSheet("Planner", "Work", ben, Money.Of(10, "EUR"), CostPeriod.Quarter, RenewsOn: Today)));
        (await LookAsync(0)).ShouldBe([], "on the day itself it has not passed");
        (await LookAsync(1)).ShouldBe([$"The renewal of Planner passed on {Today:uuuu-MM-dd}. Say when it is renewed next, or its last day."]);
        (await LookAsync(1)).Count.ShouldBe(1);
        (await world.RunAsync(new TicklerList(world.Brand))).ShouldBeEmpty("it is Ben's");
        await world.RunAsync(new RenewTool(tool.Id));
        (await LookAsync(0)).ShouldBeEmpty();
        (await LookAsync(100)).Count.ShouldBe(1, "the next quarter passed too");
        var open = (await world.RunAsync(new ToolInventory(plan))).Tools.Single();
        await world.RunAsync(new ChangeTool(open.Id, open.Sheet with { Until = Today.PlusDays(3) }));
        (await world.RunAsync(new TicklerList(world.Brand), Role.Editor, ben)).ShouldBeEmpty("it was given up");

        async Task<List<string>> LookAsync(int days)
        {
            world.Clock.Advance(TimeSpan.FromDays(days));
            await world.Services.GetRequiredService<ToolWatch>().RunAsync(TestContext.Current.CancellationToken);
            return [.. (await world.RunAsync(new TicklerList(world.Brand), Role.Editor, ben)).Select(row => row.Words)];
        }
    }

    [Theory, BothDatabases, Requirement("R002-04"), Requirement("R004-02")]
    public async Task A_tool_shows_what_the_register_of_research_says_of_it(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var entry = await world.RunAsync(new AddTechnique(plan, new TechniqueSheet(
            "Planner", TechniqueKind.Tool, TechniqueStatus.Adopt, "Half the time", [new Evidence(SourceKind.Observation, "Two weeks side by side", Today.PlusDays(-9))], [new TechniqueOpinion("Ben", "Ugly")])));
        var tool = await world.RunAsync(new AddTool(plan, new ToolSheet("Planner", "Know what goes out", Technique: entry.Id)));
        (tool.Standing, tool.StandingWhy).ShouldBe((TechniqueStatus.Adopt, "Half the time"));
        tool.Evidence.ShouldBe(["Two weeks side by side"]);
        await world.RunAsync(new RemoveTechnique(entry.Id));
        (await world.RunAsync(new ToolInventory(plan))).Tools.Single().Standing.ShouldBeNull();

        var other = await world.RunAsync(new AddTechnique(await world.PlanAsync("Other"), new TechniqueSheet("Planner", TechniqueKind.Tool, TechniqueStatus.Trial)));
        (await world.RefusedAsync(new AddTool(plan, new ToolSheet("Second", "Work", Technique: other.Id)))).Code.ShouldBe("other-plan");
    }

    [Theory, BothDatabases]
    public async Task Bad_sheets_are_refused_with_the_field_that_is_wrong(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var good = new ToolSheet("Planner", "Know what goes out");
        (await world.RefusedAsync(new AddTool(plan, good with { Cost = new Money(-1, "EUR") }))).Fields.Single().Field.ShouldBe("cost");
        (await world.RefusedAsync(new AddTool(plan, good with { Name = " " }))).Fields.Single().Field.ShouldBe("name");
        (await world.RefusedAsync(new AddTool(plan, good with { Purpose = "" }))).Fields.Single().Field.ShouldBe("purpose");
        (await world.RefusedAsync(new AddTool(plan, good with { Since = Today, Until = Today.PlusDays(-1) }))).Code.ShouldBe("ends-before-start");
        (await world.RefusedAsync(new AddTool(plan, good with { Owner = Id<Member>.New() }))).Kind.ShouldBe(ProblemKind.NotFound);
        var tool = await world.RunAsync(new AddTool(plan, good));
        (await world.RefusedAsync(new AddTool(plan, good with { Name = " planner " }))).Code.ShouldBe("tool-twice");
        await world.RunAsync(new ChangeTool(tool.Id, good with { Purpose = "Something else" }, tool.Version));
        (await world.RefusedAsync(new ChangeTool(tool.Id, good, tool.Version))).Kind.ShouldBe(ProblemKind.Conflict);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new RenewTool(tool.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Theory, BothDatabases, Requirement("R002-04"), Requirement("R002-14")]
    public async Task Tools_and_what_is_asked_for_are_parts_of_the_plan_file_and_the_next_cycle_keeps_what_is_in_use(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.ReadyPlanAsync();
        var entry = await world.RunAsync(new AddTechnique(plan, new TechniqueSheet("Planner", TechniqueKind.Tool, TechniqueStatus.Trial)));
        await world.RunAsync(new AddTool(plan, new ToolSheet("Planner", "Know what goes out", world.Owner, Money.Of(9.5m, "EUR"), CostPeriod.Quarter, "Ana", Today, Technique: entry.Id)));
        await world.RunAsync(new AddTool(plan, new ToolSheet("Camera", "Pictures", Cost: Money.Of(420, "USD"), Every: CostPeriod.Once)));
        await AddAsync(world, plan, "Old planner", 99, CostPeriod.Month, until: Today);
        await world.RunAsync(new AskForBudget(plan, Money.Of(2400, "EUR"), Today.PlusDays(9), "Pictures"));
        await world.RunAsync(new ApproveBudget(plan, Money.Of(2000, "EUR")));

        var (copy, same) = await PlanParts.CopyAsync(world, plan, "research", "tools", "budget");
        same.ShouldBeTrue();
        var copied = await world.RunAsync(new SignOffs(copy));
        copied.Ask.ShouldBe(new BudgetAskView(Money.Of(2400, "EUR"), Today.PlusDays(9), "Pictures"));
        copied.All.ShouldBeEmpty("no file can approve anything");

        var next = await PlanParts.WriteAsync(world, plan, nextCycle: true, "tools", "budget");
        next["budget"].ShouldBeNull();
        var tools = next["tools"]!["tools"]!.AsArray();
        tools.Select(tool => tool!["name"]!.GetValue<string>()).ShouldBe(["Camera", "Planner"]);
        tools[0]!["since"]!.GetValue<string>().ShouldBe("2026-01-01", "what was paid once is not paid again");
    }

    private static Task<ToolView> AddAsync(World world, Id<Plan> plan, string name, decimal cost, CostPeriod every, string currency = "EUR", LocalDate? until = null) =>
        world.RunAsync(new AddTool(plan, new ToolSheet(name, "Work", Cost: Money.Of(cost, currency), Every: every, Until: until)));
}
