using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Channels;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tests.Calendar;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Channels;

/// <summary>What channels read out of the posts that went out.</summary>
public sealed class PublishedPostsTests
{
    [Theory, BothDatabases, Requirement("R003-13")]
    public async Task The_share_of_posts_with_a_starter_and_the_conversation_rate_with_and_without(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.AccountAsync("x");
        await world.RunAsync(new AddChannel(plan, Account: account));
        (await world.RunAsync(new ConversationShare(plan))).Share.ShouldBeNull("nothing went out: no data, not zero");
        await world.RunAsync(new AddConversationStarter(plan, "Which salsa first?"));
        var posts = new List<(string, decimal)>();
        for (var i = 0; i < 20; i++)
        {
            var asks = i < 6;
            var post = await world.PlannedAsync(account, asks ? $"Dish {i} of today. Which salsa first?" : $"Dish number {i} is on", i + 1);
            posts.Add((post.ToString(), asks ? 4 : 1));
        }

        await world.LetPassAsync(25);
        await world.NumberAsync("comments", [.. posts]);
        var share = await world.RunAsync(new ConversationShare(plan));
        (share.Posts, share.WithStarter, share.Share).ShouldBe((20, 6, 0.3m));
        (share.With.Rate, share.Without.Rate).ShouldBe((4m, 1m));
        (share.With.Posts + share.Without.Posts).ShouldBe(share.Posts);
        share.Interval.ShouldNotBeNull().Trials.ShouldBe(20);
        share.Message.ShouldBe("6 of 20 posts start a conversation (30 %). They get 4 comments each, the others 1.");
        share.Starters.Single().Posts.ShouldBe(6);
    }

    [Theory, BothDatabases, Requirement("R002-32"), Requirement("R002-40")]
    public async Task A_mission_of_leads_with_no_lead_post_among_the_last_ten_is_shown_with_them_and_with_times(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var leads = await world.GoalAsync(plan, "30 leads a month");
        var other = await world.GoalAsync(plan, "More followers");
        var account = await world.AccountAsync("linkedin");
        var channel = (await world.RunAsync(new AddChannel(plan, Account: account))).Id;
        var theme = (await world.RunAsync(new AddContentPillar(plan, "Offers"))).Id;
        await world.RunAsync(new WriteMission(channel, "Generate leads from offices nearby.", leads, [theme]));
        for (var i = 0; i < 12; i++)
        {
            await world.PlannedAsync(account, $"A nice picture {i}", i + 1, plan, other);
        }

        await world.LetPassAsync(14);
        var slipped = (await world.RunAsync(new MissionWatch(plan))).Single();
        (slipped.Fitting, slipped.Looked).ShouldBe((0, 10));
        slipped.Reasons[0].ShouldBe("0 of the last 10 posts fit the mission.");
        slipped.Mission.ShouldBe("Generate leads from offices nearby.");
        slipped.Deviating.Count.ShouldBe(10);
        slipped.Openings.ShouldNotBeEmpty();
        slipped.Openings.ShouldAllBe(at => at > world.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime);

        for (var i = 0; i < 5; i++)
        {
            await world.PlannedAsync(account, $"Offer {i}", i + 1, plan, leads);
            await world.PlannedAsync(account, $"Another offer {i}", i + 1.2, plan, other, theme);
        }

        await world.LetPassAsync(7);
        var kept = (await world.RunAsync(new MissionWatch(plan))).Single();
        (kept.Fitting, kept.Reasons.Count, kept.Deviating.Count).ShouldBe((10, 0, 0));
    }

    [Fact, Requirement("R002-32")]
    public async Task A_goal_that_lags_brings_the_mission_back_with_what_deviates_and_times_to_make_up()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var plan = await world.PlanAsync();
        var (leads, other) = (await world.GoalAsync(plan, "More followers"), await world.GoalAsync(plan, "Fun"));
        await world.RunAsync(new AddKpiTarget(leads, new KpiSheet("followers", TargetType.IncreaseTo, 1600, 1000, Start: new LocalDate(2026, 1, 1), Deadline: new LocalDate(2026, 6, 30))));
        var account = await world.AccountAsync("linkedin");
        var channel = (await world.RunAsync(new AddChannel(plan, Account: account))).Id;
        await world.RunAsync(new WriteMission(channel, "Win followers who eat at noon.", leads));
        await world.RunAsync(new SetCadence(account, new HowOften(), new HowOften(Target: 3)));
        await world.PlannedAsync(account, "A cat", 1, plan, other);
        await world.LetPassAsync(2);
        var today = world.Now.InUtc().Date;

        // Of 180 days 86 or so are over: some 285 of the 600 are expected, and 80 % of that is lagging.
        async Task<IReadOnlyList<string>> ReasonsAsync(decimal followers)
        {
            await world.RunAsync(new RecordObservations(world.Brand, [new ObservationEntry("followers", world.Brand.ToString(), today, PeriodLength.Day, followers)]));
            return (await world.RunAsync(new MissionWatch(plan))).Single().Reasons;
        }

