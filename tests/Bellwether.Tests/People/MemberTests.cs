using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.People;

public sealed class MemberTests
{
    [Theory, BothDatabases]
    public async Task The_same_address_is_invited_once(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        await world.RunAsync(new InviteMember("Ben", "Ben@Example.org", Role.Editor));
        var problem = await world.RefusedAsync(new InviteMember("Benjamin", "ben@example.org", Role.Analyst));
        problem.Code.ShouldBe("member-there");
        problem.Fields.ShouldHaveSingleItem().Field.ShouldBe("email");
    }

    [Theory, BothDatabases]
    public async Task The_last_owner_stays(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        (await world.RefusedAsync(new ChangeMember(world.Owner, Role: Role.Analyst))).Code.ShouldBe("last-owner");
        var second = await world.MemberAsync("Ben", Role.Owner);
        await world.RunAsync(new ChangeMember(world.Owner, Role: Role.Analyst));
        (await world.RunAsync(new MemberList())).Single(member => member.Id == second).Role.ShouldBe(Role.Owner);
    }

    [Theory, BothDatabases]
    public async Task A_token_has_no_permission_its_maker_lacks(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var analyst = await world.MemberAsync("Cleo", Role.Analyst);
        var refused = await Should.ThrowAsync<ProblemException>(() => world.RunAsync(new MakeApiToken("Mine", [Permission.Publish]), Role.Analyst, analyst));
        refused.Code.ShouldBe("scope-too-wide");
        var made = await world.RunAsync(new MakeApiToken("Mine", [Permission.Collect]), Role.Analyst, analyst);
        made.Secret.ShouldStartWith("bw_");
        var stored = await world.SeeAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<ApiToken>()));
        stored.Hash.ShouldBe(Codes.Hash(made.Secret));
        stored.Hash.ShouldNotContain(made.Secret);
    }

    [Theory, BothDatabases]
    public async Task The_audit_trail_pages_from_the_newest_to_the_oldest(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        foreach (var name in new[] { "Ben", "Cleo", "Dan", "Eva", "Finn" })
        {
            await world.MemberAsync(name);
        }

        var first = await world.RunAsync(new AuditTrail(Take: 3));
        var second = await world.RunAsync(new AuditTrail(first.After, 3));
        string[] seen = [.. first.Items.Concat(second.Items).Select(line => line.What.Split(' ')[1])];
        seen.ShouldBe(["Finn", "Eva", "Dan", "Cleo", "Ben"]);
        second.After.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Another_workspace_sees_nothing_of_it(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var ben = await world.MemberAsync("Ben");
        (await world.RunAsStrangerAsync(new MemberList())).ShouldBeEmpty();
        (await Should.ThrowAsync<ProblemException>(() => world.RunAsStrangerAsync(new EndMembership(ben)))).Kind.ShouldBe(ProblemKind.NotFound);
    }
}
