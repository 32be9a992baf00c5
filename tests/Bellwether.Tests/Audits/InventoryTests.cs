using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using NodaTime;

namespace Bellwether.Tests.Audits;

public sealed class InventoryTests
{
    [Theory, BothDatabases, Requirement("R002-25")]
    public async Task An_account_is_listed_with_who_runs_it_and_what_it_is_for(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        var added = await world.RunAsync(new AddSocialAccount(world.Brand, "Instagram", "@tacoloco", "https://www.instagram.com/tacoloco/", "Show the kitchen", world.Owner));
        await world.RunAsync(new ChangeSocialAccount(
            added.Id, TwoFactor: TwoFactor.On, Custody: new Custody(CustodyKind.Vault, "team vault", "social@ mailbox"), Operators: [ben],
            Verified: true, LastPost: new LocalDate(2026, 3, 1), Notes: "Blue tick since 2024", IfVersion: added.Version));
        var row = (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.Single();
        row.Network.ShouldBe("instagram");
        row.Handle.ShouldBe("tacoloco");
        row.Owner.ShouldBe(world.Owner);
        row.Operators.ShouldBe([ben]);
        row.Custody.HeldBy.ShouldBe("team vault");
        row.LastPost.ShouldBe(new LocalDate(2026, 3, 1));
        row.Verified.ShouldBeTrue();
        row.Gaps.ShouldBeEmpty();
        (await world.RefusedAsync(new ChangeSocialAccount(added.Id, Notes: "late", IfVersion: added.Version))).Kind.ShouldBe(ProblemKind.Conflict);
    }

    [Theory, BothDatabases, Requirement("R002-25")]
    public async Task The_same_profile_twice_is_refused_however_it_is_spelled(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var first = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", "https://twitter.com/Taco", Purpose: "News"));
        var no = await world.RefusedAsync(new AddSocialAccount(world.Brand, "twitter", "@taco", "x.com/taco?s=20", Purpose: "News"));
        no.Kind.ShouldBe(ProblemKind.Conflict);
        no.Code.ShouldBe("account-known");
        await world.RunAsync(new ArchiveSocialAccount(first.Id));
        (await world.RefusedAsync(new AddSocialAccount(world.Brand, "x", "taco", "x.com/taco", Purpose: "News"))).Message.ShouldContain("archive");
        (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.ShouldBeEmpty();
        await world.RunAsync(new RestoreSocialAccount(first.Id));
        (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.Count.ShouldBe(1);
    }

    [Theory, BothDatabases, Requirement("R002-25")]
    public async Task The_list_is_filtered_by_what_is_missing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new AddSocialAccount(world.Brand, "bluesky", "owned.example", Purpose: "News", Owner: world.Owner));
        var agency = await world.RunAsync(new AddSocialAccount(world.Brand, "facebook", "taco", Purpose: "Events", Owner: world.Owner));
        await world.RunAsync(new ChangeSocialAccount(agency.Id, Custody: new Custody(CustodyKind.FormerEmployee, "Tom")));
        var north = await world.RunAsync(new AddSocialAccount(world.Brand, "tiktok", "taco", Purpose: "Clips", Owner: world.Owner));
        await world.RunAsync(new ChangeSocialAccount(north.Id, Custody: new Custody(CustodyKind.Agency, "Agency North")));
        await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Status: AccountStatus.Unexplained));
        async Task<IEnumerable<string>> Shown(AccountGap gap) => (await world.RunAsync(new AccountInventory(world.Brand, gap))).Accounts.Select(account => account.Network);
        (await Shown(AccountGap.NoOwner)).ShouldBe(["pinterest"]);
        (await Shown(AccountGap.NoPurpose)).ShouldBe(["pinterest"]);
        (await Shown(AccountGap.OutsideControl)).ShouldBe(["facebook", "tiktok"], "an employee who left, and an agency");
        await world.RunAsync(new ChangeSocialAccount(north.Id, Custody: new Custody(CustodyKind.Vault, "team vault")));
        (await Shown(AccountGap.OutsideControl)).ShouldBe(["facebook"]);
        var all = await world.RunAsync(new AccountInventory(world.Brand));
        all.Gaps.Single(gap => gap.Gap == AccountGap.NoTwoFactor).Count.ShouldBe(4);
    }

    [Theory, BothDatabases, Requirement("R002-33")]
    public async Task Thirty_days_without_a_purpose_bring_a_suggestion_and_nothing_else(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "pinterest", "taco", Status: AccountStatus.Unexplained));
        world.Clock.Advance(TimeSpan.FromDays(29));
        (await world.RunAsync(new AccountDetail(account.Id))).Suggestion.ShouldBeNull();
        world.Clock.Advance(TimeSpan.FromDays(1));
        var due = await world.RunAsync(new AccountDetail(account.Id));
        due.Suggestion!.Suggest.ShouldBe(Disposition.Park);
        due.Disposition.ShouldBe(Disposition.Undecided);
        due.ArchivedAt.ShouldBeNull();
        await world.RunAsync(new ChangeSocialAccount(account.Id, LastPost: new LocalDate(2025, 1, 1)));
        (await world.RunAsync(new AccountDetail(account.Id))).Suggestion!.Suggest.ShouldBe(Disposition.Delete);
        await world.RunAsync(new ChangeSocialAccount(account.Id, Purpose: "Recipes to save"));
        (await world.RunAsync(new AccountDetail(account.Id))).Suggestion.ShouldBeNull();
        await world.RunAsync(new ChangeSocialAccount(account.Id, Purpose: ""));
        (await world.RunAsync(new AccountDetail(account.Id))).Suggestion.ShouldBeNull("the 30 days start anew");
    }

    [Theory, BothDatabases, Requirement("R002-25")]
    public async Task A_password_is_refused_and_never_stored(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        (await world.RefusedAsync(new ChangeSocialAccount(account.Id, Notes: "pw: tacos4ever"))).Code.ShouldBe("secret-refused");
        (await world.RefusedAsync(new ChangeSocialAccount(account.Id, Custody: new Custody(CustodyKind.Team, "password=tacos4ever")))).Code.ShouldBe("secret-refused");
        (await world.RunAsync(new AccountDetail(account.Id))).Notes.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Another_workspace_sees_nothing(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = await world.RunAsync(new AddSocialAccount(world.Brand, "x", "taco", Purpose: "News"));
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new AccountDetail(account.Id)))).Kind.ShouldBe(ProblemKind.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new ArchiveSocialAccount(account.Id), Role.Guest, world.Owner))).Kind.ShouldBe(ProblemKind.Forbidden);
    }
}
