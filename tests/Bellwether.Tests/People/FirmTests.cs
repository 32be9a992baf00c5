using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;

namespace Bellwether.Tests.People;

[Requirement("R004-05")]
public sealed class FirmTests
{
    [Theory, BothDatabases]
    public async Task Guests_come_from_a_firm_and_leave_with_it(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var today = world.Now.InUtc().Date;
        await world.RunAsync(new InviteMember("Gus", "gus@north.example", Role.Guest, Firm: " North & Co "));
        await world.RunAsync(new InviteMember("Gil", "gil@north.example", Role.Guest, Firm: "North & Co"));
        await world.RunAsync(new InviteMember("Sol", "sol@south.example", Role.Guest, Firm: "South"));
        (await world.RefusedAsync(new InviteMember("Ed", "ed@example.org", Role.Editor, Firm: "North & Co"))).Fields[0].Field.ShouldBe("firm");

        (await world.RunAsync(new EndFirm("North & Co", today.PlusDays(1)))).Select(member => (member.Name, member.Active)).ShouldBe([("Gil", true), ("Gus", true)]);
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await world.RunAsync(new MemberList())).Where(member => member.Active && member.Role == Role.Guest).Select(member => member.Name).ShouldBe(["Sol"]);
        (await world.RefusedAsync(new EndFirm("Nobody", today))).Kind.ShouldBe(ProblemKind.NotFound);

        var sol = (await world.RunAsync(new MemberList())).Single(member => member.Name == "Sol");
        (await world.RunAsync(new ChangeMember(sol.Id, Name: "Solange"))).Firm.ShouldBe("South");
        (await world.RunAsync(new ChangeMember(sol.Id, Role: Role.Editor))).Firm.ShouldBeNull("whoever works here comes from no firm");
    }
}
