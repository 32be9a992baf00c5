using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>Lets posts expire in every workspace that has late ones.</summary>
[Single]
public sealed class PostExpiry(Rounds rounds, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        return rounds.SendAsync(
            db => db.Set<Post>().IgnoreQueryFilters().IgnoreAutoIncludes()
                .Where(post => post.ArchivedAt == null && (
                    (post.DueAt <= now && (post.Status == PostStatus.Draft || post.Status == PostStatus.InReview))
                    || (post.EndedAt == null && post.ExpiresAt <= now)))
                .Select(post => post.WorkspaceKey),
            new ExpirePosts(), expired => expired.Count, cancel);
    }
}
