using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

[Requirement("R001-20")]
public sealed class AssumptionTests
{
    private static readonly LocalDate June = new(2026, 6, 30);
    private static readonly GuessSheet ClickRate = new(0.02m, 0.015m, 0.025m, June);

    [Theory, BothDatabases]
    public async Task A_click_rate_of_11_in_a_thousand_breaks_the_guess_of_15_to_25_and_its_owner_hears_of_it(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var assumption = await AssumeAsync(scene);
        assumption.Verdict.ShouldBeNull();
        assumption.DueOn.ShouldBe(June);
        await RateAsync(scene, new LocalDate(2026, 5, 4), 60, 6000);
        await RateAsync(scene, new LocalDate(2026, 6, 1), 50, 4000);
        await JudgeAsync(scene);
        (await OneAsync(scene)).Verdict.ShouldBeNull();
        await RunUntilAsync(scene, June.PlusDays(1));
        var broken = await OneAsync(scene);
        broken.Verdict.ShouldBe(AssumptionVerdict.Broken);
        var outcome = broken.Guesses[0].Outcome.ShouldNotBeNull();
        (outcome.Observed, outcome.Trials).ShouldBe((0.011m, 10_000L));
        outcome.Low.ShouldNotBeNull().ShouldBe(0.0091m, 0.00005m);
        outcome.High.ShouldNotBeNull().ShouldBe(0.0132m, 0.00005m);
        outcome.Words.ShouldContain("110 of 10,000 is 1.1 %");
        (await RaisedAsync<AssumptionBroken>(scene)).ShouldBe(1);
        (await scene.World.RunAsync(new TicklerList(scene.World.Brand))).ShouldHaveSingleItem().Words.ShouldContain("110 of 10,000 is 1.1 %");
        await JudgeAsync(scene);
        (await RaisedAsync<AssumptionBroken>(scene)).ShouldBe(1, "nobody is told twice");
        (await scene.World.RefusedAsync(new RemoveAssumption(broken.Id))).Code.ShouldBe("assumption-judged");
    }

