using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Channels;

/// <summary>Reads the cadence that holds for accounts: their own, or their network's starting values.</summary>
[Scoped]
public sealed class CadenceBook(Db db)
{
    /// <summary>
    /// What is asked of each account: the cadence that the brand chose, or the network's starting values where the account works for
    /// a channel of a plan that is not over. Of any other nothing is asked.
    /// </summary>
    public async Task<IReadOnlyDictionary<Id<SocialAccount>, Cadence>> AskedAsync(IReadOnlyCollection<SocialAccount> accounts, CancellationToken cancel)
    {
        var working = (await (
            from channel in db.Set<Channel>()
            join plan in db.Set<Plan>() on channel.Plan equals plan.Id
            where channel.Status == ChannelStatus.Active && channel.Account != null && plan.Status != PlanStatus.Closed
            select channel.Account).ToListAsync(cancel)).ToHashSet();
        return (await OfAsync(accounts, cancel)).ToDictionary(pair => pair.Key, pair => pair.Value.Chosen || working.Contains(pair.Key) ? pair.Value.Cadence : Cadence.Free);
    }

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
