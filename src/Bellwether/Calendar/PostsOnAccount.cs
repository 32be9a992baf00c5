using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Names the posts that are scheduled on an account, so that it does not go while they wait.</summary>
internal sealed class PostsOnAccount(Db db) : IUseAccounts
{
    public async Task<IReadOnlyList<string>> OpenThingsAsync(Id<SocialAccount> account, CancellationToken cancel)
    {
        var posts = await db.Set<Post>().AsNoTracking()
            .Where(post => post.ArchivedAt == null && (post.Status == PostStatus.Scheduled || post.Status == PostStatus.Publishing) && post.Variants.Any(variant => variant.Account == account))
            .OrderBy(post => post.DueAt).ToListAsync(cancel);
        return [.. posts.Select(post => $"the post “{post.Title}” of {post.Slot}")];
    }
}
