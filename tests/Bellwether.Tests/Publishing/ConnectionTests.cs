using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tests.Publishing;

/// <summary>Credentials are tried before they are kept, lie encrypted, and never come back out.</summary>
public sealed class ConnectionTests
{
    [Theory, BothDatabases]
    public async Task Secrets_lie_encrypted_and_are_never_shown(DatabaseKind on)
    {
        await using var stage = await Stage.OnAsync(on);
        var account = await stage.AccountAsync(fields: new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "tell-nobody" });
        var stored = await stage.World.SeeAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync());
        stored.Encrypted.ShouldNotContain("tell-nobody");
        stored.State.ShouldBe(ConnectionState.Working);
        System.Text.Json.JsonSerializer.Serialize(await stage.World.RunAsync(new ConnectionList(stage.World.Brand)), HouseJson.Options).ShouldNotContain("tell-nobody");
        (await stage.World.RunAsync(new TestConnection(account))).Message.ShouldBe("Signed in.");
        await stage.World.RunAsync(new Disconnect(account));
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand))).ShouldHaveSingleItem().State.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_network_refuses_is_said_beside_the_field_and_not_kept()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync(connect: false);
        var refused = await stage.World.RefusedAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "wrong" }));
        refused.Fields.ShouldHaveSingleItem().ShouldBe(new FieldProblem("token", "The token is wrong."));
        (await stage.World.RefusedAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal)))).Fields[0].Field.ShouldBe("token");
        (await stage.World.RefusedAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["colour"] = "red" }))).Code.ShouldBe("field-unknown");
        (await stage.World.SeeAsync(db => db.Set<Connection>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/hook")]
    public async Task An_address_inside_the_network_is_refused(string address)
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("webhook", connect: false);
        (await stage.World.RefusedAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = address })))
            .Fields.ShouldHaveSingleItem().Field.ShouldBe("address");
    }

    [Fact]
    public async Task A_network_without_a_connector_is_published_by_hand()
    {
        await using var stage = await Stage.OnAsync(DatabaseKind.Sqlite);
        var account = await stage.AccountAsync("instagram", connect: false);
        (await stage.World.RefusedAsync(new ConnectAccount(account, new Dictionary<string, string>(StringComparer.Ordinal)))).Code.ShouldBe("network-by-hand");
        (await stage.World.RunAsync(new ConnectionList(stage.World.Brand))).ShouldHaveSingleItem().Connectable.ShouldBeFalse();
        (await stage.World.RunAsync(new HowToConnect("bluesky"))).Steps.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_refreshes_at_once_wait_for_each_other()
    {
        var access = new AccountAccess("account", new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => access.AloneAsync(
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Delay(5, TestContext.Current.CancellationToken);
                return Interlocked.Decrement(ref inside);
            },
            TestContext.Current.CancellationToken)));
        most.ShouldBe(1);
    }
}
