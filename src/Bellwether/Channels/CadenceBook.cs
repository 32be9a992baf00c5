using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Reads the cadence that holds for accounts: their own, or their network's starting values.</summary>
[Scoped]
public sealed class CadenceBook(Db db)
{
    /// <summary>The cadence of each account, and whether the brand chose it.</summary>
    public async Task<IReadOnlyDictionary<Id<SocialAccount>, (Cadence Cadence, bool Chosen)>> OfAsync(IReadOnlyCollection<SocialAccount> accounts, CancellationToken cancel)
    {
        var ids = accounts.Select(account => account.Id).ToList();
        var own = await db.Set<CadencePolicy>().AsNoTracking().Where(policy => ids.Contains(policy.Account)).ToDictionaryAsync(policy => policy.Account, policy => policy.Cadence, cancel);
        return accounts.ToDictionary(
            account => account.Id,
            account => own.TryGetValue(account.Id, out var cadence) ? (cadence, true) : (CadenceStarts.Of(NetworkCatalogue.Of(account.Network)), false));
    }
}
