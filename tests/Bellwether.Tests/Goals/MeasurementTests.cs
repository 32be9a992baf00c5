using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Goals;

public sealed class MeasurementTests
{
    [Theory, BothDatabases]
    [Requirement("R004-26")]
    [Requirement("R004-20")]
    public async Task The_measurement_plan_names_indicator_source_collector_and_what_is_overdue(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        await scene.CompleteAsync("Leads");
        await scene.CompleteAsync("Visits", "sessions_social");
        await scene.RecordAsync("leads", (new LocalDate(2026, 2, 2), 12), (new LocalDate(2026, 3, 24), 14));
        await scene.RecordAsync("sessions_social", (new LocalDate(2026, 3, 16), 100));
        var lines = await scene.World.RunAsync(new MeasurementPlan(scene.Plan));
        lines.Select(line => (line.Metric, line.Overdue)).ShouldBe([("sessions_social", true), ("leads", false)]);
        var leads = lines[1];
        (leads.Indicator, leads.Source, leads.CollectorName, leads.Frequency).ShouldBe(("Leads generated", "spreadsheet", "Ana", PeriodLength.Week));
        (leads.FirstValueOn, leads.LastValueOn, leads.DueOn).ShouldBe((new LocalDate(2026, 2, 2), new LocalDate(2026, 3, 24), new LocalDate(2026, 3, 31)));
        (await scene.World.RunAsync(new MeasurementPlan(scene.Plan, OverdueOnly: true))).ShouldHaveSingleItem().Metric.ShouldBe("sessions_social");
    }

    [Fact]
    [Requirement("R001-15")]
    public async Task Forty_clicks_expected_in_seven_days_and_31_come()
    {
        await using var scene = await Scene.OnAsync();
        var post = (await scene.World.PostAsync()).Id.ToString();
        await scene.World.RunAsync(new StateExpectation(scene.Plan, post, "link_clicks", 40, 7, Words: "Expect 40 clicks in 7 days"));
        (await scene.World.RunAsync(new ExpectationList(scene.Plan))).ShouldHaveSingleItem().Actual.ShouldBeNull();
        scene.World.Clock.Advance(TimeSpan.FromDays(8));
        await scene.RecordAsync(post, "link_clicks", PeriodLength.Day, (Scene.Today, 20), (Scene.Today.PlusDays(6), 11), (Scene.Today.PlusDays(7), 500));
        var result = (await scene.World.RunAsync(new ExpectationList(scene.Plan, post))).ShouldHaveSingleItem();
        (result.Actual, result.Variance, result.VariancePercent, result.Over, result.AfterTheFact).ShouldBe((31, -9, -0.225m, true, false));
    }

    [Fact]
    [Requirement("R001-15")]
    public async Task An_expectation_stated_when_the_result_exists_is_marked()
    {
        await using var scene = await Scene.OnAsync();
        var post = (await scene.World.PostAsync()).Id.ToString();
        await scene.RecordAsync(post, "link_clicks", PeriodLength.Day, (Scene.Today, 20));
        (await scene.World.RunAsync(new StateExpectation(scene.Plan, post, "link_clicks", 20, 7))).AfterTheFact.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    [Requirement("R001-18")]
    public async Task The_baseline_is_frozen_when_the_plan_comes_into_force_and_changes_through_a_revision_only(DatabaseKind on)
    {
        await using var scene = await Scene.OnAsync(on);
        var goal = await scene.GoalAsync("Leads");
        var sheet = scene.Sheet("leads", 10, 200);
        var target = await scene.TargetAsync(goal, sheet);
        await InForceAsync(scene);
        (await scene.DetailAsync(goal)).Targets[0].Frozen.ShouldNotBeNull().ShouldSatisfyAllConditions(
            frozen => frozen.Baseline.ShouldBe(10), frozen => frozen.Target.ShouldBe(200), frozen => frozen.Number.ShouldBe(1));
        (await scene.World.RefusedAsync(new ChangeKpiTarget(target, sheet with { Baseline = 50 }))).Code.ShouldBe("baseline-frozen");
        (await scene.World.RefusedAsync(new RemoveKpiTarget(target))).Code.ShouldBe("baseline-frozen");
        (await scene.World.RunAsync(new ChangeKpiTarget(target, sheet with { Source = "CRM" }))).Sheet.Source.ShouldBe("CRM");
    }

    private static async Task InForceAsync(Scene scene)
    {
        await using var scope = scene.World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(scene.World.Workspace.Value);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        (await db.FindAsync(scene.Plan, "plan", TestContext.Current.CancellationToken)).Activate(scene.World.Now);
        foreach (var reaction in scope.ServiceProvider.GetServices<IReact<PlanActivated>>().Where(one => one.GetType().Namespace == typeof(Goal).Namespace))
        {
            await reaction.ReactAsync(new PlanActivated(scene.Plan, scene.World.Brand, 1), TestContext.Current.CancellationToken);
        }

        await db.SaveAsync(TestContext.Current.CancellationToken);
    }
}
