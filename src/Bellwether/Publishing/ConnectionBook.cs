using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Stores credentials that were tried, and lets go on what only waited for them.</summary>
[Scoped]
public sealed class ConnectionBook(Db db, TimeProvider clock, Journal journal, AccountKeys keys, ConnectionTicklers ticklers)
{
    /// <summary>The stored connection of an account; null while there is none.</summary>
    internal Task<Connection?> FindAsync(Id<SocialAccount> account, CancellationToken cancel) => db.Set<Connection>().FirstOrDefaultAsync(row => row.Account == account, cancel);

    /// <summary>Stores them, with what the trial showed where there was one.</summary>
    internal async Task<ConnectionView> StoreAsync(SocialAccount account, IReadOnlyDictionary<string, string> settings, AccountAccess access, CheckOutcome? outcome, bool choose, CancellationToken cancel)
    {
        var now = clock.Now();
        var connection = await FindAsync(account.Id, cancel);
        if (connection is null)
        {
            db.Add(connection = new Connection(account));
        }

        connection.Connect(settings, keys.Seal(access.Secrets), now);
        connection.Reseal(connection.Encrypted, TokenLife.End(access));
        if (outcome is not null)
        {
            connection.Note(outcome, now);
        }
        else if (choose)
        {
            connection.AskForPlace(now);
        }

        var waiting = choose ? 0 : await GoOnAsync(account.Id, now, cancel);
        await ticklers.SettleAsync(account.Id, cancel);
        journal.Say($"connected @{account.Handle} on {NetworkCatalogue.Of(account.Network).Name}", account.Brand.Value, null, account.Id);
        return ConnectionView.Of(account, connection, true, choose, waiting);
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
