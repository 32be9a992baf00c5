using System.Text.Json.Nodes;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class ResearchPartTests
{
    [Theory, BothDatabases]
    public async Task Everything_is_written_read_and_written_again_the_same(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        await FillAsync(scene);
        var written = await PlanParts.WriteAsync(scene.World, scene.Plan, nextCycle: false, "research");
        written["research"]!.AsObject().Count.ShouldBe(18);
        written.ToJsonString().ShouldContain("ben@example.org");
        (await PlanParts.CopyAsync(scene.World, scene.Plan, "research")).Same.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task The_next_cycle_keeps_what_is_known_and_asks_anew_what_follows(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        await FillAsync(scene);
        var next = (await PlanParts.WriteAsync(scene.World, scene.Plan, nextCycle: true, "research"))["research"]!.AsObject();
        next["findings"]!.AsArray().ShouldAllBe(finding => finding!["ledTo"] == null && finding["aside"] == null);
        next["mediaUsage"].ShouldBeNull();
        next["audiences"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"nonsense":[]}""", "research.nonsense")]
    [InlineData("""{"findings":[{"id":"finding_01kb000000000000000000000a","text":"x","area":"market","wings":2}]}""", "research.findings[0]")]
    [InlineData("""{"findings":[{"id":"goal_01kb000000000000000000000a","text":"x","area":"market"}]}""", "research.findings[0].id")]
    [InlineData("""{"personas":[{"id":"persona_01kb000000000000000000000a","of":"audience_01kb000000000000000000000a","name":"x"}]}""", "research.personas[0].of")]
    [InlineData("""{"mediaUsage":[{"id":"media_usage_entry_01kb000000000000000000000a","medium":"print","month":"2026-01-01","spentMoney":5}]}""", "research.mediaUsage[0]: The money has no currency")]
    [InlineData("""{"surveys":"none"}""", "research.surveys: a list")]
    [InlineData("""{"snapshots":[{"id":"audience_snapshot_01kb000000000000000000000a","account":"social_account_01kb000000000000000000000a","on":"2026-01-01","source":"Insights","suppressed":"two"}]}""", "research.snapshots[0].suppressed")]
    public async Task A_damaged_part_is_refused_and_says_where(string part, string where)
    {
        await using var scene = await ResearchScene.OnAsync();
        var refused = await Should.ThrowAsync<ProblemException>(() => PlanParts.ReadAsync(scene.World, scene.Plan, new JsonObject { ["research"] = JsonNode.Parse(part) }));
        (refused.Kind, refused.Message.StartsWith(where, StringComparison.Ordinal)).ShouldBe((ProblemKind.Rule, true), refused.Message);
    }

    /// <summary>One of everything.</summary>
    private static async Task FillAsync(ResearchScene scene)
    {
        var ben = await scene.World.MemberAsync("Ben");
        var goal = (await scene.World.GoalAsync(scene.Plan)).ToString();
        var sales = await scene.DepartmentAsync("Sales", new AreaCover("Answers", ben));
        var service = await scene.DepartmentAsync("Service");
        var office = await scene.RunAsync(new AddAudience(scene.Plan, new AudienceSheet("Office people", "Near", ["Fast"], CustomerSegment.Potential, 1200, ResearchNeed.Commerce, [goal])));
        await scene.RunAsync(new AddPersona(office.Id, new PersonaSheet("Paula")));
        await scene.RunAsync(new RecordNetworkUse(office.Id, "x", new NetworkUseSheet(20.5m, scene.Study())));
        await scene.RunAsync(new WriteNetworkCase(scene.Plan, "x", new CaseSheet("Tell", office.Id)));
        await scene.RunAsync(new AddCommunityPlace(scene.Plan, new PlaceSheet(PlaceKind.Group, "Lunch club", Audience: office.Id, Goals: [goal])));
        await scene.RunAsync(new AddDepartmentAim(sales.Id, new AimSheet("x", "promos", AimDirection.AtLeast, 5, office.Id, IsoDayOfWeek.Friday, new LocalTime(9, 30))));
        await scene.RunAsync(new AddDepartmentAim(service.Id, new AimSheet("x", "promos", AimDirection.AtMost, 2)));
        await scene.RunAsync(new SettleAimConflict(scene.Plan, (await scene.RunAsync(new DepartmentAimList(scene.Plan))).Conflicts.Single().Key, "Three."));
        var set = await scene.RunAsync(new AddQuestionSet(scene.Plan, new QuestionSetSheet("Short", ["What hurts?"])));
        var interview = await scene.RunAsync(new PlanInterview(scene.Plan, new InterviewSheet("Ola", sales.Id, Interviewer: ben, Questions: set.Id)));
        await scene.RunAsync(new HoldInterview(interview.Id, [new InterviewAnswer("What hurts?", "No leads")], "Notes", ["Leads before noon"]));
        var survey = await scene.RunAsync(new AddSurvey(scene.Plan, new SurveySheet("How was lunch?", [new SurveyQuestion("How likely?", QuestionKind.Nps, Required: true)], Themes: [new AnswerTheme("Waiting", ["wait"])])));
        var finding = await scene.FindingAsync("Guests decide on the way", new Evidence(SourceKind.Survey, "Lunch", scene.Today, survey.Id.ToString()));
        await scene.RunAsync(new LinkFinding(finding.Id, goal, "So early"));
        await scene.RunAsync(new SetFindingAside((await scene.FindingAsync("It rains")).Id, "Weather."));
        await scene.RunAsync(new AskQuestion(scene.Plan, "Who buys at night?"));
        await scene.RunAsync(new AddTechnique(scene.Plan, new TechniqueSheet("Films", TechniqueKind.Tactic, TechniqueStatus.Adopt, Evidence: [scene.Study()])));
        await scene.RunAsync(new AddMediaUsage(scene.Plan, new MediaUsageSheet(Medium.Print, scene.Today, SpentMoney: 12.50m, Currency: "EUR")));
        await scene.RunAsync(new AimMediaShares(scene.Plan, [new MediaShare(Medium.Social, 100)]));
        await scene.RunAsync(new WriteResearchProfile(scene.Plan, new ProfileSheet("restaurant", OrganisationSize.Few, Wider: new WiderPlan("Marketing 2026"))));
        await scene.RunAsync(new TakeAudienceSnapshot(scene.Plan, new SnapshotSheet((await scene.ChannelAsync("x")).Account!.Value.ToString(), scene.Today, "X", 20, [new BreakdownPart(BreakdownKind.Age, "18–24", 10)])));
    }
}