    [Theory]
    [InlineData(200, 10_000, AssumptionVerdict.Held)]
    [InlineData(110, 10_000, AssumptionVerdict.Broken)]
    [InlineData(2, 100, AssumptionVerdict.Held)]
    [InlineData(1, 100, AssumptionVerdict.Untestable)]
    [InlineData(1, 20, AssumptionVerdict.Untestable)]
    [InlineData(0, 10_000, AssumptionVerdict.Broken)]
    public void A_rate_is_judged_with_its_interval(int clicks, int shown, AssumptionVerdict verdict) =>
        GuessTest.Of(ShippedMetrics.Find("ctr")!, Guess(0.02m, 0.015m, 0.025m), [new Point(new LocalDate(2026, 4, 6), PeriodLength.Week, (decimal)clicks / shown, clicks, shown)], June.PlusDays(1)).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(35, AssumptionVerdict.Held)]
    [InlineData(34, AssumptionVerdict.Broken)]
    [InlineData(51, AssumptionVerdict.Broken)]
    public void A_count_is_what_it_is(int leads, AssumptionVerdict verdict) =>
        GuessTest.Of(ShippedMetrics.Find("leads")!, Guess(40, 35, 50), [new Point(new LocalDate(2026, 4, 6), PeriodLength.Week, leads)], June.PlusDays(1)).Verdict.ShouldBe(verdict);

    [Fact]
    public void Numbers_from_before_and_after_its_days_do_not_count()
    {
        Point At(LocalDate day, decimal value) => new(day, PeriodLength.Day, value);
        var outcome = GuessTest.Of(ShippedMetrics.Find("leads")!, Guess(40, 35, 50), [At(Scene.Today.PlusDays(-1), 100), At(Scene.Today, 20), At(June, 20), At(June.PlusDays(1), 100)], June.PlusDays(2));
        (outcome.Verdict, outcome.Observed).ShouldBe((AssumptionVerdict.Held, 40));
    }

    [Fact]
    public async Task Without_numbers_it_waits_a_fortnight_and_is_untestable_then()
    {
        await using var scene = await Scene.OnAsync();
        await AssumeAsync(scene);
        await RunUntilAsync(scene, June.PlusDays(10));
        (await OneAsync(scene)).ShouldSatisfyAllConditions(one => one.Verdict.ShouldBeNull(), one => one.Waiting.ShouldBeTrue());
        await RunUntilAsync(scene, June.PlusDays(15));
        (await OneAsync(scene)).Verdict.ShouldBe(AssumptionVerdict.Untestable);
        await RateAsync(scene, new LocalDate(2026, 6, 1), 200, 10_000);
        (await scene.World.RunAsync(new TestAssumption((await OneAsync(scene)).Id))).Verdict.ShouldBe(AssumptionVerdict.Held);
    }

    [Fact]
    public async Task What_cannot_be_tested_is_refused()
    {
        await using var scene = await Scene.OnAsync();
        async Task<string> CodeAsync(GuessSheet guess, string reasoning = "Last year it was 1.8 %") =>
            (await scene.World.RefusedAsync(new AddAssumption(scene.Plan, "People click", reasoning, "ctr", guess))).Code;
        (await CodeAsync(ClickRate with { Value = null })).ShouldBe("guess-missing");
        (await CodeAsync(ClickRate, " ")).ShouldBe("reasoning-empty");
        (await CodeAsync(ClickRate with { TestDate = Scene.Today.PlusDays(-1), From = Scene.Today.PlusDays(-30) })).ShouldBe("test-date-before-creation");
        (await CodeAsync(ClickRate with { TestDate = null })).ShouldBe("test-date-missing");
        (await CodeAsync(ClickRate with { Low = 0.03m })).ShouldBe("range-empty");
        (await CodeAsync(ClickRate with { Value = 0.03m })).ShouldBe("guess-outside-range");
        (await CodeAsync(ClickRate with { Confidence = 1 })).ShouldBe("confidence-out-of-range");
        (await CodeAsync(ClickRate with { Value = -0.01m, Low = -0.02m })).ShouldBe("observation-below-least");
        var early = await AssumeAsync(scene);
        (await scene.World.RefusedAsync(new TestAssumption(early.Id))).Code.ShouldBe("test-too-early");
    }

    [Theory, BothDatabases]
    public async Task A_revised_guess_stands_beside_the_old_one_and_both_are_judged_on_their_days(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var assumption = await AssumeAsync(scene);
        scene.World.Clock.Advance(TimeSpan.FromDays(20));
        var revised = await scene.World.RunAsync(new ReviseAssumption(assumption.Id, new GuessSheet(0.011m, 0.009m, 0.013m, new LocalDate(2026, 7, 31), 0.6m, Why: "The first month was weak")));
        revised.Guesses.Select(guess => (guess.Revision, guess.Value)).ShouldBe([(2, 0.011m), (1, 0.02m)]);
        revised.DueOn.ShouldBe(June);
        await RateAsync(scene, new LocalDate(2026, 6, 1), 110, 10_000);
        await RunUntilAsync(scene, June.PlusDays(1));
        (await OneAsync(scene)).ShouldSatisfyAllConditions(
            one => one.Verdict.ShouldBeNull("the newest guess is still open"), one => one.Guesses[1].Outcome!.Verdict.ShouldBe(AssumptionVerdict.Broken), one => one.DueOn.ShouldBe(new LocalDate(2026, 7, 31)));
        await RunUntilAsync(scene, new LocalDate(2026, 8, 1));
        (await OneAsync(scene)).ShouldSatisfyAllConditions(one => one.Verdict.ShouldBe(AssumptionVerdict.Held), one => one.DueOn.ShouldBeNull());
        var all = (await scene.World.RunAsync(new Calibration(scene.Plan))).All;
        (all.Tested, all.HitRate).ShouldBe((2, 0.5));
        all.Brier.ShouldNotBeNull().ShouldBe(((0.8 * 0.8) + (0.4 * 0.4)) / 2, 1e-9);
        all.Mape.ShouldNotBeNull().ShouldBe((0.009 / 0.011) / 2, 1e-6);
    }

    [Fact]
    public async Task A_guess_stated_when_the_number_is_there_teaches_nothing()
    {
        await using var scene = await Scene.OnAsync();
        await RateAsync(scene, Scene.Today, 200, 10_000);
        var late = await scene.World.RunAsync(new AddAssumption(scene.Plan, "People click", "I have seen it", "ctr", ClickRate with { TestDate = Scene.Today }));
        late.Guesses[0].AfterTheFact.ShouldBeTrue();
        (await scene.World.RunAsync(new TestAssumption(late.Id))).Verdict.ShouldBe(AssumptionVerdict.Held);
        var calibration = await scene.World.RunAsync(new Calibration(scene.Plan));
        (calibration.All.Tested, calibration.LeftOut, calibration.All.Brier).ShouldBe((0, 1, null));
    }

    [Fact]
    public void Four_confidences_and_what_came_score_0_225()
    {
        CalibrationScore.Brier([(0.9, true), (0.7, true), (0.4, false), (0.8, false)]).ShouldNotBeNull().ShouldBe(0.225, 1e-12);
        CalibrationScore.Brier([(0.5, true), (0.5, false)]).ShouldBe(CalibrationScore.Coin);
        CalibrationScore.Brier([]).ShouldBeNull();
        CalibrationScore.Mape([(90, 100), (120, 100), (5, 0)]).ShouldNotBeNull().ShouldBe(0.15, 1e-12);
        CalibrationScore.Mape([(5, 0)]).ShouldBeNull();
        CalibrationScore.HitRate([(1, 3, 2), (1, 3, 4)]).ShouldBe(0.5);
    }

    [Fact]
    public async Task Each_person_is_scored_by_its_own_guesses()
    {
        await using var scene = await Scene.OnAsync();
        var ben = await scene.World.MemberAsync("Ben");
        await AssumeAsync(scene);
        await scene.World.RunAsync(new AddAssumption(scene.Plan, "Few click", "Nobody knows us", "ctr", new GuessSheet(0.011m, 0.009m, 0.013m, June, 0.9m)), Role.Editor, ben);
        await RateAsync(scene, new LocalDate(2026, 6, 1), 110, 10_000);
        await RunUntilAsync(scene, June.PlusDays(1));
        var people = (await scene.World.RunAsync(new Calibration(scene.Plan))).People.ToDictionary(line => line.Name!, line => line.Brier);
        people["Ana"].ShouldNotBeNull().ShouldBe(0.64, 1e-9);
        people["Ben"].ShouldNotBeNull().ShouldBe(0.01, 1e-9);
    }

    [Fact]
    public async Task A_goal_names_what_it_rests_on_and_an_assumption_changes_hands()
    {
        await using var scene = await Scene.OnAsync();
        var goal = await scene.GoalAsync("Clicks");
        var assumption = await AssumeAsync(scene);
        var ben = await scene.World.MemberAsync("Ben");
        var changed = await scene.World.RunAsync(new ChangeAssumption(assumption.Id, Goal: goal, Owner: ben, Statement: "One in fifty clicks"));
        (changed.GoalTitle, changed.OwnerName, changed.Statement).ShouldBe(("Clicks", "Ben", "One in fifty clicks"));
        (await scene.DetailAsync(goal)).Assumptions.ShouldHaveSingleItem().Id.ShouldBe(assumption.Id);
        (await scene.World.RunAsync(new AssumptionList(scene.Plan, Goal: goal))).Count.ShouldBe(1);
        (await scene.World.RunAsync(new ChangeAssumption(assumption.Id, Clear: ["goal", "owner"]))).ShouldSatisfyAllConditions(one => one.Goal.ShouldBeNull(), one => one.Owner.ShouldBeNull());
        await scene.World.RunAsync(new RemoveAssumption(assumption.Id));
        (await scene.World.RunAsync(new AssumptionList(scene.Plan))).ShouldBeEmpty();
    }

    internal static Task<AssumptionView> AssumeAsync(Scene scene) =>
        scene.World.RunAsync(new AddAssumption(scene.Plan, "Two in a hundred click", "Last year it was 1.8 %", "ctr", ClickRate));

    private static Guess Guess(decimal value, decimal low, decimal high) => new(1, Scene.Today, null, value, low, high, 0.8m, Scene.Today, June);

    private static async Task<AssumptionView> OneAsync(Scene scene) => (await scene.World.RunAsync(new AssumptionList(scene.Plan))).Single();

    private static Task RateAsync(Scene scene, LocalDate day, decimal clicks, decimal shown)
    {
        MoveTo(scene, day);
        return scene.World.RunAsync(new RecordObservations(scene.World.Brand, [new ObservationEntry("ctr", scene.World.Brand.ToString(), day, PeriodLength.Day, Numerator: clicks, Denominator: shown)]));
    }

    private static Task RunUntilAsync(Scene scene, LocalDate day)
    {
        MoveTo(scene, day);
        return JudgeAsync(scene);
    }

    /// <summary>Six in the morning of a day in Berlin, unless it is later already.</summary>
    private static void MoveTo(Scene scene, LocalDate day)
    {
        var wait = Clock.Resolve(day.At(new LocalTime(6, 0)), DateTimeZoneProviders.Tzdb["Europe/Berlin"]) - scene.World.Now;
        if (wait > Duration.Zero)
        {
            scene.World.Clock.Advance(wait.ToTimeSpan());
        }
    }

    private static Task JudgeAsync(Scene scene) =>
        scene.World.Services.GetService(typeof(GoalWatch)) is GoalWatch watch ? watch.RunAsync(TestContext.Current.CancellationToken) : throw new InvalidOperationException();

    private static Task<int> RaisedAsync<T>(Scene scene) => scene.World.SeeAsync(async db =>
        (await db.Set<OutboxEvent>().ToListAsync()).Count(row => row.Read() is T));
}
