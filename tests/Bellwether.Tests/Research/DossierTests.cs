using System.IO.Compression;
using System.Text;
using Bellwether.Actions;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Research;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Shouldly;

namespace Bellwether.Tests.Research;

public sealed class DossierTests
{
    [Theory, BothDatabases]
    [Requirement("R004-12")]
    public async Task Findings_close_as_a_version_that_stays_as_it_was_and_open_questions_are_warned_of(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        (await scene.World.RefusedAsync(new CloseResearch(scene.Plan, "Too early"))).Code.ShouldBe("research-empty");
        var finding = await scene.FindingAsync("Guests decide *on the way* <b>", scene.Study());
        await scene.RunAsync(new AttachEvidence(finding.Id, "../count.txt", "12"u8.ToArray()));
        await scene.FindingAsync("The kitchen is short of hands", scene.Study(), ResearchNeed.Internal);
        await scene.DepartmentAsync("Sales");
        var cooks = await scene.RunAsync(new AddAudience(scene.Plan, new AudienceSheet("Our cooks", Need: ResearchNeed.Internal)));
        await scene.RunAsync(new AddCommunityPlace(scene.Plan, new PlaceSheet(PlaceKind.Group, "The night shift chat", Audience: cooks.Id)));
        await scene.RunAsync(new AskQuestion(scene.Plan, "Who buys at night?"));
        var closed = await scene.RunAsync(new CloseResearch(scene.Plan, "Lunch, spring", "Noon matters."));
        (closed.Dossier.Number, closed.Steps).ShouldBe((1, 1));
        closed.Warnings.ShouldContain("Not answered yet: Who buys at night?");

        var text = (await scene.RunAsync(new DossierDetail(closed.Dossier.Id))).Text;
        text.ShouldContain("Guests decide \\*on the way\\* \\<b\\> (A study, ");
        text.ShouldContain("Noon matters.");
        text.ShouldNotContain("short of hands");
        text.ShouldNotContain("cooks");
        text.ShouldNotContain("night shift");
        await scene.FindingAsync("Later", scene.Study());
        (await scene.RunAsync(new DossierDetail(closed.Dossier.Id))).Text.ShouldBe(text);
        (await scene.RunAsync(new CloseResearch(scene.Plan, "Lunch, summer"))).Dossier.Number.ShouldBe(2);

        using var zip = new ZipArchive(new MemoryStream((await scene.RunAsync(new DossierFile(closed.Dossier.Id))).Content));
        zip.Entries.Select(entry => entry.FullName.Split('-')[0]).ShouldBe(["dossier.md", "findings.csv", "research.json", $"evidence/{(await scene.RunAsync(new FindingDetail(finding.Id))).Files[0].Id}"]);
        zip.Entries[3].FullName.ShouldEndWith("-count.txt");
        using var reader = new StreamReader(zip.GetEntry("dossier.md")!.Open(), Encoding.UTF8);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(text);
    }

    [Theory, BothDatabases]
    [Requirement("R004-13")]
    [Requirement("R004-05")]
    public async Task A_handover_shows_who_received_which_version_when_and_its_link_ends(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        await scene.FindingAsync("Guests decide on the way", scene.Study());
        var dossier = (await scene.RunAsync(new CloseResearch(scene.Plan, "Lunch"))).Dossier;
        var made = await scene.RunAsync(new HandOverDossier(dossier.Id, "Mia", "North & Co", 10));
        var code = made.Path.Split('/')[^1];
        var shared = await scene.World.RunAsProgramAsync(new SharedDossier(code));
        (shared.To, shared.Number, shared.ReceivedBy).ShouldBe(("Mia", 1, null));
        await NoteAsync(scene, shared.Handover, null);
        await NoteAsync(scene, shared.Handover, null);
        (await scene.RunAsync(new PlanJournal(scene.Plan, Text: "opened version"))).Items.ShouldHaveSingleItem("reading it again is no news");
        scene.World.Clock.Advance(TimeSpan.FromHours(1));
        await NoteAsync(scene, shared.Handover, "Mia North");
        var listed = (await scene.RunAsync(new DossierList(scene.Plan))).Single().Handovers.Single();
        (listed.To, listed.Firm, listed.Number, listed.ReceivedBy, listed.ReceivedAt).ShouldBe(("Mia", "North & Co", 1, "Mia North", scene.World.Now));
        listed.OpenedAt!.Value.ShouldBeLessThan(listed.ReceivedAt!.Value);
        (await Should.ThrowAsync<ProblemException>(() => NoteAsync(scene, shared.Handover, "Somebody else"))).Code.ShouldBe("received-already");
        (await scene.RunAsync(new PlanJournal(scene.Plan, Text: "received version"))).Items.ShouldHaveSingleItem().What.ShouldBe("Mia North received version 1 of the research");

        var own = await scene.RunAsync(new HandOverDossier(dossier.Id, "Ben"));
        own.Handover.Firm.ShouldBeNull();
        await scene.RunAsync(new RevokeHandover(own.Handover.Id));
        (await Should.ThrowAsync<ProblemException>(() => scene.World.RunAsProgramAsync(new SharedDossier(own.Path.Split('/')[^1])))).Code.ShouldBe("handover-ended");
        scene.World.Clock.Advance(TimeSpan.FromDays(10));
        (await Should.ThrowAsync<ProblemException>(() => scene.World.RunAsProgramAsync(new SharedDossierFile(code)))).Code.ShouldBe("handover-ended");
        (await scene.World.SeeAsync(db => Task.FromResult(db.Set<Handover>().Any(row => row.Hash == code)))).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    [Requirement("R004-18")]
    public async Task Each_gap_becomes_one_action_however_often_it_is_asked_for(DatabaseKind on)
    {
        await using var scene = await ResearchScene.OnAsync(on);
        var sales = await scene.DepartmentAsync("Sales");
        await scene.AudienceAsync("Office people");
        var before = await scene.RunAsync(new ResearchOverview(scene.Plan));
        before.Unworked.ShouldBe(before.Gaps.Count);
        var gap = before.Gaps.Single(each => each.Kind == GapKind.DepartmentNotHeard);
        (await scene.RunAsync(new WorkOnGaps(scene.Plan, [gap.Key]))).ShouldBe(new GapWork(1, 0));
        (await scene.RunAsync(new WorkOnGaps(scene.Plan, [gap.Key]))).ShouldBe(new GapWork(0, 1));
        var worked = (await scene.RunAsync(new ResearchOverview(scene.Plan))).Gaps.Single(each => each.Key == gap.Key);
        (await scene.RunAsync(new ActionDetail(worked.Action!))).Work.Title.ShouldBe("Interview Sales");
        (await scene.RunAsync(new WorkOnGaps(scene.Plan))).ShouldBe(new GapWork(before.Gaps.Count - 1, 1));
        (await scene.RunAsync(new ResearchOverview(scene.Plan))).Unworked.ShouldBe(0);
        var interview = await scene.RunAsync(new PlanInterview(scene.Plan, new InterviewSheet("Ola", sales.Id)));
        await scene.RunAsync(new HoldInterview(interview.Id));
        (await scene.World.RefusedAsync(new WorkOnGaps(scene.Plan, [gap.Key]))).Code.ShouldBe("gap-closed");
    }

    private static Task NoteAsync(ResearchScene scene, Id<Handover> handover, string? by) =>
        scene.World.Services.GetRequiredRunner().RunAsync(new NoteHandover(handover, by), current => current.BecomeProgram(scene.World.Workspace.Value), TestContext.Current.CancellationToken);
}
