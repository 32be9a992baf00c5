using Bellwether.Audits;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Audits;

public sealed class AuditSessionTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R002-21")]
    public async Task A_closed_audit_is_a_dated_picture_that_no_longer_changes(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "taco", Purpose: "Show the kitchen", Owner: world.Owner));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("followers", account.Id.ToString(), Today.PlusDays(-2), Value: 1180), new ObservationEntry("followers", account.Id.ToString(), Today.PlusDays(-45), Value: 900)]));
        var open = await world.RunAsync(new OpenAudit(world.Brand));
        open.Title.ShouldBe("Audit of 2026-03");
        open.Figures.Single().ShouldBe(new AuditFigure(account.Id, "followers", 1180, Today.PlusDays(-2), "numbers on file"));
        (await world.RefusedAsync(new OpenAudit(world.Brand))).Code.ShouldBe("audit-open");
        await world.RunAsync(new RecordAuditFigure(open.Id, account.Id, "reach", 5200, Source: "Insights"));
        (await world.RefusedAsync(new RecordAuditFigure(open.Id, account.Id, "followers", -1))).Code.ShouldBe("observation-below-least");
        (await world.RefusedAsync(new RecordAuditFigure(open.Id, account.Id, "reach", 5, Today.PlusDays(1)))).Code.ShouldBe("observation-in-future");
        var closed = await world.RunAsync(new CloseAudit(open.Id, "Instagram carries everything."));
        closed.Closed.ShouldBeTrue();
        await world.RunAsync(new ChangeSocialAccount(account.Id, Purpose: "Something else", Handle: "tacos"));
        var later = await world.RunAsync(new AuditDetail(open.Id));
        (later.Accounts.Single().Handle, later.Accounts.Single().Purpose, later.Accounts.Single().Owner).ShouldBe(("taco", "Show the kitchen", "Ana"));
        later.Summary.ShouldBe("Instagram carries everything.");
        foreach (var no in new[]
        {
            await world.RefusedAsync(new RecordAuditFigure(open.Id, account.Id, "reach", 1)), await world.RefusedAsync(new RemoveAuditFigure(open.Id, account.Id, "reach")),
            await world.RefusedAsync(new TakeAuditFigures(open.Id)), await world.RefusedAsync(new CloseAudit(open.Id)), await world.RefusedAsync(new DiscardAudit(open.Id)),
        })
        {
            (no.Kind, no.Code).ShouldBe((ProblemKind.Conflict, "audit-closed"));
        }

        var reach = await world.RunAsync(new MetricSeries(account.Id.ToString(), "reach", Today.PlusDays(-30), Today));
        reach.Points.Single().Value.ShouldBe(5200, "what was typed is on file too");
    }

    [Theory, BothDatabases, Requirement("R002-21")]
    public async Task A_goal_begins_from_the_audited_number(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var one = await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "taco", Purpose: "News"));
        var other = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        var audit = await world.RunAsync(new OpenAudit(world.Brand));
        await world.RunAsync(new RecordAuditFigure(audit.Id, one.Id, "followers", 1180));
        await world.RunAsync(new RecordAuditFigure(audit.Id, other.Id, "followers", 320));
        var goal = await world.GoalAsync(await world.PlanAsync());
        (await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("followers", TargetType.IncreaseTo, 2000)))).Sheet.Baseline.ShouldBeNull("an open audit is no baseline");
        await world.RunAsync(new CloseAudit(audit.Id));
        var ofAccount = (await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("followers", TargetType.IncreaseTo, 2000, Subject: one.Id.ToString())))).Sheet;
        (ofAccount.Baseline, ofAccount.BaselineOn).ShouldBe((1180m, Today));
        (await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("followers", TargetType.IncreaseTo, 2000)))).Sheet.Baseline.ShouldBe(1500m, "the brand is the sum of its accounts");
        (await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("followers", TargetType.IncreaseTo, 2000, 1000)))).Sheet.Baseline.ShouldBe(1000m, "what one says oneself stands");
        (await world.RunAsync(new AddKpiTarget(goal, new KpiSheet("leads", TargetType.IncreaseTo, 20)))).Sheet.Baseline.ShouldBeNull("no data is not zero");
    }

    [Theory, BothDatabases, Requirement("R002-21")]
    public async Task A_plan_without_a_recent_audit_is_warned_of_and_not_blocked(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        async Task<GateFinding?> Of(string code) => (await world.RunAsync(new PlanGates(plan))).Findings.FirstOrDefault(finding => finding.Code == code);
        (await Of("no-audit"))!.Blocks.ShouldBeFalse();
        await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Status: AccountStatus.Unexplained));
        (await Of("account-without-purpose"))!.Message.ShouldContain("taco");
        await world.RunAsync(new CloseAudit((await world.RunAsync(new OpenAudit(world.Brand))).Id));
        (await Of("no-audit")).ShouldBeNull();
        world.Clock.Advance(TimeSpan.FromDays(180));
        (await Of("audit-old")).ShouldBeNull();
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await Of("audit-old"))!.Message.ShouldContain("181 days ago");
    }
}
