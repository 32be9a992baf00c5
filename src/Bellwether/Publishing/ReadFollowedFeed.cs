using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Publishing;

/// <summary>What came of reading a followed feed.</summary>
/// <param name="Made">How many new entries became posts or ideas.</param>
public sealed record FeedTaken(int Made, FollowedFeedView Feed);

/// <summary>Reads a followed feed now and takes what is new in it. What cannot be read is told in the feed and tried again later.</summary>
[Needs(Permission.WritePosts)]
public sealed record ReadFollowedFeed(Id<FollowedFeed> Feed) : ICommand<FeedTaken>
{
    internal sealed class Handler(Db db, TimeProvider clock, FeedReader reader, FeedPosts posts) : IHandle<ReadFollowedFeed, FeedTaken>
    {
        public async Task<FeedTaken> HandleAsync(ReadFollowedFeed request, CancellationToken cancel)
        {
            var feed = await db.FindAsync(request.Feed, "feed", cancel);
            var outcome = await reader.ReadAsync(feed.Address, feed.ETag, feed.LastModified, cancel);
            var (now, made) = (clock.Now(), 0);
            switch (outcome)
            {
                case FeedOutcome.Found found:
                    made = await posts.TakeAsync(feed, found.Document, only: false, cancel);
                    feed.Read(made, found.ETag, found.LastModified, found.Document.Rests, now);
                    break;
                case FeedOutcome.Failed failed:
                    feed.Fail(failed.Message, failed.Until, now);
                    break;
                default:
                    feed.Read(0, feed.ETag, feed.LastModified, null, now);
                    break;
            }

            return new FeedTaken(made, FollowedFeedView.Of(feed));
        }
    }
}

/// <summary>Reads every followed feed whose time has come, in every workspace; of two nodes that read the same one, one is stored.</summary>
[Single]
public sealed class FeedRound(Rounds rounds, TimeProvider clock)
{
    public Task<int> RunAsync(CancellationToken cancel) => rounds.SendAsync<FeedTaken>(
        async services =>
        {
            var now = clock.Now();
            var due = await services.GetRequiredService<Db>().Set<FollowedFeed>().IgnoreQueryFilters().AsNoTracking()
                .Where(row => row.PausedAt == null && row.NextAt <= now).OrderBy(row => row.NextAt).Select(row => new { row.WorkspaceKey, row.Id }).ToListAsync(cancel);
            return due.Select(row => (row.WorkspaceKey, (IRequest<FeedTaken>)new ReadFollowedFeed(row.Id)));
        },
        taken => taken.Made, cancel);
}
