using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Publishing;

public sealed class SourceTroubleTests
{
    [Fact, Requirement("R002-20")]
    public async Task A_tracking_method_that_points_to_a_disconnected_account_is_warned_of_at_once()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var world = stage.World;
        var account = await stage.AccountAsync(connect: false);
        var plan = await world.PlanAsync();
        var goal = (await world.RunAsync(new AddGoal(plan, "More people hear of us"))).Id;
        KpiSheet Sheet(string source, string? subject = null) => new("followers", TargetType.IncreaseTo, 200, 100, Source: source, Subject: subject, Collector: world.Owner, Frequency: PeriodLength.Week);

        var stated = await world.RunAsync(new AddKpiTarget(goal, Sheet("profile of @taco1, each Monday")));
        stated.SourceTrouble.ShouldBe("@taco1 is not connected. Connect it under Settings, Networks.");
        (await world.RunAsync(new AddKpiTarget(goal, Sheet("spreadsheet")))).SourceTrouble.ShouldBeNull("a place that is no account is not judged");

        await world.RunAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "good" }));
        (await world.RunAsync(new MeasurementPlan(plan))).ShouldAllBe(line => line.SourceTrouble == null);

        // The connection dies after the method was stated.
        await world.InScopeAsync<TimeProvider>(async (db, clock) =>
        {
            (await db.Set<Connection>().SingleAsync(TestContext.Current.CancellationToken)).Break("The token was withdrawn.", clock.Now());
            await db.SaveAsync(TestContext.Current.CancellationToken);
        });
        var line = (await world.RunAsync(new MeasurementPlan(plan))).Single(line => line.SourceTrouble is not null);
        line.Source.ShouldBe("profile of @taco1, each Monday");
        line.SourceTrouble!.ShouldContain("no longer accepts the sign-in of @taco1");
        var detail = await world.RunAsync(new GoalDetail(goal));
        detail.Targets.Count(target => target.SourceTrouble is not null).ShouldBe(1);
        detail.Row.Smart.Single(letter => letter.Letter == 'M').Reason.ShouldContain("Connect it again");
        (await world.RunAsync(new PlanGates(plan))).Findings.Single(gate => gate.Code == "kpi-source-disconnected").Blocks.ShouldBeFalse();
    }
}
