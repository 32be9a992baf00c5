using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Reminders;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Audits;

/// <summary>What the accounts need is put before the person it concerns, once, and goes when it is done.</summary>
public sealed class AuditTicklerTests
{
    [Theory, BothDatabases, Requirement("R002-26")]
    public async Task An_account_unconfirmed_for_more_than_ninety_days_is_told_to_its_owner_until_it_is_confirmed(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News", Owner: ben));
        await PassAsync(world, 90);
        (await OfAsync(world, ben)).ShouldBeEmpty();
        await PassAsync(world, 1);
        await PassAsync(world, 1);
        var told = (await OfAsync(world, ben)).ShouldHaveSingleItem();
        told.Words.ShouldBe("Nobody has confirmed taco.example on Bluesky for 91 days. Look whether all stands as it is written.");
        told.Path.ShouldBe($"/audit?account={account.Id}");
        (await OfAsync(world, world.Owner)).ShouldBeEmpty("it is Ben's");
        (await world.RunAsync(new TodayPage(world.Brand), Role.Editor, ben)).Ticklers.ShouldBeEmpty("the card of accounts has the button");

        await world.RunAsync(new AttestAccount(account.Id), Role.Editor, ben);
        (await OfAsync(world, ben)).ShouldBeEmpty();
        await PassAsync(world, 91);
        (await OfAsync(world, ben)).Count.ShouldBe(1, "the next quarter tells again");
        await world.RunAsync(new AssignAccountOwner(account.Id, world.Owner));
        await PassAsync(world, 0);
        (await OfAsync(world, ben)).ShouldBeEmpty("it is somebody else's now");
        (await OfAsync(world, world.Owner)).Count.ShouldBe(1);
    }

    [Fact, Requirement("R002-33")]
    public async Task Thirty_days_without_a_purpose_are_told_to_the_owner_with_the_suggestion_and_nothing_is_done()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var ben = await world.MemberAsync("Ben");
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Owner: ben, Status: AccountStatus.Unexplained));
        await PassAsync(world, 29);
        (await OfAsync(world, ben)).ShouldBeEmpty();
        await PassAsync(world, 1);
        await PassAsync(world, 5);
        (await OfAsync(world, ben)).ShouldHaveSingleItem().Words.ShouldBe("taco on Pinterest: No purpose for 30 days: say what it is for, park it, or delete it.");
        var untouched = await world.RunAsync(new AccountDetail(account.Id));
        (untouched.Disposition, untouched.ArchivedAt).ShouldBe((Disposition.Undecided, null));
        await world.RunAsync(new DecideDisposition(account.Id, Disposition.Park));
        (await OfAsync(world, ben)).ShouldBeEmpty();
    }

    [Fact, Requirement("R002-28")]
    public async Task A_report_without_an_answer_for_seven_days_is_told_and_told_again_a_week_after_it_was_chased()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var id = (await world.RunAsync(new OpenCase(world.Brand, "bluesky", "https://bsky.app/profile/fake.example", "fake.example", [IdentityElement.Avatar]))).Case.Id;
        await world.RunAsync(new AddCaseEvidence(id, "shot.png", ImpersonationTests.Screenshot));
        await world.RunAsync(new MoveCase(id, CaseStatus.Reported));
        await PassAsync(world, 6);
        (await OfAsync(world, world.Owner)).ShouldBeEmpty();
        await PassAsync(world, 1);
        await PassAsync(world, 0);
        var told = (await OfAsync(world, world.Owner)).ShouldHaveSingleItem();
        told.Words.ShouldContain("has not answered about fake.example");
        told.Path.ShouldBe($"/audit/cases?case={id}");
        await world.RunAsync(new ChaseCase(id));
        (await OfAsync(world, world.Owner)).ShouldBeEmpty();
        await PassAsync(world, 7);
        (await OfAsync(world, world.Owner)).Count.ShouldBe(1);
        await world.RunAsync(new MoveCase(id, CaseStatus.Acknowledged));
        (await OfAsync(world, world.Owner)).ShouldBeEmpty();
        await PassAsync(world, 7);
        (await OfAsync(world, world.Owner)).Count.ShouldBe(1, "an acknowledged case still waits for what comes of it");
        await world.RunAsync(new MoveCase(id, CaseStatus.Removed));
        await PassAsync(world, 30);
        (await OfAsync(world, world.Owner)).ShouldBeEmpty();
    }

    [Fact, Requirement("R002-33"), Requirement("R002-28")]
    public async Task What_nobody_answers_for_is_told_to_the_owners_and_not_to_everybody_who_may_run_a_plan()
    {
        await using var world = await World.OnAsync(DatabaseKind.Sqlite);
        var manager = await world.MemberAsync("Mia", Role.Manager);
        await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Status: AccountStatus.Unexplained));
        var fake = (await world.RunAsync(new OpenCase(world.Brand, "bluesky", "https://bsky.app/profile/fake.example", "fake.example", [IdentityElement.Avatar]))).Case.Id;
        await world.RunAsync(new AddCaseEvidence(fake, "shot.png", ImpersonationTests.Screenshot));
        await world.RunAsync(new MoveCase(fake, CaseStatus.Reported));
        await PassAsync(world, 31);
        (await OfAsync(world, world.Owner)).Count.ShouldBe(2);
        (await OfAsync(world, manager)).ShouldBeEmpty();
    }

    private static async Task PassAsync(World world, int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        await world.Services.GetRequiredService<AuditWork>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task<IReadOnlyList<TicklerView>> OfAsync(World world, Id<Member> member) =>
        world.RunAsync(new TicklerList(world.Brand), member == world.Owner ? Role.Owner : Role.Editor, member);
}
