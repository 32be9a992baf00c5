using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>An account after connecting, and secrets that are shown this once.</summary>
/// <param name="Once">Secrets the other side has to store; never shown again.</param>
public sealed record Connected(ConnectionView Connection, IReadOnlyDictionary<string, string> Once);

/// <summary>
/// Connects an account: tries the credentials, then stores them encrypted. What the network refuses is 422 beside the field
/// and stores nothing. Publications that waited only for this go on.
/// </summary>
/// <param name="Fields">The fields of the network's guide by their keys.</param>
[Needs(Permission.Administer)]
public sealed record ConnectAccount(Id<SocialAccount> Account, IReadOnlyDictionary<string, string> Fields) : ICommand<Connected>
{
    internal sealed class Handler(Db db, OutgoingRules rules, ConnectionBook book, IEnumerable<IConnector> connectors) : IHandle<ConnectAccount, Connected>
    {
        public async Task<Connected> HandleAsync(ConnectAccount request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var connector = ConnectorOf(account, connectors);
            Rule.Require(!connector.Guide.SignsIn, "sign-in-there", $"{NetworkCatalogue.Of(account.Network).Name} wants you to sign in at its own page. Begin there with “sign in”.", "account");
            var (settings, secrets) = GuideFields.Read(connector.Guide, request.Fields, rules);
            var once = connector.NewSecrets();
            foreach (var (name, value) in once)
            {
                secrets[name] = value;
            }

            var access = new AccountAccess($"new:{account.Id}", settings, secrets);
            // What the program makes itself is not known at the other side yet, so there is nothing to try.
            var outcome = once.Count > 0 ? null : await connector.CheckAsync(access, cancel);
            if (outcome is { Works: false })
            {
                throw Rule.Broken("connection-refused", outcome.Message, connector.Guide.Fields.FirstOrDefault(field => field.Secret && outcome.Kind is not ErrorKind.Transient and not ErrorKind.NotFound)?.Key ?? "address");
            }

            return new Connected(await book.StoreAsync(account, settings, access, outcome, false, cancel), once);
        }
    }

    /// <summary>The connector of an account's network, or a problem in words.</summary>
    internal static IConnector ConnectorOf(SocialAccount account, IEnumerable<IConnector> connectors) =>
        connectors.FirstOrDefault(one => one.Network == account.Network)
        ?? throw Rule.Broken("network-by-hand", $"This version cannot post to {NetworkCatalogue.Of(account.Network).Name} by itself. Posts on it are published by hand and reported here.", "account");
}

/// <summary>Tries an account's credentials and says in words what came of it.</summary>
[Needs(Permission.Publish)]
public sealed record TestConnection(Id<SocialAccount> Account) : ICommand<CheckOutcome>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, AccountKeys keys, IEnumerable<IConnector> connectors) : IHandle<TestConnection, CheckOutcome>
    {
        public async Task<CheckOutcome> HandleAsync(TestConnection request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var connection = Rule.Found(await db.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Account == account.Id, cancel), "connection");
            var connector = Rule.Found(connectors.FirstOrDefault(one => one.Network == account.Network), "way to connect this network");
            var outcome = await connector.CheckAsync(keys.Open(connection), cancel);
            // Read only now: the test may have stored new tokens meanwhile.
            (await db.Set<Connection>().FirstAsync(row => row.Id == connection.Id, cancel)).Note(outcome, clock.Now());
            journal.Say($"tested the connection of @{account.Handle}: {outcome.Message}", account.Brand.Value, null, account.Id);
            return outcome;
        }
    }
}

/// <summary>Forgets an account's credentials. What waits for it stays and asks for a person when its time comes.</summary>
[Needs(Permission.Administer)]
public sealed record Disconnect(Id<SocialAccount> Account) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal, ConnectionTicklers ticklers) : IHandle<Disconnect, Done>
    {
        public async Task<Done> HandleAsync(Disconnect request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            db.Remove(Rule.Found(await db.Set<Connection>().FirstOrDefaultAsync(row => row.Account == account.Id, cancel), "connection"));
            await ticklers.SettleAsync(account.Id, cancel);
            journal.Say($"disconnected @{account.Handle}", account.Brand.Value, null, account.Id);
            return Done.It;
        }
    }
}
