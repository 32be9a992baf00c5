using Bellwether.Actions;
using Bellwether.Channels;
using Bellwether.Competitors;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Bellwether.Tests.Channels;

public sealed class RelevanceTests
{
    private static readonly LocalDate Today = new(2026, 3, 26);
    private static readonly Relevance Known = new(62, "Survey of 60 guests", new LocalDate(2026, 2, 1), 80, 90, 20);

    [Fact, Requirement("R003-07")]
    public void The_score_is_presence_times_fit_times_capability_less_cost_and_explains_itself()
    {
        var score = RelevanceScore.Of(Known, 0.2m, Today);
        score.Score.ShouldBe(0.2464m);
        score.Below.ShouldBe(false);
        score.Explanation.ShouldBe("audience there 62 % × serves the goals 80 % × we can do it 90 % − share of all we could spend 20 % = 0.2464; at least 0.20.");
        score.Factors.Single(factor => factor.Name == "presence").Why.ShouldBe("Survey of 60 guests, 2026-02-01");
    }

    [Fact, Requirement("R003-07")]
    public void What_nobody_knows_is_not_zero_and_old_evidence_is_stale()
    {
        var unknown = RelevanceScore.Of(Known with { Capability = null }, 0.2m, Today);
        unknown.Score.ShouldBeNull();
        unknown.Below.ShouldBeNull();
        unknown.Explanation.ShouldContain("“we can do it” is missing");
        RelevanceScore.Of(Known with { EvidenceOn = new LocalDate(2024, 9, 26) }, 0.2m, Today).Stale.ShouldBeFalse("18 months to the day");
        RelevanceScore.Of(Known with { EvidenceOn = new LocalDate(2024, 9, 25) }, 0.2m, Today).Stale.ShouldBeTrue();
    }

