using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>Tells the calendar, before a post's slot, that an account cannot be posted to.</summary>
internal sealed class AccountTrouble(Db db, TimeProvider clock, IEnumerable<IConnector> connectors) : IAccountTrouble
{
    private static readonly Duration Soon = Duration.FromDays(7);

    public async Task<IReadOnlyDictionary<Id<SocialAccount>, string>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, CancellationToken cancel)
    {
        var networks = connectors.Select(connector => connector.Network).ToHashSet(StringComparer.Ordinal);
        var known = await db.Set<SocialAccount>().AsNoTracking().Where(row => accounts.Contains(row.Id)).ToListAsync(cancel);
        var connections = await db.Set<Connection>().AsNoTracking().Where(row => accounts.Contains(row.Account)).ToDictionaryAsync(row => row.Account, cancel);
        var now = clock.Now();
        var troubles = new Dictionary<Id<SocialAccount>, string>();
        foreach (var account in known)
        {
            var connection = connections.GetValueOrDefault(account.Id);
            var trouble = !networks.Contains(account.Network)
                ? $"This version cannot post to {NetworkCatalogue.Of(account.Network).Name} by itself. You will be asked to post it by hand."
                : connection is null ? $"@{account.Handle} is not connected. Connect it under Settings, Networks."
                : connection.State == ConnectionState.Broken ? $"@{account.Handle} has to be connected again under Settings, Networks."
                : connection.ExpiresAt is { } end && end - now < Soon ? $"The access to @{account.Handle} ends soon. Connect it again under Settings, Networks."
                : null;
            if (trouble is not null)
            {
                troubles[account.Id] = trouble;
            }
        }

        return troubles;
    }
}
