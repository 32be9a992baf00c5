using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Audits;

/// <summary>Names the accounts that are for employees only, so that nothing kept as text tells of them.</summary>
internal sealed class ForEmployees(Db db) : IForEmployees
{
    public async Task<KeptInside> KeptAsync(Id<Brand> brand, CancellationToken cancel)
    {
        // Whoever asks does not see these rows; their own filter has to be left out to know what to hide.
        var accounts = await db.Set<SocialAccount>().IgnoreQueryFilters().AsNoTracking()
            .Where(account => account.WorkspaceKey == db.WorkspaceKey && account.Brand == brand && account.Internal)
            .Select(account => new { account.Id, account.Key, account.Handle }).ToListAsync(cancel);
        return new KeptInside([.. accounts.Select(account => account.Id.ToString())], [.. accounts.SelectMany(account => new[] { account.Key, account.Handle }).Distinct(StringComparer.Ordinal)], []);
    }
}
