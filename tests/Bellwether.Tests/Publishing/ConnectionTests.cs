using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Publishing;
using Bellwether.Storage;
using Bellwether.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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

    [Fact]
    public void What_was_tested_without_success_says_so_and_one_that_worked_stays_connected_in_bad_weather()
    {
        var account = new SocialAccount(Id<Brand>.New(), "webhook", "our-site", null, Instant.FromUnixTimeSeconds(0));
        var connection = new Connection(account);
        connection.Connect(new Dictionary<string, string>(StringComparer.Ordinal), "sealed", Instant.FromUnixTimeSeconds(1));
        connection.State.ShouldBe(ConnectionState.Untested);
        connection.Note(new CheckOutcome(false, "The server could not be reached.", Kind: ErrorKind.Transient), Instant.FromUnixTimeSeconds(2));
        (connection.State, connection.Message, connection.CheckedAt).ShouldBe((ConnectionState.Failing, "The server could not be reached.", Instant.FromUnixTimeSeconds(2)));
        new AccountStanding(account, connection, null, null, true).Trouble(Instant.FromUnixTimeSeconds(3))!.Found.ShouldBe("The last test of @our-site failed: The server could not be reached.");
        connection.Note(new CheckOutcome(true, "The receiver took a signed test delivery."), Instant.FromUnixTimeSeconds(4));
        connection.Note(new CheckOutcome(false, "The server could not be reached.", Kind: ErrorKind.Transient), Instant.FromUnixTimeSeconds(5));
        connection.State.ShouldBe(ConnectionState.Working);
    }

    [Fact]
    public void The_list_of_networks_begins_with_those_that_have_a_connector()
    {
        var told = File.ReadAllText(Path.Combine(Repository.Root, "src/ui/src/shared/forms/NetworkField.tsx")).Split("const connectors = [")[1].Split(']')[0];
        told.Split(',').Select(name => name.Trim(' ', '\'')).ShouldBe(
            typeof(IConnector).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IConnector))).Select(type => type.Name.Replace("Connector", "", StringComparison.Ordinal).ToLowerInvariant().Replace("googlebusiness", "google", StringComparison.Ordinal)), ignoreOrder: true);
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
