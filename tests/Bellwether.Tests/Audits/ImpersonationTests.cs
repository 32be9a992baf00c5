using System.Security.Cryptography;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Audits;

public sealed class ImpersonationTests
{
    internal static readonly byte[] Screenshot = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 2, 0, 0, 0, 1, 0, 8, 2, 0, 0, 0];

    [Theory, BothDatabases, Requirement("R002-28")]
    public async Task A_case_goes_from_found_to_removed_with_its_evidence_kept(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var found = (await world.RunAsync(new OpenCase(world.Brand, "x", "https://twitter.com/taco_l0co", "taco_l0co", [IdentityElement.Name]))).Case;
        (await world.RefusedAsync(new MoveCase(found.Id, CaseStatus.Reported))).Code.ShouldBe("evidence-missing");
        var detail = await world.RunAsync(new AddCaseEvidence(found.Id, "profile.png", Screenshot, "The profile page"));
        var evidence = detail.Evidence.Single();
        evidence.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Screenshot)));
        evidence.ContentType.ShouldBe("image/png");
        (await world.RunAsync(new CaseEvidenceFile(evidence.Id))).Content.ShouldBe(Screenshot);
        (await world.RefusedAsync(new MoveCase(found.Id, CaseStatus.Reported))).Code.ShouldBe("too-little-copied", "X asks for two parts");
        await world.RunAsync(new DescribeCase(found.Id, [IdentityElement.Avatar, IdentityElement.Name, IdentityElement.Avatar]));
        var reported = (await world.RunAsync(new MoveCase(found.Id, CaseStatus.Reported, Reference: "0416-77"))).Case;
        reported.Reference.ShouldBe("0416-77");
        reported.Copied.ShouldBe([IdentityElement.Name, IdentityElement.Avatar]);
        reported.Form!.ShouldStartWith("https://help.x.com/");
        (await world.RefusedAsync(new MoveCase(found.Id, CaseStatus.Found))).Code.ShouldBe("case-move-illegal");
        world.Clock.Advance(TimeSpan.FromDays(10));
        var gone = (await world.RunAsync(new MoveCase(found.Id, CaseStatus.Removed))).Case;
        gone.History.Select(move => move.Status).ShouldBe([CaseStatus.Found, CaseStatus.Reported, CaseStatus.Removed]);
        gone.ChaseOn.ShouldBeNull();
    }

    [Theory, BothDatabases, Requirement("R002-28")]
    public async Task Seven_days_without_an_answer_ask_for_a_chaser(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var open = await ReportedAsync(world, "https://bsky.app/profile/fake.example");
        world.Clock.Advance(TimeSpan.FromDays(6));
        (await world.RunAsync(new CaseDetail(open))).Case.Chase.ShouldBeFalse();
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await world.RunAsync(new CaseList(world.Brand))).ToChase.ShouldBe(1);
        (await world.RunAsync(new AuditTodo(world.Brand))).Single().Kind.ShouldBe(AuditTodoKind.Chase);
        var chased = (await world.RunAsync(new ChaseCase(open, "Wrote again"))).Case;
        chased.Chase.ShouldBeFalse();
        chased.History[^1].Chaser.ShouldBeTrue();
        world.Clock.Advance(TimeSpan.FromDays(7));
        (await world.RunAsync(new AuditTodo(world.Brand))).Count.ShouldBe(1, "and again a week later");
        await world.RunAsync(new MoveCase(open, CaseStatus.Rejected));
        (await world.RunAsync(new AuditTodo(world.Brand))).ShouldBeEmpty();
        (await world.RefusedAsync(new ChaseCase(open))).Code.ShouldBe("nothing-to-chase");
        (await world.RunAsync(new MoveCase(open, CaseStatus.Escalated))).Case.Next.ShouldContain(CaseStatus.Removed);
    }

    [Theory, BothDatabases, Requirement("R002-28")]
    public async Task Removal_rate_and_median_days_are_counted(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var nobody = await world.RunAsync(new CaseList(world.Brand));
        (nobody.RemovalRate, nobody.MedianDays).ShouldBe((null, null), "no report is no rate");
        var cases = new List<Id<ImpersonationCase>>();
        for (var i = 0; i < 4; i++)
        {
            cases.Add(await ReportedAsync(world, $"https://bsky.app/profile/fake{i}.example"));
        }

        await world.RunAsync(new OpenCase(world.Brand, "bluesky", "https://bsky.app/profile/unreported.example"));
        foreach (var (days, index) in new[] { (2, 0), (3, 1), (7, 2) })
        {
            world.Clock.Advance(TimeSpan.FromDays(days));
            await world.RunAsync(new MoveCase(cases[index], CaseStatus.Removed));
        }

        var list = await world.RunAsync(new CaseList(world.Brand));
        (list.Reported, list.Removed, list.RemovalRate, list.MedianDays, list.Open).ShouldBe((4, 3, 0.75m, 5m, 2), "removed after 2, 5 and 12 days");
    }

    [Theory, BothDatabases, Requirement("R002-28")]
    public async Task Our_own_address_is_no_fake_and_one_fake_is_one_case(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", "https://x.com/taco", Purpose: "News"));
        (await world.RefusedAsync(new OpenCase(world.Brand, "x", "http://www.twitter.com/Taco/"))).Code.ShouldBe("this-is-ours");
        await world.RunAsync(new OpenCase(world.Brand, "x", "https://x.com/taco2"));
        (await world.RefusedAsync(new OpenCase(world.Brand, "x", "x.com/TACO2?s=20"))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Theory, BothDatabases, Requirement("R002-28")]
    public async Task Evidence_that_was_tampered_with_is_not_handed_out(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var found = (await world.RunAsync(new OpenCase(world.Brand, "bluesky", "https://bsky.app/profile/fake.example"))).Case.Id;
        var evidence = (await world.RunAsync(new AddCaseEvidence(found, "a.png", Screenshot))).Evidence.Single().Id;
        await world.SeeAsync(db => db.Set<CaseEvidenceContent>().ExecuteUpdateAsync(row => row.SetProperty(each => each.Content, new byte[] { 1, 2, 3 })));
        (await world.RefusedAsync(new CaseEvidenceFile(evidence))).Code.ShouldBe("evidence-altered");
        (await world.RefusedAsync(new AddCaseEvidence(found, "virus.exe", [77, 90, 0, 0]))).Kind.ShouldBe(ProblemKind.Unsupported);
        (await world.RefusedAsync(new AddCaseEvidence(found, "big.png", new byte[AddCaseEvidence.Most + 1]))).Kind.ShouldBe(ProblemKind.TooLarge);
        (await world.RefusedAsync(new AddCaseEvidence(found, "later.png", Screenshot, TakenAt: world.Now + NodaTime.Duration.FromHours(1)))).Code.ShouldBe("evidence-from-future");
    }

    [Fact]
    public void Every_status_of_a_case_leads_on_or_back_and_only_along_the_table()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            CaseMoves.From(status).ShouldNotBeEmpty();
            foreach (var next in Enum.GetValues<CaseStatus>())
            {
                if (CaseMoves.From(status).Contains(next))
                {
                    status.Become(next).ShouldBe(next);
                }
                else
                {
                    Should.Throw<ProblemException>(() => status.Become(next)).Code.ShouldBe("case-move-illegal");
                }
            }
        }
    }

    private static async Task<Id<ImpersonationCase>> ReportedAsync(World world, string url)
    {
        var id = (await world.RunAsync(new OpenCase(world.Brand, "bluesky", url, Copied: [IdentityElement.Avatar]))).Case.Id;
        await world.RunAsync(new AddCaseEvidence(id, "shot.png", Screenshot));
        await world.RunAsync(new MoveCase(id, CaseStatus.Reported));
        return id;
    }
}
