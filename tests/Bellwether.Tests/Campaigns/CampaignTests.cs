using Bellwether.Actions;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Measures;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tests.Campaigns;

/// <summary>Campaigns as people plan them. It is Thu 26 March 2026 in Berlin.</summary>
public sealed class CampaignTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);

    [Theory, BothDatabases, Requirement("R002-12")]
    public async Task A_campaign_is_planned_started_ended_taken_out_and_put_back(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        var added = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", CampaignKind.Community)));
        (added.Tag, added.Status, added.Gauge, added.GaugeWords).ShouldBe(("spring-menu", CampaignStatus.Draft, null, "not gauged"));
        added.Kpis.Select(kpi => kpi.Metric).ShouldBe(CampaignKpis.For(CampaignKind.Community));
        (await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring Menu!")))).Tag.ShouldBe("spring-menu-2");
        (await world.RefusedAsync(new AddCampaign(plan, new CampaignSheet("Another", Tag: "spring-menu")))).Code.ShouldBe("tag-taken");

        var sheet = new CampaignSheet("Spring menu", CampaignKind.Content, Today, Today.PlusDays(13), world.Owner, [goal], [channel], [new CampaignKpi("leads", 20)], About: "Asparagus");
        var changed = await world.RunAsync(new ChangeCampaign(added.Id, sheet, added.Version));
        (changed.GaugeWords, changed.Owner, changed.Kpis.Single().Target).ShouldBe(("no data", world.Owner, 20m));
        changed.Goals.ShouldBe([goal]);
        changed.Channels.ShouldBe([channel]);
        (await world.RefusedAsync(new ChangeCampaign(added.Id, sheet, added.Version))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RefusedAsync(new ChangeCampaign(added.Id, sheet with { Goals = [await world.GoalAsync(await world.PlanAsync("Another"))] }))).Code.ShouldBe("goal-of-other-plan");
        (await world.RefusedAsync(new ChangeCampaign(added.Id, sheet with { Kpis = [new CampaignKpi("luck")] }))).Code.ShouldBe("metric-unknown");

        (await world.RunAsync(new MoveCampaign(added.Id, CampaignMove.Start))).Status.ShouldBe(CampaignStatus.Running);
        world.Clock.Advance(TimeSpan.FromDays(14));
        (await world.RunAsync(new CampaignList(plan))).Campaigns[0].Hints.ShouldContain(hint => hint.StartsWith("Its last day is over"));
        (await world.RunAsync(new MoveCampaign(added.Id, CampaignMove.End, "Sold out twice"))).Note.ShouldBe("Sold out twice");

        await world.RunAsync(new RemoveCampaign(added.Id));
        (await world.RunAsync(new CampaignList(plan))).Campaigns.Select(row => row.Tag).ShouldBe(["spring-menu-2"]);
        (await world.RefusedAsync(new CampaignDetail(added.Id))).Kind.ShouldBe(ProblemKind.NotFound);
        (await world.RunAsync(new RestoreCampaign(added.Id))).Status.ShouldBe(CampaignStatus.Ended);
        await world.RunAsync(new RemoveGoal(goal));
        (await world.RunAsync(new CampaignDetail(added.Id))).Campaign.GaugeWords.ShouldBe("not gauged", "the goal is gone, and with it the means of gauging");
    }

    [Fact, Requirement("R000-10")]
    public async Task What_is_paid_needs_the_decision_and_is_held_against_its_ceiling()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var ads = new CampaignSheet("Boost", CampaignKind.Advertising);
        (await world.RefusedAsync(new AddCampaign(plan, ads))).Code.ShouldBe("advertising-not-decided");
        (await world.RefusedAsync(new AddCampaign(plan, new CampaignSheet("Lunch", Budget: Money.Of(10, "EUR"))))).Code.ShouldBe("advertising-not-decided");
        var free = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Lunch")));
        (await world.RefusedAsync(new ChangeCampaign(free.Id, new CampaignSheet("Lunch", CampaignKind.Advertising)))).Code.ShouldBe("advertising-not-decided");
        (await world.RunAsync(new CampaignList(plan))).Paid.Allowed.ShouldBeFalse();

        await world.RunAsync(new DecideAdvertising(plan, AdvertisingChoice.Yes, "A sponsor", 500));
        (await world.RefusedAsync(new AddCampaign(plan, ads with { Budget = Money.Of(100, "USD") }))).Code.ShouldBe("currency-mixed");
        (await world.RefusedAsync(new AddCampaign(plan, ads with { Budget = Money.Of(-1, "EUR") }))).Code.ShouldBe("budget-negative");
        var paid = await world.RunAsync(new AddCampaign(plan, ads with { Budget = Money.Of(400, "EUR"), From = Today, Until = Today.PlusDays(6) }));
        await world.RunAsync(new ChangeCampaign(free.Id, new CampaignSheet("Lunch", Budget: Money.Of(100, "EUR"))));
        var within = (await world.RunAsync(new CampaignList(plan))).Paid;
        (within.Planned, within.Ceiling, within.Warning).ShouldBe((Money.Of(500, "EUR"), Money.Of(500, "EUR"), null));
        await world.RunAsync(new ChangeCampaign(free.Id, new CampaignSheet("Lunch", Budget: Money.Of(150.5m, "EUR"))));
        (await world.RunAsync(new CampaignList(plan))).Paid.Warning.ShouldBe("The budgets of the campaigns come to €550.50, €50.50 more than the ceiling of €500.00.");

        await world.RunAsync(new DecideAdvertising(plan, AdvertisingChoice.No, "The sponsor left"));
        (await world.RefusedAsync(new MoveCampaign(paid.Id, CampaignMove.Start))).Code.ShouldBe("advertising-not-decided");
        (await world.RunAsync(new ChangeCampaign(paid.Id, ads with { Name = "Boost, perhaps", Budget = Money.Of(400, "EUR") }))).Name.ShouldBe("Boost, perhaps", "what is planned already can still be written about");
        (await world.RefusedAsync(new ChangeCampaign(paid.Id, ads with { Budget = Money.Of(401, "EUR") }))).Code.ShouldBe("advertising-not-decided");
        await world.RunAsync(new RemoveCampaign(paid.Id));
        (await world.RefusedAsync(new RestoreCampaign(paid.Id))).Code.ShouldBe("advertising-not-decided");
    }

    [Fact, Requirement("R004-17")]
    public async Task Quotients_that_nobody_recorded_are_made_of_what_was()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        await world.RunAsync(new DecideAdvertising(plan, AdvertisingChoice.Yes, "A sponsor", 500));
        var campaign = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Boost", CampaignKind.Advertising)));
        var subject = campaign.Id.ToString();
        (await world.RunAsync(new CampaignDetail(campaign.Id))).Figures.ShouldAllBe(figure => figure.Value == null && figure.Why == "no data");
        await world.RunAsync(new RecordObservations(world.Brand,
        [
            new ObservationEntry("ad_spend", subject, Today, Value: 120), new ObservationEntry("leads", subject, Today, Value: 8),
            new ObservationEntry("revenue_social", subject, Today, Value: 300), new ObservationEntry("link_clicks", subject, Today, Value: 50),
        ]));
        var figures = (await world.RunAsync(new CampaignDetail(campaign.Id))).Figures.ToDictionary(figure => figure.Metric);
        (figures["ad_spend"].Value, figures["cpl"].Value, figures["roas"].Value).ShouldBe((120, 15, 2.5m));
        figures["cpl"].Of.ShouldBe("ad spend ÷ leads");
        (figures["ctr"].Value, figures["ctr"].Why).ShouldBe((null, "no data"), "nobody counted impressions");
    }

    [Fact, Requirement("R002-12"), Requirement("R000-27")]
    public async Task Campaigns_and_channels_without_a_goal_are_not_gauged_and_every_level_says_what_is_unmeasured()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        await world.RunAsync(new AddChannel(plan, "bluesky"));
        await world.RunAsync(new WriteMission(channel, "To fill the tables at noon.", goal));
        await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Lunch weeks", Goals: [goal])));
        await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Funny pictures", Kpis: [])));
        var given = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Given up")));
        await world.RunAsync(new MoveCampaign(given.Id, CampaignMove.Cancel, "No time"));
        (await world.RunAsync(new Gauges(plan))).Select(gauge => (gauge.Kind, gauge.Title, gauge.Words)).ShouldBe(
            [("channel", "Instagram", "no data"), ("channel", "Bluesky", "not gauged"), ("campaign", "Lunch weeks", "no data"), ("campaign", "Funny pictures", "not gauged")], ignoreOrder: true);
        var levels = await world.RunAsync(new MetricCoverage(plan));
        levels.Select(level => level.Level).ShouldBe(["business objectives", "objectives", "goals", "channels", "campaigns", "actions"]);
        var campaigns = levels.Single(level => level.Level == "campaigns");
        (campaigns.All, string.Join(", ", campaigns.Unmeasured)).ShouldBe((2, "Funny pictures"));
    }

    [Fact, Requirement("R000-17"), Requirement("R002-11")]
    public async Task Work_belongs_to_a_campaign_and_what_is_done_about_a_shortfall_joins_it()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var campaign = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Spring menu", Owner: world.Owner)));
        var subject = campaign.Id.ToString();
        var tactic = (await world.RunAsync(new AddTactic(plan, "Ask on the market"))).Id;
        var action = (await world.RunAsync(new AddActionItem(plan, "Print cards", Id<Tactic>.Parse(tactic)))).Id;
        (await world.RunAsync(new JoinCampaign(tactic, campaign.Id))).Campaign.ShouldBe(campaign.Id);
        var other = await world.RunAsync(new AddCampaign(await world.PlanAsync("Another"), new CampaignSheet("Elsewhere")));
        (await world.RefusedAsync(new JoinCampaign(action, other.Id))).Code.ShouldBe("campaign-of-other-plan");

        await world.RunAsync(new StateExpectation(plan, subject, "leads", 20, 5));
        world.Clock.Advance(TimeSpan.FromDays(4));
        await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("leads", subject, Today, Value: 6)]));
        await world.Services.GetRequiredService<GoalWatch>().RunAsync(TestContext.Current.CancellationToken);
        await world.Services.GetRequiredService<IHandOver>().DrainAsync(TestContext.Current.CancellationToken);
        var told = (await world.RunAsync(new TicklerList(world.Brand))).ShouldHaveSingleItem();
        (told.Path, told.Words).ShouldBe(($"/campaigns/{subject}", "“Spring menu” brings less than you expect, and chance does not explain it. Try: open the link as a stranger would, on a telephone; look whether the number arrives at all; say it again at another hour, in other words."));
        var alarmed = (await world.RunAsync(new ExpectationList(plan, subject))).ShouldHaveSingleItem();
        (alarmed.Variance, alarmed.VariancePercent).ShouldBe((-14, -0.7m));
        await world.RunAsync(new ReactToExpectation(alarmed.Id, "Put the form on the first page"));
        var work = (await world.RunAsync(new ActionOutline(plan))).Rows;
        work.Where(row => row.Campaign == campaign.Id).Select(row => row.Title).ShouldBe(["Ask on the market", "Print cards", "Put the form on the first page"], "an action belongs to the campaign of its tactic");
        (await PlanParts.CopyAsync(world, plan, "campaigns", "actions")).Same.ShouldBeTrue();
        (await world.RunAsync(new JoinCampaign(tactic))).Campaign.ShouldBeNull();
    }

    [Fact]
    public async Task Campaigns_travel_with_the_plan_and_begin_anew_in_the_next_cycle()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        await world.RunAsync(new DecideAdvertising(plan, AdvertisingChoice.Yes, "A sponsor", 500));
        var lunch = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Lunch", CampaignKind.Advertising, Today, Today.PlusDays(6), world.Owner, [goal], Kpis: [new CampaignKpi("leads", 20)], Budget: Money.Of(100, "EUR"))));
        await world.RunAsync(new MoveCampaign(lunch.Id, CampaignMove.Start));
        var over = await world.RunAsync(new AddCampaign(plan, new CampaignSheet("Over", From: Today, Until: Today)));
        await world.RunAsync(new MoveCampaign(over.Id, CampaignMove.Cancel, "No time"));
        (await PlanParts.CopyAsync(world, plan, "goals", "campaigns")).Same.ShouldBeTrue();
        var next = (await PlanParts.WriteAsync(world, plan, nextCycle: true, "campaigns"))["campaigns"]!["campaigns"]!.AsArray().ShouldHaveSingleItem()!;
        (next["name"]!.GetValue<string>(), next["from"], next["budget"], next["status"]).ShouldBe(("Lunch", null, null, null));
        (await world.RunAsync(new PlanJournal(plan, Subject: over.Id.ToString()))).Items.Select(line => (line.What, line.Why)).ShouldContain(("gave up the campaign “Over”", "No time"));
    }
}