    [Fact, Requirement("R003-07")]
    public void More_presence_never_makes_a_network_less_relevant_and_more_cost_never_more() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte, byte)>(), some =>
        {
            var (presence, fit, cost) = (some.Item1 % 100, some.Item2 % 101, some.Item3 % 100);
            decimal At(decimal p, decimal c) => RelevanceScore.Of(new Relevance(p, "x", Today, fit, 70, c), 0, Today).Score!.Value;
            return At(presence + 1, cost) >= At(presence, cost) && At(presence, cost + 1) <= At(presence, cost) && At(presence, cost) is >= -1 and <= 1;
        }).QuickCheckThrowOnFailure();

    [Theory, BothDatabases, Requirement("R003-07"), Requirement("R003-12")]
    public async Task Below_the_threshold_a_network_is_entered_only_with_a_reason(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, "tiktok", Status: ChannelStatus.Candidate))).Id;
        (await world.RefusedAsync(new WeighChannel(channel, new Relevance(101)))).Code.ShouldBe("share-out-of-range");
        (await world.RefusedAsync(new WeighChannel(channel, new Relevance(50)))).Code.ShouldBe("evidence-missing");
        (await world.RefusedAsync(new WeighChannel(channel, new Relevance(50, "A hunch", new LocalDate(2031, 1, 1))))).Code.ShouldBe("evidence-from-future");
        var weighed = await world.RunAsync(new WeighChannel(channel, new Relevance(30, "Survey", new LocalDate(2026, 2, 1), 60, 50, 30)));
        weighed.RelevanceScore.Score.ShouldBe(-0.21m);
        weighed.RelevanceScore.Below.ShouldBe(true);
        (await world.RefusedAsync(new DecideChannel(channel, ChannelStatus.Active))).Code.ShouldBe("reason-missing");
        (await world.RunAsync(new DecideChannel(channel, ChannelStatus.Active, "Our suppliers are all there"))).Status.ShouldBe(ChannelStatus.Active);
        (await world.RunAsync(new SetPortfolioRules(plan, LeastRelevance: -0.5m))).LeastRelevance.ShouldBe(-0.5m);
        (await world.RunAsync(new ChannelSheet(channel))).RelevanceScore.Below.ShouldBe(false);
    }

    [Fact, Requirement("R002-23"), Requirement("R003-07")]
    public async Task The_matrix_of_audiences_and_networks_gives_the_presence_until_somebody_says_otherwise_and_why()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram", Status: ChannelStatus.Candidate))).Id;
        await world.RunAsync(new WeighChannel(channel, new Relevance(GoalFit: 80, Capability: 90, Cost: 20)));
        (await world.RunAsync(new ChannelSheet(channel))).RelevanceScore.Explanation.ShouldBe("It cannot be told yet: “audience there” is missing.");

        var today = world.Now.InZone(Clock.Zone("Europe/Berlin")).Date;
        var guests = (await world.RunAsync(new AddAudience(plan, new AudienceSheet("Guests", Size: 3000)))).Id;
        var press = (await world.RunAsync(new AddAudience(plan, new AudienceSheet("Press", Size: 1000)))).Id;
        var staff = (await world.RunAsync(new AddAudience(plan, new AudienceSheet("Staff", Need: ResearchNeed.Internal)))).Id;
        Task UseAsync(Id<Audience> who, decimal share, int monthsAgo) =>
            world.RunAsync(new RecordNetworkUse(who, "instagram", new NetworkUseSheet(share, new Evidence(SourceKind.Survey, "Survey", today.PlusMonths(-monthsAgo)))));
        await UseAsync(guests, 70, 2);
        await UseAsync(press, 30, 18);
        await UseAsync(staff, 100, 1);

        // (3000 × 70 + 1000 × 30) / 4000 = 60 % × 80 % × 90 % − 20 % = 0.232; the brand's own people do not count.
        var score = (await world.RunAsync(new ChannelSheet(channel))).RelevanceScore;
        (score.Score, score.Research!.Share, score.AgeInMonths, score.Stale).ShouldBe((0.232m, 60m, 18, false));
        score.Factors.Single(factor => factor.Name == "presence").Why.ShouldNotBeNull().ShouldEndWith("Together 60 %, by their sizes");
        await UseAsync(press, 30, 19);
        (await world.RunAsync(new ChannelSheet(channel))).RelevanceScore.Stale.ShouldBeTrue("one of them is older than 18 months");

        // The case for the network names whom it is for: then only they count.
        await world.RunAsync(new WriteNetworkCase(plan, "instagram", new CaseSheet(Audience: guests)));
        (await world.RunAsync(new ChannelSheet(channel))).RelevanceScore.Research!.Share.ShouldBe(70);

        var own = new Relevance(40, "Asked at the door", today, 80, 90, 20);
        (await world.RefusedAsync(new WeighChannel(channel, own))).Code.ShouldBe("instead-missing");
        var said = (await world.RunAsync(new WeighChannel(channel, own with { Instead = "Lunch guests are older" }))).RelevanceScore;
        (said.Score, said.Stale).ShouldBe((0.088m, false));
        said.Factors.Single(factor => factor.Name == "presence").Why.ShouldBe($"Asked at the door, {today:uuuu-MM-dd}, instead of 70 % in the research: Lunch guests are older");
        (await world.RunAsync(new WeighChannel(channel, own with { Presence = null }))).RelevanceScore.Score.ShouldBe(0.304m);
    }

    [Theory, BothDatabases, Requirement("R003-12")]
    public async Task A_decision_makes_the_work_or_the_day_to_decide_again(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        await world.RunAsync(new FollowRival((await world.RunAsync(new AddCompetitor(world.Brand, "Burrito Bros"))).Id, "tiktok", "burritobros"));
        var enter = (await world.RunAsync(new AddChannel(plan, "mastodon", Status: ChannelStatus.Candidate))).Id;
        var wait = (await world.RunAsync(new AddChannel(plan, "tiktok", Status: ChannelStatus.Candidate))).Id;
        var entered = await world.RunAsync(new DecideChannel(enter, ChannelStatus.Active));
        entered.DecisionWork.ShouldNotBeNull();
        (await world.RefusedAsync(new DecideChannel(wait, ChannelStatus.Waiting, LookAgainOn: new LocalDate(2026, 3, 25)))).Code.ShouldBe("look-again-passed");
        (await world.RefusedAsync(new DecideChannel(wait, ChannelStatus.Active, LookAgainOn: new LocalDate(2026, 9, 1)))).Code.ShouldBe("look-again-without-wait");
        (await world.RunAsync(new ChannelList(plan))).Select(row => string.Join(", ", row.Rivals)).ShouldBe(["", "Burrito Bros"]);
        var waiting = await world.RunAsync(new DecideChannel(wait, ChannelStatus.Waiting, "No video skills yet", new LocalDate(2026, 9, 1)));
        waiting.LookAgainOn.ShouldBe(new LocalDate(2026, 9, 1));
        await world.RunAsync(new DecideChannel(wait, ChannelStatus.Waiting, "Still none"));
        var work = (await world.RunAsync(new ActionOutline(plan))).Rows;
        work.Select(row => row.Title).ShouldBe(["Set up Mastodon", "Decide again about TikTok"], ignoreOrder: true);
        work.Single(row => row.Id == waiting.DecisionWork).Due.ShouldBe(new LocalDate(2026, 9, 1));
        work.ShouldAllBe(row => row.Accountable == world.Owner);
    }

    [Theory, BothDatabases, Requirement("R003-12")]
    public async Task Ideas_of_operations_stand_by_impact_over_effort_and_become_work_once(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        List<OperationIdeaView> ideas = [await world.RunAsync(new AddOperationIdea(plan, "Cook along live", "Friday at six", "instagram", 4, 5))];
        var best = await world.RunAsync(new AddOperationIdea(plan, "Guests name the dish", Impact: 5, Effort: 2));
        await world.RunAsync(new AddOperationIdea(plan, "A filter with a hat", Impact: 1, Effort: 4));
        (await world.RefusedAsync(new AddOperationIdea(plan, "Too much", Impact: 6))).Code.ShouldBe("impact-out-of-range");
        (await world.RunAsync(new OperationIdeas(plan))).Select(idea => idea.Score).ShouldBe([2.5m, 0.8m, 0.25m]);
        var taken = await world.RunAsync(new TakeUpOperationIdea(best.Id));
        taken.State.ShouldBe(OperationIdeaState.TakenUp);
        (await world.RunAsync(new ActionOutline(plan))).Rows.Single().Id.ShouldBe(taken.Work);
        (await world.RefusedAsync(new TakeUpOperationIdea(best.Id))).Code.ShouldBe("idea-taken-up");
        (await world.RunAsync(new ChangeOperationIdea(ideas[0].Id, Dropped: true))).State.ShouldBe(OperationIdeaState.Dropped);
        (await world.RunAsync(new ChangeOperationIdea(ideas[0].Id, "Cook along with guests", Impact: 5, Dropped: false))).Score.ShouldBe(1);
        (await world.RunAsync(new OperationIdeas(plan)))[^1].Title.ShouldBe("Guests name the dish", "what was taken up comes last");
    }
}
