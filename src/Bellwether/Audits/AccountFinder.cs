using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Audits;

/// <summary>Finds accounts for whoever asks: 404 also where the member may not see the account's brand.</summary>
[Scoped]
public sealed class AccountFinder(Db db, PlanFinder plans)
{
    /// <summary>The account, tracked for change.</summary>
    public async Task<SocialAccount> FindAsync(Id<SocialAccount> id, CancellationToken cancel)
    {
        var account = await db.FindAsync(id, "account", cancel);
        await plans.BrandAsync(account.Brand, cancel);
        return account;
    }
}
