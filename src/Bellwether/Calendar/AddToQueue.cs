using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A post that went into a queue.</summary>
/// <param name="At">The local time it took; null while the queue is paused.</param>
/// <param name="Why">What keeps it from being scheduled, where that was asked for.</param>
public sealed record EnqueuedPost(Id<Post> Post, string Title, LocalDateTime? At, PostStatus Status, string? Why);

/// <summary>What came of adding posts to a queue.</summary>
/// <param name="Refused">Posts that cannot wait, each with the reason.</param>
public sealed record Enqueued(Id<PostQueue> Queue, IReadOnlyList<EnqueuedPost> Posts, IReadOnlyList<RefusedPost> Refused);

/// <summary>
/// Puts posts into the next free times of a queue, in their order; never two into one. A post without accounts gets the
/// queue's. While the queue is paused they wait at its end.
/// </summary>
/// <param name="SendOn">Also schedules them, or puts them up for approval where the brand asks for one; needs the right to publish (403).</param>
[Needs(Permission.WritePosts)]
public sealed record AddToQueue(Id<PostQueue> Queue, [property: MinLength(1), MaxLength(500)] IReadOnlyList<Id<Post>> Posts, bool SendOn = false) : ICommand<Enqueued>
{
    internal sealed class Handler(Db db, QueueDesk desk, FilledPosts sending, ICurrent current, Journal journal) : IHandle<AddToQueue, Enqueued>
    {
        public async Task<Enqueued> HandleAsync(AddToQueue request, CancellationToken cancel)
        {
            if (request.SendOn && !current.May(Permission.Publish))
            {
                throw Rule.Forbidden("Scheduling needs the right to publish. Add the posts as drafts, or ask somebody who may.");
            }

            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            var waiting = await desk.WaitingAsync(queue, cancel);
            var inside = waiting.Select(one => one.Post.Id).ToHashSet();
            var ids = request.Posts.Distinct().ToList();
            var posts = await db.Set<Post>().Where(post => post.Brand == brand.Id && ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancel);
            var elsewhere = await db.Set<QueuedPost>().Where(row => row.Queue != queue.Id && ids.Contains(row.Post)).ToDictionaryAsync(row => row.Post, cancel);
            var accounts = await db.Set<SocialAccount>().AsNoTracking().Where(row => row.Brand == brand.Id && row.ArchivedAt == null).ToDictionaryAsync(row => row.Id, cancel);
            using var free = (await desk.FreeAsync(queue, brand, ids.Where(id => !inside.Contains(id)), cancel)).GetEnumerator();
            var (done, refused, place) = (new List<EnqueuedPost>(), new List<RefusedPost>(), waiting.Count);
            foreach (var id in ids)
            {
                var post = Rule.Found(posts.GetValueOrDefault(id), "post");
                if (Why(post, inside) is { } why)
                {
                    refused.Add(new RefusedPost(id, post.Title, "cannot-wait", why));
                    continue;
                }

                var row = new QueuedPost(queue, id);
                if (elsewhere.TryGetValue(id, out var before))
                {
                    // One post waits in one queue.
                    db.Remove(before);
                }

                if (post.Variants.Count == 0)
                {
                    post.Tell([.. queue.Accounts.Select(accounts.GetValueOrDefault).OfType<SocialAccount>().Select(account => new VariantDraft(account.Id, account.Network, null, [], null))]);
                }

                db.Add(row);
                if (queue.PausedAt is not null)
                {
                    post.LoseSlot();
                    row.Wait(place++, request.SendOn);
                    done.Add(new EnqueuedPost(id, post.Title, null, post.Status, null));
                    continue;
                }

                if (!free.MoveNext())
                {
                    throw Rule.Conflict("queue-full", $"“{queue.Name}” has no free time within three years. Give it more times.");
                }

                desk.Place([new WaitingPost(row, post)], [free.Current]);
                var kept = request.SendOn && post.Status == PostStatus.Draft ? await sending.SendOnAsync(post, cancel) : null;
                done.Add(new EnqueuedPost(id, post.Title, post.Slot!.Local, post.Status, kept));
            }

            journal.Say($"put {(done.Count == 1 ? $"“{done[0].Title}”" : $"{done.Count} posts")} into the queue “{queue.Name}”", brand.Id.Value, null, queue.Id);
            return new Enqueued(queue.Id, done, refused);
        }

        private static string? Why(Post post, HashSet<Id<Post>> inside) => post switch
        {
            _ when inside.Contains(post.Id) => "It waits in this queue already.",
            { ArchivedAt: not null } => "It is archived. Restore it first.",
            { IsOpen: false } => $"It is {PostMoves.Words(post.Status)}. Duplicate it to say it again.",
            { Status: PostStatus.OnHold } => "It is on hold. Take it up again first.",
            { Status: PostStatus.Scheduled } => "It is scheduled. Unschedule it first.",
            _ => null,
        };
    }
}

/// <summary>Takes a post out of its queue. It loses its time and is an idea without a day again; the others keep theirs.</summary>
[Needs(Permission.WritePosts)]
public sealed record TakeFromQueue(Id<PostQueue> Queue, Id<Post> Post) : ICommand<PostView>
{
    internal sealed class Handler(Db db, QueueDesk desk, Scheduling scheduling, Journal journal) : IHandle<TakeFromQueue, PostView>
    {
        public async Task<PostView> HandleAsync(TakeFromQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            var one = Rule.Found((await desk.WaitingAsync(queue, cancel)).Find(one => one.Post.Id == request.Post), "post in this queue");
            if (one.Post.Status == PostStatus.Scheduled)
            {
                one.Post.Unschedule();
                scheduling.TellUnscheduled(one.Post);
            }

            one.Post.LoseSlot();
            db.Remove(one.Row);
            journal.Say($"took “{one.Post.Title}” out of the queue “{queue.Name}”", brand.Id.Value, one.Post.Plan?.Value, one.Post.Id);
            return PostView.Of(one.Post);
        }
    }
}
