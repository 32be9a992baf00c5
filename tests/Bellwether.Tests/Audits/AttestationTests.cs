using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Bellwether.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Audits;

public sealed class AttestationTests
{
    [Theory, BothDatabases, Requirement("R002-26")]
    public async Task An_account_unconfirmed_for_more_than_ninety_days_is_stale_and_its_owner_is_asked_once(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News", Owner: world.Owner));
        world.Clock.Advance(TimeSpan.FromDays(90));
        (await world.RunAsync(new AccountDetail(account.Id))).Attestation.Stale.ShouldBeFalse();
        (await world.Services.GetRequiredService<AuditWork>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var late = await world.RunAsync(new AccountDetail(account.Id));
        late.Attestation.Days.ShouldBe(91);
        late.Attestation.Stale.ShouldBeTrue();
        late.Gaps.ShouldContain(AccountGap.Stale);
        (await world.Services.GetRequiredService<AuditWork>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await world.Services.GetRequiredService<AuditWork>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "asked once until it is confirmed");
        var todo = (await world.RunAsync(new TodayPage(world.Brand))).Accounts.Single();
        todo.Kind.ShouldBe(AuditTodoKind.Attest);
        todo.Days.ShouldBe(1);
        await world.RunAsync(new AttestAccount(account.Id, "All as written"));
        (await world.RunAsync(new AccountDetail(account.Id))).Attestation.Days.ShouldBe(0);
        (await world.RunAsync(new TodayPage(world.Brand))).Accounts.ShouldBeEmpty();
        (await world.RunAsync(new AttestationList(account.Id))).Single().Note.ShouldBe("All as written");
        world.Clock.Advance(TimeSpan.FromDays(91));
        (await world.Services.GetRequiredService<AuditWork>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1, "the next quarter asks again");
    }

    [Theory, BothDatabases, Requirement("R002-26")]
    public async Task Only_the_owner_confirms(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News", Owner: ben));
        (await world.RefusedAsync(new AttestAccount(account.Id))).Kind.ShouldBe(ProblemKind.Forbidden);
        (await world.RunAsync(new AttestAccount(account.Id), Role.Editor, ben)).AttestedBy.ShouldBe(ben);
        await world.RunAsync(new AssignAccountOwner(account.Id));
        (await world.RefusedAsync(new AttestAccount(account.Id))).Code.ShouldBe("no-owner");
    }

    [Theory, BothDatabases, Requirement("R002-26")]
    public async Task The_quarter_can_be_another_span_and_closed_accounts_are_left_alone(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "taco.example", Purpose: "News", Owner: world.Owner));
        await world.RunAsync(new SetAuditRules(world.Brand, AttestEvery: 30));
        world.Clock.Advance(TimeSpan.FromDays(31));
        (await world.RunAsync(new AccountDetail(account.Id))).Attestation.Stale.ShouldBeTrue();
        await world.RunAsync(new ChangeSocialAccount(account.Id, Status: AccountStatus.Closed));
        (await world.RunAsync(new AccountDetail(account.Id))).Attestation.ShouldBe(new AttestationState(null, 31, false));
        (await world.RefusedAsync(new SetAuditRules(world.Brand, AttestEvery: 3))).Fields[0].Field.ShouldBe("attestEvery");
    }

    [Theory, BothDatabases, Requirement("R002-26")]
    public async Task A_new_account_is_asked_for_and_granted_as_a_planned_one(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var wish = await world.RunAsync(new RequestAccount(world.Brand, "TikTok", "@tacoloco", "People under 25 nearby", "Two short videos a week"), Role.Editor, ben);
        wish.Responsible.ShouldBe(ben);
        (await world.RunAsync(new AuditTodo(world.Brand))).Single().Kind.ShouldBe(AuditTodoKind.Decide);
        (await world.RefusedAsync(new DecideAccountRequest(wish.Id, Grant: false))).Fields[0].Field.ShouldBe("reason");
        var granted = await world.RunAsync(new DecideAccountRequest(wish.Id, Grant: true));
        granted.Status.ShouldBe(RequestStatus.Granted);
        var account = await world.RunAsync(new AccountDetail(granted.Account!.Value));
        (account.Network, account.Handle, account.Status, account.Owner).ShouldBe(("tiktok", "tacoloco", AccountStatus.Planned, ben));
        account.Purpose.ShouldBe("For People under 25 nearby: Two short videos a week");
        (await world.RefusedAsync(new DecideAccountRequest(wish.Id, Grant: true))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RefusedAsync(new RequestAccount(world.Brand, "tiktok", "tacoloco", "All", "All"))).Code.ShouldBe("account-known");
    }

    [Theory, BothDatabases, Requirement("R002-26")]
    public async Task A_branch_begins_with_a_copy_of_the_account_set(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new AddSocialAccount(world.Brand, "instagram", "tacoloco", Purpose: "Show the kitchen", Owner: world.Owner));
        await world.RunAsync(new AddSocialAccount(world.Brand, "x", "tacoloco", Purpose: "Where the van stands"));
        var old = await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "tacoloco", Status: AccountStatus.Unexplained));
        await world.RunAsync(new DecideDisposition(old.Id, Disposition.Delete));
        var copies = await world.RunAsync(new CopyAccounts(world.Brand, "Hamburg Süd", Owner: world.Owner));
        copies.Select(copy => (copy.Network, copy.Handle, copy.Status, copy.Purpose)).ShouldBe(
            [("instagram", "tacolocohamburgsud", AccountStatus.Planned, "Show the kitchen"), ("x", "tacolhamburgsud", AccountStatus.Planned, "Where the van stands")]);
        copies.ShouldAllBe(copy => copy.Branch == "Hamburg Süd" && copy.Custody.Kind == CustodyKind.NotKnown);
        (await world.RefusedAsync(new CopyAccounts(world.Brand, "hamburg süd"))).Kind.ShouldBe(ProblemKind.Conflict);
        (await world.RefusedAsync(new CopyAccounts(world.Brand, "Bremen", From: "Kiel"))).Code.ShouldBe("nothing-to-copy");
    }
}
