using Bellwether.Audits;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Publishing;

/// <summary>Posts of a feed were written and wait to go into a queue.</summary>
public sealed record FeedPostsWritten(Id<PostQueue> Queue, IReadOnlyList<Id<Post>> Posts) : IEvent;

/// <summary>Takes what is new in a feed: each entry once, as an idea, a draft, or a post for a queue.</summary>
[Scoped]
public sealed class FeedPosts(Db db, TimeProvider clock, Journal journal)
{
    // So that a feed which is republished as a whole floods nobody.
    private const int MostAtOnce = 10;

    /// <summary>The words of a post for an entry.</summary>
    internal static string Words(string wording, FeedItem item) => wording
        .Replace("{title}", item.Title, StringComparison.Ordinal).Replace("{text}", item.Text, StringComparison.Ordinal).Replace("{link}", item.Link ?? "", StringComparison.Ordinal).Trim();

    /// <summary>Takes what is not known yet, the oldest first; gives how many became something.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="document">What stands in it.</param>
    /// <param name="only">Whether it is only noted, because it stood there before the feed was followed.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<int> TakeAsync(FollowedFeed feed, FeedDocument document, bool only, CancellationToken cancel)
    {
        var now = clock.Now();
        var keys = document.Items.Select(item => item.Key).ToList();
        var known = only ? [] : (await db.Set<FeedArrival>().Where(row => row.Feed == feed.Id && keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var fresh = document.Items.Where(item => !known.Contains(item.Key)).ToList();
        var taken = only ? [] : fresh.OrderByDescending(item => item.PublishedAt ?? now).Take(MostAtOnce).Reverse().ToList();
        var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == feed.Brand && row.ArchivedAt == null).ToDictionaryAsync(row => row.Id, cancel);
        var posts = new List<Post>();
        foreach (var item in fresh)
        {
            var post = taken.Contains(item) ? Write(feed, item, accounts) : null;
            if (post is not null)
            {
                db.Add(post);
                posts.Add(post);
            }

            db.Add(new FeedArrival(feed, item.Key, post?.Id, now));
        }

        if (posts.Count > 0)
        {
            journal.Say($"took {(posts.Count == 1 ? $"“{posts[0].Title}”" : $"{posts.Count} entries")} from the feed “{feed.Name}”", feed.Brand.Value, null, feed.Id);
            if (feed.Queue is { } queue)
            {
                db.Raise(new FeedPostsWritten(queue, [.. taken.Select(item => posts[taken.IndexOf(item)].Id)]));
            }
        }

        return posts.Count;
    }

    private static Post Write(FollowedFeed feed, FeedItem item, Dictionary<Id<SocialAccount>, SocialAccount> accounts)
    {
        var post = new Post(feed.Brand, PostTitle.Of(item.Title, null), Words(feed.Wording, item), null);
        post.Tell([.. feed.Accounts.Select(accounts.GetValueOrDefault).OfType<SocialAccount>().Select(account => new VariantDraft(account.Id, account.Network, null, [], null))]);
        return post;
    }
}

/// <summary>Puts posts of a feed into their queue once they are stored. One that waits there already stays where it is.</summary>
internal sealed class SendFeedPosts(Db db, IHandle<AddToQueue, Enqueued> queue) : IReact<FeedPostsWritten>
{
    public async Task ReactAsync(FeedPostsWritten happened, CancellationToken cancel)
    {
        // A queue that is gone leaves drafts.
        if (await db.Set<PostQueue>().AnyAsync(row => row.Id == happened.Queue && row.RemovedAt == null, cancel))
        {
            await queue.HandleAsync(new AddToQueue(happened.Queue, happened.Posts, SendOn: true), cancel);
        }
    }
}
