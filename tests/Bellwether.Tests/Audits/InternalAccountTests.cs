using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Tests.Audits;

[Requirement("R004-07")]
public sealed class InternalAccountTests
{
    [Theory, BothDatabases]
    public async Task An_account_for_employees_is_seen_by_them_and_by_nobody_else(DatabaseKind on)
    {
        await using var world = await World.OnAsync(on);
        var account = (await world.RunAsync(new AddSocialAccount(world.Brand, "slack", "taco-team", "https://tacoloco.slack.example", "Tells the crew who drives where."))).Id;
        await world.RunAsync(new DecideDisposition(account, Disposition.Keep));
        (await world.RunAsync(new DirectoryDetail(world.Brand))).Entries.ShouldHaveSingleItem();

        (await world.RunAsync(new ChangeSocialAccount(account, Internal: true))).Internal.ShouldBeTrue();
        var directory = await world.RunAsync(new DirectoryDetail(world.Brand));
        directory.Entries.ShouldBeEmpty();
        directory.LeftOut.ShouldHaveSingleItem().Why.ShouldBe("It is for employees only.");
        var guest = await world.MemberAsync("Gus", Role.Guest);
        var seen = await world.Services.GetRequiredService<Runner>().RunAsync(
            new AccountInventory(world.Brand), current => current.Become(world.Workspace.Value, guest.Value, "Gus", permission => Role.Guest.May(permission), new Sight(null, null, Internal: false)), TestContext.Current.CancellationToken);
        seen.Accounts.ShouldBeEmpty();
        (await world.RunAsync(new AccountInventory(world.Brand))).Accounts.ShouldHaveSingleItem();
    }
}
