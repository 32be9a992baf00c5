using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Tells the calendar, before a post's slot, that an account cannot be posted to.</summary>
internal sealed class AccountTrouble(Db db, TimeProvider clock, IEnumerable<IConnector> connectors) : IAccountTrouble
{
    public async Task<IReadOnlyDictionary<Id<SocialAccount>, string>> OfAsync(IReadOnlyCollection<Id<SocialAccount>> accounts, CancellationToken cancel)
    {
        var networks = connectors.Select(connector => connector.Network).ToHashSet(StringComparer.Ordinal);
        var known = await db.Set<SocialAccount>().AsNoTracking().Where(row => accounts.Contains(row.Id)).ToListAsync(cancel);
        var connections = await db.Set<Connection>().AsNoTracking().Where(row => accounts.Contains(row.Account)).ToDictionaryAsync(row => row.Account, cancel);
        var lanes = await db.Set<Lane>().AsNoTracking().Where(row => accounts.Contains(row.Account)).ToDictionaryAsync(row => row.Account, cancel);
        var brands = known.Select(account => account.Brand).Distinct().ToList();
        var paused = await db.Set<PublishingRules>().AsNoTracking().Where(row => brands.Contains(row.Brand) && row.PausedAt != null).ToDictionaryAsync(row => row.Brand, cancel);
        var now = clock.Now();
        var troubles = new Dictionary<Id<SocialAccount>, string>();
        foreach (var account in known)
        {
            var standing = new AccountStanding(account, connections.GetValueOrDefault(account.Id), lanes.GetValueOrDefault(account.Id), paused.GetValueOrDefault(account.Brand), networks.Contains(account.Network));
            if (standing.Trouble(now) is { } trouble)
            {
                troubles[account.Id] = $"{trouble.Found} {trouble.Mend}".TrimEnd();
            }
        }

        return troubles;
    }
}
