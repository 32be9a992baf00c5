using Bellwether.Campaigns;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class ExpectationWatchTests
{
    [Theory]
    [Requirement("R002-11")]
    [InlineData(6, 20, 0.000255)]
    [InlineData(20, 20, 0.559093)]
    [InlineData(0, 3, 0.049787)]
    public void So_few_would_come_by_chance_so_often(int came, int expected, double chance) =>
        ShortfallCheck.ChanceOfSoFew(came, expected).ShouldNotBeNull().ShouldBe(chance, 1e-6);

    [Fact]
    [Requirement("R002-11")]
    public async Task Six_leads_of_twenty_raise_an_alarm_once_and_the_reaction_is_timed()
    {
        await using var scene = await Scene.OnAsync();
        var campaign = await StateAsync(scene);
        scene.World.Clock.Advance(TimeSpan.FromDays(4));
        await scene.RecordAsync(campaign, "leads", PeriodLength.Day, (Scene.Today, 3), (Scene.Today.PlusDays(2), 3));
        await WatchAsync(scene);
        await WatchAsync(scene);
        (await RaisedAsync(scene)).ShouldBe([ExpectationAlarm.Short]);
        var seen = await OneAsync(scene);
        seen.Alarm.ShouldBe(ExpectationAlarm.Short);
        // Day 5 has come: all twenty are asked for, P(X ≤ 6 | 20).
        seen.ChanceOfSoFew.ShouldNotBeNull().ShouldBe(0.000255, 1e-6);
        scene.World.Clock.Advance(TimeSpan.FromHours(3));
        var reacted = await scene.World.RunAsync(new ReactToExpectation(seen.Id, "Put the form on the first page", scene.World.Owner));
        (reacted.Reaction, reacted.HoursToReact).ShouldBe(("Put the form on the first page", 3));
        var made = await scene.World.RunAsync(new Bellwether.Actions.ActionOutline(scene.Plan));
        made.Rows.ShouldHaveSingleItem().Title.ShouldBe("Put the form on the first page");
        (await scene.World.RefusedAsync(new ReactToExpectation(seen.Id, "Again"))).Code.ShouldBe("reacted-already");
    }

    [Fact]
    [Requirement("R002-11")]
    public async Task Missing_numbers_are_no_data_and_not_falling_short()
    {
        await using var scene = await Scene.OnAsync();
        await StateAsync(scene);
        scene.World.Clock.Advance(TimeSpan.FromDays(3));
        await WatchAsync(scene);
        (await RaisedAsync(scene)).ShouldBe([ExpectationAlarm.NoData]);
    }

    [Fact]
    [Requirement("R001-15")]
    public async Task What_was_expected_counts_for_calibration_unless_it_was_said_afterwards()
    {
        await using var scene = await Scene.OnAsync();
        var (post, other) = ((await scene.World.PostAsync()).Id.ToString(), (await scene.World.PostAsync()).Id.ToString());
        await scene.World.RunAsync(new StateExpectation(scene.Plan, post, "link_clicks", 40, 7));
        await scene.RecordAsync(other, "link_clicks", PeriodLength.Day, (Scene.Today, 20));
        (await scene.World.RunAsync(new StateExpectation(scene.Plan, other, "link_clicks", 20, 7))).AfterTheFact.ShouldBeTrue();
        scene.World.Clock.Advance(TimeSpan.FromDays(8));
        await scene.RecordAsync(post, "link_clicks", PeriodLength.Day, (Scene.Today, 20), (Scene.Today.PlusDays(6), 12));
        var calibration = await scene.World.RunAsync(new Calibration(scene.Plan));
        (calibration.All.Numbers, calibration.LeftOut).ShouldBe((1, 1));
        calibration.All.Mape.ShouldNotBeNull().ShouldBe(8 / 32.0, 1e-9);
        (await scene.World.RunAsync(new ExpectationList(scene.Plan, post))).ShouldHaveSingleItem().ByName.ShouldBe("Ana");
    }

    [Fact]
    [Requirement("R004-26")]
    public async Task A_late_number_is_asked_for_once_for_each_day_it_was_due()
    {
        await using var scene = await Scene.OnAsync();
        await scene.CompleteAsync("Leads");
        await scene.RecordAsync("leads", (new LocalDate(2026, 3, 10), 12));
        await WatchAsync(scene);
        (await CountAsync<CollectionOverdue>(scene)).ShouldBe(0, "nobody is asked before the plan is in force");
        await scene.World.SeeAsync(async db =>
        {
            (await db.FindAsync(scene.Plan, "plan", TestContext.Current.CancellationToken)).Activate(scene.World.Now);
            await db.SaveAsync(TestContext.Current.CancellationToken);
            return true;
        });
        await WatchAsync(scene);
        await WatchAsync(scene);
        (await CountAsync<CollectionOverdue>(scene)).ShouldBe(1);
        await scene.RecordAsync("leads", (Scene.Today, 13));
        scene.World.Clock.Advance(TimeSpan.FromDays(9));
        await WatchAsync(scene);
        (await CountAsync<CollectionOverdue>(scene)).ShouldBe(2);
    }

    [Fact]
    [Requirement("R000-10")]
    public async Task Advertising_is_decided_with_a_ceiling_that_spending_is_held_against()
    {
        await using var scene = await Scene.OnAsync();
        (await scene.World.RunAsync(new AdvertisingOf(scene.Plan))).Current.ShouldBeNull();
        (await scene.World.RefusedAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "Try it", -5))).Code.ShouldBe("budget-negative");
        (await scene.World.RefusedAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "Try it"))).Code.ShouldBe("ceiling-missing");
        (await scene.World.RefusedAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "Try it", 500, "USD"))).Code.ShouldBe("currency-mixed");
        (await scene.World.RefusedAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Later, "Not now", LookAgainOn: Scene.Today))).Code.ShouldBe("day-missing");
        await scene.World.RunAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.No, "No money"));
        await scene.World.InScopeAsync<AdvertisingBook>(async (_, book) =>
            (await Should.ThrowAsync<ProblemException>(() => book.RequireAllowedAsync(scene.Plan, TestContext.Current.CancellationToken))).Code.ShouldBe("advertising-not-decided"));
        await scene.World.RunAsync(new DecideAdvertising(scene.Plan, AdvertisingChoice.Yes, "A sponsor", 500));
        await scene.World.InScopeAsync<AdvertisingBook>((_, book) => book.RequireAllowedAsync(scene.Plan, TestContext.Current.CancellationToken));
        await scene.RecordAsync("ad_spend", (Scene.Today, 399));
        (await scene.World.RunAsync(new AdvertisingOf(scene.Plan))).Warning.ShouldBeNull();
        await scene.RecordAsync("ad_spend", (Scene.Today.PlusDays(-1), 11));
        (await scene.World.RunAsync(new AdvertisingOf(scene.Plan))).Warning.ShouldNotBeNull().ShouldStartWith("82 %");
        await scene.RecordAsync("ad_spend", (Scene.Today.PlusDays(-2), 100));
        var over = await scene.World.RunAsync(new AdvertisingOf(scene.Plan));
        over.Warning.ShouldNotBeNull().ShouldContain("The ceiling is reached");
        over.History.Select(decision => decision.Choice).ShouldBe([AdvertisingChoice.Yes, AdvertisingChoice.No]);
    }

    /// <summary>Twenty leads in five days; the campaign they are expected of.</summary>
    private static async Task<string> StateAsync(Scene scene)
    {
        var campaign = (await scene.World.RunAsync(new AddCampaign(scene.Plan, new CampaignSheet("Lunch weeks", CampaignKind.Content)))).Id.ToString();
        await scene.World.RunAsync(new StateExpectation(scene.Plan, campaign, "leads", 20, 5));
        return campaign;
    }

    private static async Task<ExpectationView> OneAsync(Scene scene) => (await scene.World.RunAsync(new ExpectationList(scene.Plan))).Single();

    private static Task WatchAsync(Scene scene) => ((GoalWatch)scene.World.Services.GetService(typeof(GoalWatch))!).RunAsync(TestContext.Current.CancellationToken);

    private static Task<List<ExpectationAlarm>> RaisedAsync(Scene scene) => scene.World.SeeAsync(async db =>
        (await db.Set<OutboxEvent>().ToListAsync()).Select(row => row.Read()).OfType<ExpectationAlarmed>().Select(raised => raised.Alarm).ToList());

    private static Task<int> CountAsync<T>(Scene scene) => scene.World.SeeAsync(async db => (await db.Set<OutboxEvent>().ToListAsync()).Count(row => row.Read() is T));
}
