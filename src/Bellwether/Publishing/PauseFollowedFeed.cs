using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Stops reading a feed until somebody goes on; nothing of it is forgotten.</summary>
[Needs(Permission.WritePosts)]
public sealed record PauseFollowedFeed(Id<FollowedFeed> Feed) : ICommand<FollowedFeedView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<PauseFollowedFeed, FollowedFeedView>
    {
        public async Task<FollowedFeedView> HandleAsync(PauseFollowedFeed request, CancellationToken cancel)
        {
            var feed = await db.FindAsync(request.Feed, "feed", cancel);
            feed.Pause(clock.Now());
            journal.Say($"paused the feed “{feed.Name}”", feed.Brand.Value, null, feed.Id);
            return FollowedFeedView.Of(feed);
        }
    }
}

/// <summary>Goes on reading a feed. What came meanwhile is taken with the next reading.</summary>
[Needs(Permission.WritePosts)]
public sealed record ResumeFollowedFeed(Id<FollowedFeed> Feed) : ICommand<FollowedFeedView>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<ResumeFollowedFeed, FollowedFeedView>
    {
        public async Task<FollowedFeedView> HandleAsync(ResumeFollowedFeed request, CancellationToken cancel)
        {
            var feed = await db.FindAsync(request.Feed, "feed", cancel);
            feed.Resume(clock.Now());
            journal.Say($"goes on with the feed “{feed.Name}”", feed.Brand.Value, null, feed.Id);
            return FollowedFeedView.Of(feed);
        }
    }
}

/// <summary>Follows a feed no longer. Posts and ideas that were made of it stay.</summary>
[Needs(Permission.WritePosts)]
public sealed record RemoveFollowedFeed(Id<FollowedFeed> Feed) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<RemoveFollowedFeed, Done>
    {
        public async Task<Done> HandleAsync(RemoveFollowedFeed request, CancellationToken cancel)
        {
            var feed = await db.FindAsync(request.Feed, "feed", cancel);
            db.RemoveRange(await db.Set<FeedArrival>().Where(row => row.Feed == feed.Id).ToListAsync(cancel));
            db.Remove(feed);
            journal.Say($"no longer follows the feed “{feed.Name}”", feed.Brand.Value);
            return Done.It;
        }
    }
}
