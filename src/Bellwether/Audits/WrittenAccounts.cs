using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>
/// The accounts that the parts of a plan file point to: by the key they have here, or by the key that the file gives them,
/// such as “blog” in one written by hand.
/// </summary>
[Scoped]
public sealed class WrittenAccounts(Db db)
{
    private readonly Dictionary<string, SocialAccount> named = new(StringComparer.Ordinal);

    /// <summary>The file calls an account so.</summary>
    internal void Call(string? key, SocialAccount account)
    {
        if (key is not null)
        {
            named[key] = account;
        }
    }

    /// <summary>A brand's accounts by either key, those included that are not saved yet.</summary>
    public async Task<Dictionary<string, SocialAccount>> ByKeyAsync(Id<Brand> brand, CancellationToken cancel)
    {
        await db.Set<SocialAccount>().Where(account => account.Brand == brand).LoadAsync(cancel);
        var known = new Dictionary<string, SocialAccount>(named, StringComparer.Ordinal);
        foreach (var account in db.Set<SocialAccount>().Local.Where(account => account.Brand == brand))
        {
            known[account.Key] = account;
        }

        return known;
    }
}
