using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class FindingTests
{
    [Theory, BothDatabases]
    [Requirement("R001-04")]
    public async Task A_goal_shows_which_findings_justify_it(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var goal = (await scene.World.GoalAsync(scene.Plan)).ToString();
        var finding = await scene.FindingAsync("Guests decide on the way", scene.Study());
        await scene.FindingAsync("Nobody reads flyers", scene.Study());
        var linked = await scene.RunAsync(new LinkFinding(finding.Id, goal, "So we post before noon."));
        linked.Links.ShouldHaveSingleItem().Title.ShouldBe("200 lunch guests a week");
        linked.Gaps.ShouldBeEmpty();
        await scene.RunAsync(new LinkFinding(finding.Id, goal));
        (await scene.RunAsync(new FindingList(scene.Plan, Node: goal))).ShouldHaveSingleItem().Sheet.Text.ShouldBe("Guests decide on the way");
        (await scene.RunAsync(new UnlinkFinding(finding.Id, goal))).Gaps.ShouldBe([FindingGap.NoConsequence]);
    }

    [Theory, BothDatabases]
    [Requirement("R004-15")]
    public async Task Findings_that_led_nowhere_and_decisions_without_one_are_listed(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var goal = await scene.World.GoalAsync(scene.Plan);
        var wish = await scene.World.GoalAsync(scene.Plan, "Fame");
        var tactic = await scene.RunAsync(new AddTactic(scene.Plan, "Post each morning", goal));
        var used = await scene.FindingAsync("Guests decide on the way", scene.Study());
        var idle = await scene.FindingAsync("Nobody reads flyers", scene.Study());
        var aside = await scene.FindingAsync("It rains on Mondays", scene.Study());
        await scene.RunAsync(new LinkFinding(used.Id, goal.ToString()));
        await scene.RunAsync(new SetFindingAside(aside.Id, "Nobody can change the weather."));

        var trace = await scene.RunAsync(new ResearchTrace(scene.Plan));
        trace.Decisions.Select(decision => (decision.Title, decision.Cited)).ShouldBe([("200 lunch guests a week", true), ("Fame", false), ("Post each morning", true)], ignoreOrder: true);
        trace.Decisions.Single(decision => decision.Node == tactic.Id).Through.ShouldHaveSingleItem().Id.ShouldBe(used.Id);
        trace.CitedShare!.Value.ShouldBe(2m / 3, 1e-6m);
        trace.Nowhere.ShouldHaveSingleItem().Id.ShouldBe(idle.Id);
        trace.SetAside.ShouldHaveSingleItem().AsideWhy.ShouldBe("Nobody can change the weather.");
        (await scene.RunAsync(new ResearchOverview(scene.Plan))).Gaps.Where(gap => gap.Kind == GapKind.DecisionWithoutFinding).ShouldHaveSingleItem().Subject.ShouldBe(wish.ToString());
    }

    [Theory, BothDatabases]
    public async Task A_finding_becomes_an_action_that_remembers_it(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var finding = await scene.FindingAsync("The queue is what people praise", scene.Study());
        var followed = await scene.RunAsync(new FollowUpFinding(finding.Id, "Film the queue", scene.World.Owner, scene.Today.PlusDays(7)));
        var link = followed.Links.ShouldHaveSingleItem();
        link.Title.ShouldBe("Film the queue");
        (await scene.RunAsync(new ActionDetail(link.Node))).Work.Origin.ShouldBe(finding.Id.ToString());
    }

    [Fact]
    public async Task Evidence_ages_after_eighteen_months_to_the_day()
    {
        await using var scene = await ResearchScene.OnAsync();
        (await scene.FindingAsync("Fresh", scene.Study(18))).Gaps.ShouldNotContain(FindingGap.Stale);
        var old = await scene.FindingAsync("Old", scene.Study(18) with { On = scene.Today.PlusMonths(-18).PlusDays(-1) });
        old.Gaps.ShouldContain(FindingGap.Stale);
        old.AgeInMonths.ShouldBe(18);
        (await scene.World.RefusedAsync(new AddFinding(scene.Plan, new FindingSheet("x", SituationArea.Market, scene.Study() with { On = scene.Today.PlusDays(1) })))).Code.ShouldBe("evidence-from-future");
        (await scene.World.RefusedAsync(new AddFinding(scene.Plan, new FindingSheet("x", SituationArea.Market, scene.Study() with { Link = "javascript:alert(1)" })))).Code.ShouldBe("address-not-web");
    }

    [Theory, BothDatabases]
    public async Task A_file_is_kept_as_evidence_and_only_downloaded(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var finding = await scene.FindingAsync("Prices rose", scene.Study());
        var file = await scene.RunAsync(new AttachEvidence(finding.Id, "../../etc/prices <b>.html", "<script>alert(1)</script>"u8.ToArray()));
        file.Name.ShouldBe("prices <b>.html");
        var content = await scene.RunAsync(new EvidenceContent(file.Id));
        (content.Name, content.ContentType, content.Content.Length).ShouldBe(("prices__b_.html", "application/octet-stream", 25));
        (await scene.RunAsync(new FindingDetail(finding.Id))).Files.ShouldHaveSingleItem().Bytes.ShouldBe(25);
        (await scene.World.RefusedAsync(new AttachEvidence(finding.Id, "big.bin", new byte[AttachEvidence.Largest + 1]))).Kind.ShouldBe(ProblemKind.TooLarge);
        (await scene.World.RefusedAsync(new AttachEvidence(finding.Id, "none.bin", []))).Code.ShouldBe("file-empty");
        await scene.RunAsync(new RemoveFinding(finding.Id));
        (await scene.World.RefusedAsync(new EvidenceContent(file.Id))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    [Requirement("R004-07")]
    public async Task What_is_for_the_own_people_is_hidden_from_guests()
    {
        await using var scene = await ResearchScene.OnAsync();
        var hidden = await scene.FindingAsync("The kitchen is short of hands", scene.Study(), ResearchNeed.Internal);
        await scene.FindingAsync("Guests ask for salsa", scene.Study(), ResearchNeed.Commerce);
        await scene.RunAsync(new AddAudience(scene.Plan, new AudienceSheet("Our cooks", Need: ResearchNeed.Internal)));
        var guest = await scene.World.MemberAsync("Gil", Role.Guest);
        (await scene.World.RunAsync(new FindingList(scene.Plan), Role.Guest, guest)).ShouldHaveSingleItem().Sheet.Text.ShouldBe("Guests ask for salsa");
        (await scene.World.RunAsync(new AudienceList(scene.Plan), Role.Guest, guest)).ShouldBeEmpty();
        (await Should.ThrowAsync<ProblemException>(() => scene.World.RunAsync(new FindingDetail(hidden.Id), Role.Guest, guest))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => scene.World.RunAsync(new AddComment(hidden.Id.ToString(), "Seen"), Role.Guest, guest))).Kind.ShouldBe(ProblemKind.NotFound);
        (await scene.RunAsync(new FindingList(scene.Plan))).Count.ShouldBe(2);
        await scene.RunAsync(new SetFindingAside(hidden.Id, "We hire two cooks"));
        await scene.RunAsync(new RemoveFinding(hidden.Id));
        var journal = (await scene.World.RunAsync(new PlanJournal(scene.Plan), Role.Guest, guest)).Items.Select(entry => $"{entry.What} {entry.Why}").ToList();
        journal.Count(line => line.Contains("for our own people", StringComparison.Ordinal)).ShouldBe(4, "written, added, set aside and removed are told, what it is about is not");
        journal.ShouldAllBe(line => !line.Contains("cooks", StringComparison.Ordinal) && !line.Contains("kitchen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finding_can_be_commented_and_is_found_by_its_id()
    {
        await using var scene = await ResearchScene.OnAsync();
        var finding = await scene.FindingAsync("Guests ask for salsa", scene.Study());
        var comment = await scene.RunAsync(new AddComment(finding.Id.ToString(), "Which one?"));
        comment.Node.ShouldBe(finding.Id.ToString());
        (await scene.World.RefusedAsync(new LinkFinding(finding.Id, finding.Id.ToString()))).Code.ShouldBe("node-no-decision");
        (await scene.World.RefusedAsync(new LinkFinding(finding.Id, $"goal_{new string('0', 26)}"))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    [Requirement("R004-02")]
    public async Task Tools_and_tactics_keep_evidence_and_opinion_apart()
    {
        await using var scene = await ResearchScene.OnAsync();
        TechniqueSheet sheet = new("Short films", TechniqueKind.Tactic, TechniqueStatus.Trial, Opinions: [new TechniqueOpinion("Ben", "Everybody does it.")]);
        var technique = await scene.RunAsync(new AddTechnique(scene.Plan, sheet));
        technique.OpinionOnly.ShouldBeTrue();
        (await scene.World.RefusedAsync(new ChangeTechnique(technique.Id, sheet with { Status = TechniqueStatus.Adopt }))).Code.ShouldBe("adopted-without-reason");
        var adopted = await scene.RunAsync(new ChangeTechnique(technique.Id, sheet with { Status = TechniqueStatus.Adopt, Evidence = [scene.Study()] }));
        (adopted.OpinionOnly, adopted.Sheet.Opinions!.Count, adopted.Sheet.Evidence!.Count).ShouldBe((false, 1, 1));
        foreach (var status in new[] { TechniqueStatus.Hold, TechniqueStatus.Retire })
        {
            (await scene.RunAsync(new ChangeTechnique(technique.Id, sheet with { Status = status, Why = "Nobody has the hours" }))).Sheet.Status.ShouldBe(status);
        }

        await scene.RunAsync(new AddTechnique(scene.Plan, sheet with { Name = "Live talks" }));
        (await scene.RunAsync(new TechniqueList(scene.Plan))).Select(each => (each.Sheet.Name, each.Sheet.Status)).ShouldBe([("Live talks", TechniqueStatus.Trial), ("Short films", TechniqueStatus.Retire)]);
        (await scene.RunAsync(new PlanJournal(scene.Plan, Text: "hold to retire"))).Items.ShouldHaveSingleItem();
        (await scene.World.RefusedAsync(new AddTechnique(scene.Plan, sheet with { Name = "SHORT FILMS" }))).Kind.ShouldBe(ProblemKind.Conflict);
        (await scene.RunAsync(new PlanJournal(scene.Plan, Text: "trial to adopt"))).Items.ShouldHaveSingleItem();
    }
}
