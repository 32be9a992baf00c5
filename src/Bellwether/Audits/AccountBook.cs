using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Makes views of accounts: each with its gaps under the brand's rules and with the completeness of its profile.</summary>
[Scoped]
public sealed class AccountBook(Db db, TimeProvider clock)
{
    public async Task<SocialAccountView> OfAsync(SocialAccount account, CancellationToken cancel) =>
        (await OfAsync(account.Brand, [account], cancel))[0];

    /// <summary>Views of accounts of one brand, in their order.</summary>
    public async Task<IReadOnlyList<SocialAccountView>> OfAsync(Id<Brand> brand, IReadOnlyList<SocialAccount> accounts, CancellationToken cancel)
    {
        var rules = await RulesOf.BrandAsync(db, brand, cancel);
        var ids = accounts.Select(account => account.Id).ToList();
        var profiles = await db.Set<AccountProfile>().AsNoTracking().Where(profile => ids.Contains(profile.Account)).ToDictionaryAsync(profile => profile.Account, cancel);
        var now = clock.Now();
        return [.. accounts.Select(account => SocialAccountView.Of(account, rules, ProfileCompleteness.Of(account.Network, profiles.GetValueOrDefault(account.Id)), now))];
    }
}
