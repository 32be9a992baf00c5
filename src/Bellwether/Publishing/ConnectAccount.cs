using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

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
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal, AccountKeys keys, OutgoingRules rules, IEnumerable<IConnector> connectors) : IHandle<ConnectAccount, Connected>
    {
        public async Task<Connected> HandleAsync(ConnectAccount request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            var connector = connectors.FirstOrDefault(one => one.Network == account.Network)
                ?? throw Rule.Broken("network-by-hand", $"This version cannot post to {NetworkCatalogue.Of(account.Network).Name} by itself. Posts on it are published by hand and reported here.", "account");
            var (settings, secrets) = Read(connector.Guide, request.Fields);
            var once = connector.NewSecrets();
            foreach (var (name, value) in once)
            {
                secrets[name] = value;
            }

            var access = new AccountAccess($"new:{account.Id}", settings, secrets);
            var now = clock.Now();
            // What the program makes itself is not known at the other side yet, so there is nothing to try.
            var outcome = once.Count > 0 ? null : await connector.CheckAsync(access, cancel);
            if (outcome is { Works: false })
            {
                throw Rule.Broken("connection-refused", outcome.Message, connector.Guide.Fields.FirstOrDefault(field => field.Secret && outcome.Kind is not ErrorKind.Transient and not ErrorKind.NotFound)?.Key ?? "address");
            }

            var connection = await db.Set<Connection>().FirstOrDefaultAsync(row => row.Account == account.Id, cancel);
            if (connection is null)
            {
                db.Add(connection = new Connection(account));
            }

            connection.Connect(settings, keys.Seal(access.Secrets), now);
            if (outcome is not null)
            {
                connection.Note(outcome, now);
            }

            var waiting = await GoOnAsync(account.Id, now, cancel);
            journal.Say($"connected @{account.Handle} on {NetworkCatalogue.Of(account.Network).Name}", account.Brand.Value, null, account.Id);
            return new Connected(ConnectionView.Of(account, connection, true, waiting), once);
        }

        private (Dictionary<string, string> Settings, Dictionary<string, string> Secrets) Read(ConnectionGuide guide, IReadOnlyDictionary<string, string> typed)
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal);
            var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var key in typed.Keys.Where(key => guide.Fields.All(field => field.Key != key)))
            {
                throw Rule.Broken("field-unknown", $"There is no field “{key}” here. The fields are: {string.Join(", ", guide.Fields.Select(field => field.Key))}.", key);
            }

            foreach (var field in guide.Fields)
            {
                var value = typed.GetValueOrDefault(field.Key)?.Trim();
                if (string.IsNullOrEmpty(value))
                {
                    Rule.Require(!field.Required, "field-missing", $"{field.Label} is missing. {field.Hint}", field.Key);
                    value = field.Usual;
                }

                if (value is not null)
                {
                    Rule.Require(value.Length <= 2000, "field-too-long", $"{field.Label} is too long.", field.Key);
                    (field.Secret ? secrets : settings)[field.Key] = field.Key == "identifier" ? value.TrimStart('@') : value;
                }
            }

            if (settings.TryGetValue("address", out var address) && rules.Problem(address) is { } problem)
            {
                throw Rule.Broken("address-refused", problem, "address");
            }

            return (settings, secrets);
        }

        /// <summary>What only waited for the connection goes back into the queue; how late is too late is still asked there.</summary>
        private async Task<int> GoOnAsync(Id<SocialAccount> account, Instant now, CancellationToken cancel)
        {
            var stuck = await db.Set<Publication>().Where(row => row.Account == account && row.Status == PublicationStatus.NeedsPerson
                && !row.MayBeOut && (row.ProblemKind == ErrorKind.AuthRevoked || row.ProblemKind == ErrorKind.PermissionMissing)).ToListAsync(cancel);
            stuck.ForEach(publication => publication.TryAgain(now, ErrorKind.Transient, "The account was connected."));
            return stuck.Count;
        }
    }
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
    internal sealed class Handler(Db db, Journal journal) : IHandle<Disconnect, Done>
    {
        public async Task<Done> HandleAsync(Disconnect request, CancellationToken cancel)
        {
            var account = await db.FindAsync(request.Account, "account", cancel);
            db.Remove(Rule.Found(await db.Set<Connection>().FirstOrDefaultAsync(row => row.Account == account.Id, cancel), "connection"));
            journal.Say($"disconnected @{account.Handle}", account.Brand.Value, null, account.Id);
            return Done.It;
        }
    }
}
