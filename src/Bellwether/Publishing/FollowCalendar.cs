using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>
/// Keeps one publication per variant of a scheduled post. It follows the post as it stands now, not the event as it was, so
/// events may come twice or in any order.
/// </summary>
internal sealed class FollowCalendar(Db db) : IReact<PostScheduled>, IReact<PostMoved>, IReact<PostUnscheduled>
{
    public Task ReactAsync(PostScheduled happened, CancellationToken cancel) => FollowAsync(happened.Post, cancel);

    public Task ReactAsync(PostMoved happened, CancellationToken cancel) => FollowAsync(happened.Post, cancel);

    public Task ReactAsync(PostUnscheduled happened, CancellationToken cancel) => FollowAsync(happened.Post, cancel);

    private async Task FollowAsync(Id<Post> id, CancellationToken cancel)
    {
        var post = await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        var publications = await db.Set<Publication>().Where(row => row.Post == id).ToListAsync(cancel);
        var planned = post is { ArchivedAt: null, Status: PostStatus.Scheduled } ? PostScheduled.Planned(post) : [];
        var isOpen = post is null or { IsOpen: true };
        foreach (var publication in publications.Where(row => isOpen && row.IsUntouched && planned.All(variant => variant.Variant != row.Variant)))
        {
            publication.Withdraw();
        }

        if (planned.Count == 0)
        {
            return;
        }

        var paused = await db.Set<PublishingRules>().AnyAsync(row => row.Brand == post!.Brand && row.PausedAt != null, cancel);
        foreach (var variant in planned)
        {
            if (publications.Find(row => row.Variant == variant.Variant) is not { } publication)
            {
                db.Add(new Publication(post!.Brand, post.Plan, post.Id, variant, post.DueAt!.Value, paused));
            }
            else if (publication.IsUntouched && (publication.Withdrawn || publication.Status != PublicationStatus.Queued || publication.DueAt != post!.DueAt))
            {
                publication.MoveTo(post!.DueAt!.Value, paused);
            }
        }
    }
}
