using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Names the posts that go to accounts for employees alone.</summary>
internal sealed class ForEmployees(Db db) : IForEmployees
{
    public async Task<KeptInside> KeptAsync(Id<Brand> brand, CancellationToken cancel)
    {
        // Whoever asks does not see these rows; their own filter has to be left out to know what to hide.
        var accounts = await db.Set<SocialAccount>().IgnoreQueryFilters().AsNoTracking()
            .Where(account => account.WorkspaceKey == db.WorkspaceKey && account.Brand == brand && account.Internal).Select(account => account.Id).ToListAsync(cancel);
        var posts = accounts.Count == 0 ? [] : await db.Set<Post>().IgnoreQueryFilters().AsNoTracking()
            .Where(post => post.WorkspaceKey == db.WorkspaceKey && post.Brand == brand && post.Variants.Any() && post.Variants.All(variant => accounts.Contains(variant.Account)))
            .Select(post => new { post.Id, post.Title }).ToListAsync(cancel);
        return new KeptInside([.. posts.Select(post => post.Id.ToString())], [], [.. posts.Select(post => post.Title).Distinct(StringComparer.Ordinal)]);
    }
}