        (await ReasonsAsync(1290)).ShouldBeEmpty("it keeps pace");
        (await ReasonsAsync(1228)).ShouldBe(["“More followers” is lagging."]);
        var slipped = (await world.RunAsync(new MissionWatch(plan))).Single();
        slipped.Deviating.ShouldHaveSingleItem().Title.ShouldBe("A cat");
        slipped.Openings.ShouldNotBeEmpty();
        (await ReasonsAsync(1100)).ShouldBe(["“More followers” is at risk."]);
    }

    [Theory, BothDatabases, Requirement("R002-40")]
    public async Task Each_account_says_whether_what_is_written_fits_its_mission(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var (leads, other) = (await world.GoalAsync(plan, "Leads"), await world.GoalAsync(plan, "Followers"));
        var channel = (await world.RunAsync(new AddChannel(plan, Account: await world.AccountAsync("linkedin")))).Id;
        await world.RunAsync(new AddChannel(plan, Account: await world.AccountAsync("x")));
        var theme = (await world.RunAsync(new AddContentPillar(plan, "Offers"))).Id;
        await world.RunAsync(new WriteMission(channel, "Generate leads.", leads, [theme]));
        (await world.RunAsync(new MissionFits(plan, leads))).Select(fit => fit.Fits).ShouldBe([true, null], "X has no mission yet");
        (await world.RunAsync(new MissionFits(plan, other)))[0].Fits.ShouldBe(false);
        (await world.RunAsync(new MissionFits(plan, other, theme)))[0].Why.ShouldBe("Its theme carries the mission.");
        await world.RunAsync(new RemoveContentPillar(theme));
        (await world.RunAsync(new ChannelSheet(channel))).MissionThemes.ShouldBeEmpty();
    }

    [Theory, BothDatabases, Requirement("R002-41"), Requirement("R002-32")]
    public async Task The_mix_that_went_out_is_held_against_the_shares_and_a_drift_is_named(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var goal = await world.GoalAsync(plan);
        var account = await world.AccountAsync("x");
        var channel = (await world.RunAsync(new AddChannel(plan, Account: account))).Id;
        await world.RunAsync(new WriteMission(channel, "Be useful at noon.", goal));
        var themes = new Dictionary<string, Id<ContentPillar>>(StringComparer.Ordinal);
        foreach (var name in new[] { "Blog", "Curated", "Lead", "Culture" })
        {
            themes[name] = (await world.RunAsync(new AddContentPillar(plan, name))).Id;
        }

        await world.RunAsync(new ChooseMix(channel, Shares: [new(themes["Blog"], 50), new(themes["Curated"], 25), new(themes["Lead"], 20), new(themes["Culture"], 5)]));
        var day = 0;
        foreach (var (name, count) in new[] { ("Blog", 12), ("Curated", 3), ("Lead", 4), ("Culture", 1) })
        {
            for (var i = 0; i < count; i++)
            {
                await world.PlannedAsync(account, $"{name} {i}", ++day, plan, goal, themes[name]);
            }
        }

        await world.LetPassAsync(25);
        var mix = await world.RunAsync(new ChannelMix(channel));
        (mix.Out.Posts, mix.Out.Distance, mix.Out.Next).ShouldBe((20, 0.10m, themes["Curated"]));
        (await world.RunAsync(new MissionWatch(plan))).Single().Reasons.ShouldBeEmpty("a tenth is no drift");
        await world.RunAsync(new ChooseMix(channel, Shares: [new(themes["Culture"], 100)]));
        (await world.RunAsync(new MissionWatch(plan))).Single().Reasons.ShouldHaveSingleItem().ShouldContain("0.95 away from its shares (0 is as planned). The next post should be “Culture”.");
    }

    [Theory, BothDatabases, Requirement("R001-12")]
    public async Task Thirty_days_of_own_numbers_tell_how_many_a_day_are_too_many(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("x");
        var numbers = new List<(string, decimal)>();
        for (var day = 1; day <= 30; day++)
        {
            foreach (var (_, i) in Enumerable.Range(0, day % 2 == 0 ? 2 : 1).Select((_, i) => (0, i)))
            {
                numbers.Add(((await world.PlannedAsync(account, $"Day {day}, post {i}", day + (0.2 * i))).ToString(), day % 2 == 0 ? 57 : 100));
            }
        }

        var first = world.Now.InUtc().Date;
        await world.LetPassAsync(40);
        (await world.RunAsync(new CadenceAdvice(account, first, first.PlusDays(40)))).Message.ShouldStartWith("Not enough variation");
        await world.NumberAsync("engagements", [.. numbers]);
        var advice = await world.RunAsync(new CadenceAdvice(account, first, first.PlusDays(40)));
        (advice.Days, advice.Maximum).ShouldBe((30, 2));
        advice.Exponent.ShouldNotBeNull().ShouldBe(0.189034, 1e-6);
        advice.NextGain.ShouldNotBeNull().ShouldBe(0.0908, 5e-5);
        advice.Steps.Select(step => step.Total).ShouldBe([1, 1.14, 1.23081, 1.2996], 1e-5);
        (await world.RunAsync(new CadenceAdvice(account, first, first.PlusDays(20)))).Maximum.ShouldBeNull("fewer than 30 days");
        // Without a span it looks back a year, and says so.
        var usual = await world.RunAsync(new CadenceAdvice(account));
        (usual.Days, usual.Maximum, usual.To, usual.From).ShouldBe((30, 2, first.PlusDays(40), first.PlusDays(40).PlusYears(-1)));
    }

    [Theory, BothDatabases, Requirement("R001-12")]
    public async Task Starting_values_name_their_source_and_day_until_a_cadence_is_chosen(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.AccountAsync("instagram");
        var start = (await world.RunAsync(new CadenceList(world.Brand))).Single();
        (start.Chosen, start.Week.Target, start.Day.Max).ShouldBe((false, 3, 1));
        start.Origin.ShouldNotBeNull().VerifiedOn.ShouldBe(new LocalDate(2026, 11, 1));
        start.Starts.Select(each => each.Format).ShouldBe(["feed", "reel", "story"]);
        (await world.RefusedAsync(new SetCadence(account, new HowOften(), new HowOften(5, 3)))).Code.ShouldBe("cadence-order");
        (await world.RunAsync(new SetCadence(account, new HowOften(Max: 1), new HowOften(1, 3)))).Chosen.ShouldBeTrue();
    }

    [Theory, BothDatabases, Requirement("R003-17")]
    public async Task A_highlight_has_a_budget_and_a_metric_and_hooks_of_the_year_stand_apart(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var channel = (await world.RunAsync(new AddChannel(plan, "instagram"))).Id;
        var day = new LocalDate(2026, 5, 4);
        var own = await world.RunAsync(new AddActivation(channel, "Taco week", day, day.PlusDays(6), ActivationKind.Contest, "Guess the filling", world.Owner, Money.Of(300, "EUR"), new ChannelKpi("deal_orders", 120)));
        (own.Budget, own.Kpi!.Target, own.Hook).ShouldBe((Money.Of(300, "EUR"), 120, false));
        (await world.RunAsync(new AddActivation(channel, "Cinco de Mayo", day.PlusDays(1), day.PlusDays(1), ActivationKind.Seasonal))).Hook.ShouldBeTrue();
        (await world.RunAsync(new Activations(plan, day, day))).Single().Title.ShouldBe("Taco week");
        (await world.RefusedAsync(new AddActivation(channel, "x", day, day, Budget: new Money(-1, "EUR")))).Code.ShouldBe("budget-negative");
        (await world.RefusedAsync(new AddActivation(channel, "x", day, day.PlusDays(-1)))).Code.ShouldBe("ends-before-start");
        (await world.RefusedAsync(new AddActivation(channel, "x", day, day, Kpi: new ChannelKpi("happiness")))).Code.ShouldBe("metric-unknown");
        var (_, same) = await PlanParts.CopyAsync(world, plan, "channels");
        same.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task The_parts_of_a_plan_carry_decisions_relevance_effort_ideas_rules_and_cadences(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var plan = await world.PlanAsync();
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News", Owner: world.Owner));
        var channel = (await world.RunAsync(new AddChannel(plan, Account: account.Id, Status: ChannelStatus.Candidate))).Id;
        await world.RunAsync(new WeighChannel(channel, new Relevance(62, "Survey", new LocalDate(2026, 2, 1), 80, 90, 20)));
        await world.RunAsync(new PlanChannelEffort(channel, new ChannelEffort(30, 1.5m, Money.Of(20, "EUR"))));
        await world.RunAsync(new WriteEditorialStrategy(channel, Guide: new ContentGuide(["Lunch"], ["war"], [])));
        await world.RunAsync(new DecideChannel(channel, ChannelStatus.Waiting, "Later", new LocalDate(2026, 12, 1)));
        await world.RunAsync(new AddOperationIdea(plan, "Cook along", Impact: 5, Effort: 4));
        await world.RunAsync(new SetPortfolioRules(plan, 0.1m, 30, [new PersonHours(world.Owner, 6)], Money.Of(25, "EUR")));
        await world.RunAsync(new SetCadence(account.Id, new HowOften(Max: 2), new HowOften(1, 3)));
        var (copy, same) = await PlanParts.CopyAsync(world, plan, "accounts", "channels");
        same.ShouldBeTrue();
        var copied = (await world.RunAsync(new ChannelList(copy))).Single();
        (copied.LookAgainOn, copied.RelevanceScore.Score, copied.Effort.HoursBeside).ShouldBe((new LocalDate(2026, 12, 1), 0.2464m, 1.5m));
        copied.Guide.Avoid.ShouldBe(["war"]);
        (await world.RunAsync(new OperationIdeas(copy))).Single().Score.ShouldBe(1.25m);
    }
}
