using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>A post in a queue, with the row that says so.</summary>
internal sealed record WaitingPost(QueuedPost Row, Post Post);

/// <summary>What queues have in common: who waits, which times are free, and putting posts into them.</summary>
[Scoped]
public sealed class QueueDesk(Db db, TimeProvider clock, Scheduling scheduling)
{
    /// <summary>The queue that is about to change, or 404 when it was removed.</summary>
    internal async Task<(PostQueue Queue, Brand Brand)> FindAsync(Id<PostQueue> id, CancellationToken cancel)
    {
        var queue = await db.FindAsync(id, "queue", cancel);
        Rule.Found(queue.RemovedAt is null ? queue : null, "queue");
        queue.Turn();
        return (queue, await db.FindAsync(queue.Brand, "brand", cancel));
    }

    /// <summary>Who waits in the queue, the next first. Rows of posts that left it go.</summary>
    internal async Task<List<WaitingPost>> WaitingAsync(PostQueue queue, CancellationToken cancel)
    {
        var now = clock.Now();
        var rows = await db.Set<QueuedPost>().Where(row => row.Queue == queue.Id).ToListAsync(cancel);
        var ids = rows.Select(row => row.Post).ToList();
        var posts = await db.Set<Post>().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
        var waiting = new List<WaitingPost>();
        foreach (var row in rows)
        {
            if (posts.TryGetValue(row.Post, out var post) && row.Holds(post, now))
            {
                waiting.Add(new WaitingPost(row, post));
            }
            else
            {
                db.Remove(row);
            }
        }

        return [.. waiting.OrderBy(one => one.Post.DueAt).ThenBy(one => one.Row.Place).ThenBy(one => one.Row.Id)];
    }

    /// <summary>The free times of a queue: no post of its own waits there, and nothing else goes out on its accounts at that very minute.</summary>
    internal async Task<IEnumerable<Slot>> FreeAsync(PostQueue queue, Brand brand, IEnumerable<Id<Post>> besides, CancellationToken cancel)
    {
        var now = clock.Now();
        var own = await db.Set<QueuedPost>().Where(row => row.Queue == queue.Id && row.At != null).Select(row => row.Post).ToListAsync(cancel);
        var leave = besides.ToHashSet();
        var accounts = queue.Accounts.ToList();
        var rows = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes()
            .Where(post => post.Brand == brand.Id && post.ArchivedAt == null && post.DueAt > now && (own.Contains(post.Id) || db.Set<Variant>().Any(variant => variant.Post == post.Id && accounts.Contains(variant.Account))))
            .Select(post => new { post.Id, post.DueAt }).ToListAsync(cancel);
        var taken = rows.Where(row => !leave.Contains(row.Id)).Select(row => row.DueAt!.Value).ToHashSet();
        return QueueTimes.After(queue.Slots, brand.Zone, now).Where(slot => !taken.Contains(slot.At));
    }

    /// <summary>Puts posts into times, in their order; what is scheduled goes out at the new time. Posts that find no time stay where they are.</summary>
    internal void Place(IEnumerable<WaitingPost> waiting, IEnumerable<Slot> slots)
    {
        var now = clock.Now();
        foreach (var (one, slot) in waiting.Zip(slots))
        {
            if (one.Post.DueAt != slot.At)
            {
                var from = one.Post.DueAt;
                if (one.Post.MoveTo(slot, now) && from is { } before)
                {
                    scheduling.TellMoved(one.Post, before);
                }
            }

            one.Row.Take(one.Post.Meant!.Value);
        }
    }

    /// <summary>The accounts of a brand that a queue may name; 404 for one of another brand.</summary>
    internal async Task<IReadOnlyList<Id<SocialAccount>>> AccountsAsync(Id<Brand> brand, IReadOnlyList<Id<SocialAccount>> accounts, CancellationToken cancel)
    {
        var known = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand && accounts.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        return [.. accounts.Select(account => known.Contains(account) ? account : throw Rule.Missing("account"))];
    }
}
