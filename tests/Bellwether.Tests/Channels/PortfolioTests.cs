using Bellwether.Audits;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Channels;

public sealed class PortfolioTests
{
    [Fact, Requirement("R003-06")]
    public void Six_channels_of_five_posts_of_45_minutes_need_22_and_a_half_hours_and_8_fit_two()
    {
        var hours = ChannelEffort.Usual.HoursAWeek(5, 45);
        hours.ShouldBe(3.75m);
        var capacity = Capacity.Of([.. Enumerable.Range(1, 6).Select(n => new CapacityNeed($"channel {n}", hours))], 8);
        capacity.Needed.ShouldBe(22.5m);
        capacity.Fitting.ShouldBe(["channel 1", "channel 2"]);
        capacity.Message.ShouldContain("fits 2 of 6 channels");
        Capacity.Of([new CapacityNeed("a", 3)], null).Message.ShouldContain("Nobody has said");
        Capacity.Of([new CapacityNeed("a", 3)], 3).Message.ShouldEndWith("It fits.");
    }

    [Fact, Requirement("R003-06")]
    public void Advice_ranks_by_contribution_per_hour_and_gives_its_reasons()
    {
        var findings = Focus.Of([new("a", 40, 0.10m), new("b", 20, 0.60m), new("c", 30, 0.28m), new("d", 10, 0.02m), new("e", 10, null)]);
        findings.Select(finding => finding.Key).ShouldBe(["b", "c", "a", "d", "e"]);
        findings.Select(finding => finding.Advice).ShouldBe([FocusAdvice.Grow, FocusAdvice.Keep, FocusAdvice.Trim, FocusAdvice.Leave, null]);
        findings[0].PerHour.ShouldBe(0.03m);
        findings[0].Reason.ShouldBe("Give it more: 60 % of the results for 20 % of the hours.");
        findings[1].EffortShare.ShouldBe(0.3m);
        Focus.Of([new("a", 50, 0.7m), new("b", 50, 0.3m)])[1].Advice.ShouldBe(FocusAdvice.Trim);
        Focus.Of([new("a", 5, 1m)]).Single().Reason.ShouldContain("nothing to compare");
    }

    [Fact, Requirement("R003-06")]
    public void A_channel_without_a_number_is_not_judged_and_one_that_brought_nothing_is_left()
    {
        var shares = Contribution.Of([new("g", "a", 90), new("g", "b", 0), new("g", "c", null), new("h", "a", 10), new("h", "b", 10), new("h", "c", null)]);
        shares["a"].ShouldBe(0.75m);
        shares["b"].ShouldBe(0.25m);
        shares["c"].ShouldBeNull();
        Contribution.Of([new("g", "a", 5), new("g", "b", -3)])["b"].ShouldBe(0, "what shrank brought nothing");
    }

    [Fact, Requirement("R003-06")]
    public void The_shares_of_all_channels_add_up_to_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte, byte)[]>(), values =>
        {
            var results = values.SelectMany((row, goal) => new[] { row.Item1, row.Item2, row.Item3 }.Select((value, channel) => new GoalResult($"{goal}", $"{channel}", value))).ToList();
            var sum = Contribution.Of(results).Values.Sum(share => share ?? 0);
            return results.Sum(result => result.Value ?? 0) == 0 ? sum == 0 : Math.Abs(sum - 1) < 0.000001m;
        }).QuickCheckThrowOnFailure();

    [Fact, Requirement("R003-06")]
    public void What_fits_never_needs_more_than_there_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte[], byte)>(), some =>
        {
            var needs = (some.Item1 ?? []).Select((hours, place) => new CapacityNeed($"{place}", hours)).ToList();
            var capacity = Capacity.Of(needs, some.Item2);
            return needs.Where(need => capacity.Fitting.Contains(need.Key)).Sum(need => need.Hours) <= some.Item2 && capacity.Needed == needs.Sum(need => need.Hours);
        }).QuickCheckThrowOnFailure();

    [Theory, BothDatabases, Requirement("R003-06")]
    public async Task Recorded_hours_money_and_results_make_the_portfolio(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan, "100 leads");
        await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("leads", TargetType.IncreaseTo, 100, 0, new LocalDate(2026, 1, 1), Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 12, 31))));
        var accounts = new List<Id<SocialAccount>>();
        foreach (var network in new[] { "instagram", "x", "tiktok" })
        {
            accounts.Add((await world.RunAsync(new AddSocialAccount(world.Brand, network, "taco", Purpose: "News"))).Id);
            await world.RunAsync(new AddChannel(plan, Account: accounts[^1]));
        }

        await world.RunAsync(new SetPlanHours(plan, world.Owner, 9));
        (await world.RunAsync(new ChannelPortfolio(plan))).Capacity.Available.ShouldBe(9, "hours for the plan count where nobody said any for its channels");
        await world.RunAsync(new SetPortfolioRules(plan, MinutesPerPost: 60, Hours: [new PersonHours(world.Owner, 6)], HourCost: Money.Of(25, "EUR")));
        (await world.RefusedAsync(new SetPortfolioRules(plan, HourCost: Money.Of(25, "USD")))).Code.ShouldBe("currency-of-another-brand");
        await world.RunAsync(new SetCadence(accounts[0], new HowOften(), new HowOften(1, 3, 5)));
        await world.RunAsync(new RecordObservations(world.Brand,
        [
            new ObservationEntry("leads", accounts[0].ToString(), new LocalDate(2026, 3, 2), PeriodLength.Week, 30),
            new ObservationEntry("leads", accounts[1].ToString(), new LocalDate(2026, 3, 2), PeriodLength.Week, 10),
            new ObservationEntry("hours_spent", accounts[0].ToString(), new LocalDate(2026, 3, 2), PeriodLength.Week, 10),
            new ObservationEntry("hours_spent", accounts[1].ToString(), new LocalDate(2026, 3, 2), PeriodLength.Week, 30),
            new ObservationEntry("cost_total", accounts[0].ToString(), new LocalDate(2026, 3, 2), PeriodLength.Week, 50),
        ]));
        var view = await world.RunAsync(new ChannelPortfolio(plan));
        view.Channels.Select(row => row.Network).ShouldBe(["instagram", "x", "tiktok"]);
        var first = view.Channels[0];
        (first.Contribution, first.Hours, first.HoursRecorded, first.PostsAWeek, first.HoursAWeek).ShouldBe((0.75m, 10m, true, 3, 3m));
        first.PerHour.ShouldBe(0.075m);
        first.Cost.ShouldBe(Money.Of(300, "EUR"));
        first.CostPerPoint.ShouldBe(Money.Of(4, "EUR"));
        first.Advice.ShouldBe(FocusAdvice.Grow);
        view.Channels[1].Advice.ShouldBe(FocusAdvice.Trim);
        view.Channels[2].Advice.ShouldBeNull("unknown is not zero");
        view.Capacity.Available.ShouldBe(6);
        view.Channels.Single(row => row.Network == "x").Fits.ShouldBeFalse("X asks for 3 posts a day");
        (await world.RunAsync(new PlanGates(plan))).Findings.ShouldContain(finding => finding.Code == "channels-over-capacity" && !finding.Blocks);
    }
}
