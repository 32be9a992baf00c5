using System.Text.Json.Nodes;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Web.Doors;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class AudienceTests
{
    [Theory, BothDatabases]
    [Requirement("R002-23")]
    public async Task The_matrix_tells_shares_with_the_age_of_their_evidence_and_asks_where_plan_and_evidence_disagree(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var office = await scene.AudienceAsync("Office people");
        await scene.ChannelAsync("x");
        await scene.ChannelAsync("facebook");
        await scene.RunAsync(new RecordNetworkUse(office.Id, "Instagram", new NetworkUseSheet(62.5m, scene.Study(2))));
        var old = await scene.RunAsync(new RecordNetworkUse(office.Id, "x", new NetworkUseSheet(20, scene.Study(19))));
        (old.AgeInMonths, old.Stale).ShouldBe((19, true));
        (await scene.RunAsync(new RecordNetworkUse(office.Id, "tiktok", new NetworkUseSheet(10, scene.Study(18))))).Stale.ShouldBeFalse();

        var matrix = await scene.RunAsync(new AudienceMatrix(scene.Plan));
        matrix.Stale.ShouldBe(1);
        matrix.Networks.Select(network => (network.Name, network.Channel, network.Best)).ShouldBe([("Instagram", false, 62.5m), ("TikTok", false, 10m), ("Facebook Page", true, null), ("X", true, null)]);
        matrix.Networks.Single(network => network.Network == "instagram").Question.ShouldBe("62.5 % of an audience are on Instagram, and the plan has no channel there. Enter, wait or reject it.");
        matrix.Networks.Single(network => network.Network == "x").Question.ShouldBe("All evidence for X is older than 18 months. Look again before you go on.");
        matrix.Networks.Single(network => network.Network == "facebook").Question.ShouldBe("You run Facebook Page, and nothing shows that your people are there.");
        matrix.Networks.Single(network => network.Network == "tiktok").Question.ShouldBeNull();

        await scene.RunAsync(new RecordNetworkUse(office.Id, "x", new NetworkUseSheet(25, scene.Study(1))));
        (await scene.RunAsync(new AudienceMatrix(scene.Plan))).Uses.Count.ShouldBe(3);
        (await scene.World.RefusedAsync(new RecordNetworkUse(office.Id, "x", new NetworkUseSheet(101, scene.Study())))).Code.ShouldBe("share-out-of-range");
    }

    [Theory, BothDatabases]
    [Requirement("R004-04")]
    public async Task A_plan_with_a_channel_and_no_audience_is_not_activated(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        Task<PlanGatesView> Gates() => scene.RunAsync(new PlanGates(scene.Plan));
        (await Gates()).Findings.ShouldNotContain(finding => finding.Code == "channels-without-audience");
        var channel = await scene.ChannelAsync("x");
        (await Gates()).Findings.ShouldContain(finding => finding.Code == "channels-without-audience" && finding.Blocks);
        await scene.AudienceAsync("Office people");
        (await Gates()).Findings.ShouldNotContain(finding => finding.Code == "channels-without-audience");
    }

    [Theory, BothDatabases]
    [Requirement("R002-22")]
    public async Task A_snapshot_warns_of_shares_that_are_no_whole_and_leaves_small_groups_out(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var account = (await scene.ChannelAsync("instagram")).Account!.Value.ToString();
        SnapshotSheet sheet = new(account, scene.Today.PlusDays(-40), "Instagram insights", 400, [
            new(BreakdownKind.Gender, "women", 58), new(BreakdownKind.Gender, "men", 41.5m), new(BreakdownKind.Age, "18–24", 30), new(BreakdownKind.Age, "25–34", 60),
            new(BreakdownKind.City, "Mitte", Count: 9), new(BreakdownKind.City, "Kreuzberg", Count: 10), new(BreakdownKind.Language, "is", 2), new(BreakdownKind.Language, "de", 98), new(BreakdownKind.TopFan, "lunch.lena", Count: 7)]);
        var kept = await scene.RunAsync(new TakeAudienceSnapshot(scene.Plan, sheet));
        kept.Warnings.ShouldHaveSingleItem().ShouldBe("The shares by age add up to 90 %, not to 100. Look whether one is missing.");
        kept.Suppressed.ShouldBe(2);
        kept.Sheet.Parts!.Select(part => part.Label).ShouldBe(["women", "men", "18–24", "25–34", "Kreuzberg", "de", "lunch.lena"]);

        await scene.RunAsync(new TakeAudienceSnapshot(scene.Plan, new SnapshotSheet(account, scene.Today, "Instagram insights", 460)));
        var list = await scene.RunAsync(new AudienceSnapshotList(scene.Plan));
        list.Select(view => (view.Newest, view.GrowthPercent)).ShouldBe([(true, 15m), (false, null)]);
        (await scene.World.RefusedAsync(new TakeAudienceSnapshot(scene.Plan, sheet with { On = scene.Today.PlusDays(1) }))).Code.ShouldBe("snapshot-in-future");
        (await scene.World.RefusedAsync(new TakeAudienceSnapshot(scene.Plan, sheet with { Account = scene.Plan.ToString() }))).Code.ShouldBe("not-an-account");
    }

    [Theory, Requirement("R002-22")]
    [InlineData(98.9, false), InlineData(99, true), InlineData(101, true), InlineData(101.1, false)]
    public void Shares_are_whole_from_99_to_101(double sum, bool whole)
    {
        var sheet = new SnapshotSheet("social_account_1", new LocalDate(2026, 3, 1), "Insights", 10_000, [new(BreakdownKind.Gender, "women", 50), new(BreakdownKind.Gender, "men", (decimal)sum - 50)]);
        sheet.Uneven().Count.ShouldBe(whole ? 0 : 1);
    }

    [Fact, Requirement("R002-22")]
    public void A_part_of_an_unknown_kind_is_refused_and_names_the_field_and_the_kinds_there_are()
    {
        var body = new JsonObject
        {
            ["plan"] = Id<Plan>.New().ToString(),
            ["sheet"] = new JsonObject { ["account"] = "social_account_1", ["on"] = "2026-03-01", ["source"] = "Insights", ["parts"] = new JsonArray(new JsonObject { ["kind"] = "town", ["label"] = "Mitte" }) },
        };
        var no = Should.Throw<ProblemException>(() => RequestReader.Make(typeof(TakeAudienceSnapshot), body));
        no.Kind.ShouldBe(ProblemKind.Rule);
        no.Fields.ShouldHaveSingleItem().Field.ShouldBe("sheet.parts[0].kind");
        no.Message.ShouldContain("age, gender, country, city, language, activeHour, topFan");
    }

    [Fact, Requirement("R002-22")]
    public async Task A_warning_outlives_the_small_part_that_was_left_out_and_does_not_tell_its_share()
    {
        await using var scene = await ResearchScene.OnAsync(DatabaseKind.Sqlite);
        var account = (await scene.ChannelAsync("instagram")).Account!.Value.ToString();
        SnapshotSheet Taken(decimal german, int back) => new(account, scene.Today.PlusDays(-back), "Instagram insights", 400, [new(BreakdownKind.Language, "is", 2), new(BreakdownKind.Language, "de", german)]);
        await scene.RunAsync(new TakeAudienceSnapshot(scene.Plan, Taken(90, 1)));
        await scene.RunAsync(new TakeAudienceSnapshot(scene.Plan, Taken(98, 0)));
        var list = await scene.RunAsync(new AudienceSnapshotList(scene.Plan));
        list.Select(view => view.Suppressed).ShouldBe([1, 1]);
        list[0].Warnings.ShouldBeEmpty("with the part that was left out it was a whole");
        list[1].Warnings.ShouldBe(["The shares by language do not add up to 100 %. Look whether one is missing."]);
    }

    [Theory, BothDatabases]
    [Requirement("R004-14")]
    public async Task Segments_places_and_allies_each_serve_a_goal_or_are_listed(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var goal = (await scene.World.GoalAsync(scene.Plan)).ToString();
        var office = await scene.AudienceAsync("Office people", goal);
        await scene.AudienceAsync("Parents");
        await scene.RunAsync(new AddCommunityPlace(scene.Plan, new PlaceSheet(PlaceKind.Hashtag, "#lunchberlin", "Instagram", Audience: office.Id, Size: 12_000, Goals: [goal])));
        var ally = await scene.RunAsync(new AddCommunityPlace(scene.Plan, new PlaceSheet(PlaceKind.Ally, "Lena", Needs: "A table at one")));
        var map = await scene.RunAsync(new CommunityMap(scene.Plan));
        map.Segments.Select(segment => (segment.Audience?.Sheet.Name, segment.Places.Count)).ShouldBe([("Office people", 1), ("Parents", 0), (null, 1)]);
        map.Segments[0].Places[0].Serves.ShouldHaveSingleItem().Title.ShouldBe("200 lunch guests a week");
        map.Unaligned.ShouldBe(["Parents", "Lena"]);
        (await scene.RunAsync(new ResearchOverview(scene.Plan))).Gaps.Count(gap => gap.Kind == GapKind.ServesNoGoal).ShouldBe(2);
        await scene.RunAsync(new ChangeCommunityPlace(ally.Id, ally.Sheet with { Goals = [goal] }));
        (await scene.RunAsync(new CommunityMap(scene.Plan))).Unaligned.ShouldBe(["Parents"]);
        (await scene.World.RefusedAsync(new AddCommunityPlace(scene.Plan, new PlaceSheet(PlaceKind.Group, "x", Goals: [office.Id.ToString()])))).Code.ShouldBe("not-a-goal");
    }

    [Theory, BothDatabases]
    [Requirement("R003-09")]
    public async Task Each_network_answers_four_questions(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var office = await scene.AudienceAsync("Office people");
        var channel = await scene.ChannelAsync("x");
        (await scene.RunAsync(new NetworkCaseList(scene.Plan))).ShouldHaveSingleItem().Missing.ShouldBe(["what for", "for whom", "why there", "what it will bring"]);
        await scene.RunAsync(new WriteNetworkCase(scene.Plan, "X", new CaseSheet("Tell the place of the day", office.Id, "They look there on the way")));
        var half = (await scene.RunAsync(new NetworkCaseList(scene.Plan))).Single();
        (half.Channel, half.IsRun, string.Join('|', half.Missing)).ShouldBe((channel.Id.ToString(), true, "what it will bring"));
        (await scene.RunAsync(new ResearchOverview(scene.Plan))).Gaps.Single(gap => gap.Kind == GapKind.CaseIncomplete).Message.ShouldBe("X owes an answer: what it will bring.");
        await scene.RunAsync(new WriteNetworkCase(scene.Plan, "x", half.Sheet with { Gain = "Thirty guests a day" }));
        (await scene.RunAsync(new NetworkCaseList(scene.Plan))).Single().Missing.ShouldBeEmpty();
        var elsewhere = new Id<Audience>(Guid.CreateVersion7());
        (await scene.World.RefusedAsync(new WriteNetworkCase(scene.Plan, "x", new CaseSheet(Audience: elsewhere)))).Code.ShouldBe("audience-elsewhere");
    }

    [Theory, BothDatabases]
    [Requirement("R004-06")]
    [Requirement("R004-08")]
    public async Task The_organisation_shapes_templates_and_warnings_and_the_wider_plan_is_named(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var solo = await scene.RunAsync(new WriteResearchProfile(scene.Plan, new ProfileSheet("A restaurant on wheels", OrganisationSize.One, Needs: [ResearchNeed.Commerce], Regulated: true)));
        solo.Templates[0].Key.ShouldBe("restaurant-information-solo");
        solo.Templates[0].Because.ShouldBe("made for a restaurant, for one person, serves commerce");
        solo.Warnings.Count.ShouldBe(2);
        solo.Warnings[0].ShouldStartWith("Your field is regulated.");
        var large = await scene.RunAsync(new WriteResearchProfile(scene.Plan, new ProfileSheet("Public body", OrganisationSize.Large, Needs: [ResearchNeed.CustomerService, ResearchNeed.Internal], Markets: ["DE", "AT"], Wider: new WiderPlan("Marketing 2026", Objectives: ["Be found"], SiteGoals: ["1,000 enquiries"]))));
        large.Templates[0].Key.ShouldBe("public-body-serve-team");
        large.Warnings.Count.ShouldBe(3);
        var read = await scene.RunAsync(new ResearchProfileOf(scene.Plan));
        (read.Sheet.Wider!.Title, read.Sheet.Wider.SiteGoals!.Single()).ShouldBe(("Marketing 2026", "1,000 enquiries"));
    }

    [Fact]
    public async Task Removing_an_audience_takes_its_personas_and_uses_along()
    {
        await using var scene = await ResearchScene.OnAsync();
        var office = await scene.AudienceAsync("Office people");
        var persona = await scene.RunAsync(new AddPersona(office.Id, new PersonaSheet("Paula", "Accountant, 31", "Eat well in half an hour")));
        (await scene.RunAsync(new ChangePersona(persona.Id, persona.Sheet with { Quote = "I decide in the lift." }))).Sheet.Quote.ShouldBe("I decide in the lift.");
        await scene.RunAsync(new RecordNetworkUse(office.Id, "x", new NetworkUseSheet(20, scene.Study())));
        (await scene.RunAsync(new AudienceList(scene.Plan))).ShouldHaveSingleItem().Personas.ShouldHaveSingleItem();
        await scene.RunAsync(new RemoveAudience(office.Id));
        (await scene.World.RefusedAsync(new RemovePersona(persona.Id))).Kind.ShouldBe(ProblemKind.NotFound);
        (await scene.RunAsync(new AudienceMatrix(scene.Plan))).Uses.ShouldBeEmpty();
    }
}
