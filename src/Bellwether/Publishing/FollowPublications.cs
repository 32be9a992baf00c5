using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>A publication of a post changed how it stands.</summary>
public sealed record PublicationMoved(Id<Post> Post) : IEvent;

/// <summary>
/// Derives the post's status once more after the commit: two accounts that finish at the same moment do not see each
/// other's outcome before.
/// </summary>
internal sealed class FollowPublications(Db db) : IReact<PublicationMoved>
{
    public async Task ReactAsync(PublicationMoved happened, CancellationToken cancel)
    {
        if (await db.Set<Post>().FirstOrDefaultAsync(row => row.Id == happened.Post, cancel) is { } post
            && (post.Status >= PostStatus.Publishing || post.Status == PostStatus.Scheduled))
        {
            var outcomes = await db.Set<Publication>().AsNoTracking().Where(row => row.Post == post.Id).ToListAsync(cancel);
            post.Follow([.. outcomes.Select(row => row.Outcome)]);
        }
    }
}
