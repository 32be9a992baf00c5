using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>An account and whether posts can go out on it. Never a secret.</summary>
/// <param name="State">Null while it was never connected.</param>
/// <param name="Connectable">Whether this version can post to its network by itself.</param>
/// <param name="Settings">What is not secret: the server's address, the handle.</param>
/// <param name="Waiting">How many publications wait for it.</param>
/// <param name="Choose">Whether somebody signed in and has yet to say which of the places it reaches is meant.</param>
public sealed record ConnectionView(
    Id<SocialAccount> Account, string Handle, string Network, string NetworkName, bool Connectable, ConnectionState? State, string? Message,
    IReadOnlyDictionary<string, string> Settings, Instant? ConnectedAt, Instant? CheckedAt, Instant? ExpiresAt, int Waiting, bool Choose)
{
    internal static ConnectionView Of(SocialAccount account, Connection? connection, bool connectable, bool choose, int waiting) => new(
        account.Id, account.Handle, account.Network, NetworkCatalogue.Of(account.Network).Name, connectable, connection?.State, connection?.Message,
        connection?.Settings ?? new Dictionary<string, string>(StringComparer.Ordinal), connection?.ConnectedAt, connection?.CheckedAt, connection?.ExpiresAt, waiting, choose);
}

/// <summary>The accounts of a brand and how each is connected.</summary>
[Needs(Permission.Read)]
public sealed record ConnectionList(Id<Brand> Brand) : IQuery<IReadOnlyList<ConnectionView>>
{
    internal sealed class Handler(Db db, IEnumerable<IConnector> connectors, IEnumerable<ISignIn> signIns) : IHandle<ConnectionList, IReadOnlyList<ConnectionView>>
    {
        public async Task<IReadOnlyList<ConnectionView>> HandleAsync(ConnectionList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var networks = connectors.Select(connector => connector.Network).ToHashSet(StringComparer.Ordinal);
            var choosing = signIns.Where(one => one.ChoosesPlace).Select(one => one.Network).ToHashSet(StringComparer.Ordinal);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).ToListAsync(cancel);
            var connections = await db.Set<Connection>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Account, cancel);
            var waiting = await db.Set<Publication>().Where(row => row.Brand == brand.Id && row.Status == PublicationStatus.Queued)
                .GroupBy(row => row.Account).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
            return [.. accounts.OrderBy(account => account.Network, StringComparer.Ordinal).ThenBy(account => account.Handle, StringComparer.OrdinalIgnoreCase)
                .Select(account => ConnectionView.Of(account, connections.GetValueOrDefault(account.Id), networks.Contains(account.Network), Chooses(account), waiting.GetValueOrDefault(account.Id)))];

            bool Chooses(SocialAccount account) => choosing.Contains(account.Network) && connections.GetValueOrDefault(account.Id) is { } there && !there.Settings.ContainsKey(SignInPlace.Key);
        }
    }
}

/// <summary>What to do and what to type to connect an account of a network; 404 where this version cannot post by itself.</summary>
[Needs(Permission.Read)]
public sealed record HowToConnect(string Network) : IQuery<ConnectionGuide>
{
    internal sealed class Handler(IEnumerable<IConnector> connectors) : IHandle<HowToConnect, ConnectionGuide>
    {
        public Task<ConnectionGuide> HandleAsync(HowToConnect request, CancellationToken cancel) =>
            Task.FromResult(Rule.Found(connectors.FirstOrDefault(one => one.Network == request.Network), "way to connect this network").Guide);
    }
}
