using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>What came of a queue that goes on.</summary>
/// <param name="Placed">How many posts have a time again.</param>
/// <param name="NotScheduled">Posts that were scheduled before the pause and no longer pass, each with the reason; they are drafts or approved, with a time.</param>
public sealed record ResumedQueue(Id<PostQueue> Queue, int Placed, IReadOnlyList<RefusedPost> NotScheduled);

/// <summary>Pauses a queue: nothing of it goes out. What waits gives its times back and keeps its order.</summary>
[Needs(Permission.Publish)]
public sealed record PauseQueue(Id<PostQueue> Queue) : ICommand<QueueSaved>
{
    internal sealed class Handler(QueueDesk desk, TimeProvider clock, Scheduling scheduling, Journal journal) : IHandle<PauseQueue, QueueSaved>
    {
        public async Task<QueueSaved> HandleAsync(PauseQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            var waiting = await desk.WaitingAsync(queue, cancel);
            queue.Pause(clock.Now());
            for (var place = 0; place < waiting.Count; place++)
            {
                var (row, post) = waiting[place];
                var scheduled = post.Status == PostStatus.Scheduled;
                if (scheduled)
                {
                    post.Unschedule();
                    scheduling.TellUnscheduled(post);
                }

                post.LoseSlot();
                row.Wait(place, scheduled);
            }

            journal.Say($"paused the queue “{queue.Name}” with {waiting.Count} posts", brand.Id.Value, null, queue.Id);
            return QueueSaved.Of(queue);
        }
    }
}

/// <summary>Lets a paused queue go on: what waits takes its next free times in the same order; what was scheduled is scheduled again, unless the precheck now stands against it.</summary>
[Needs(Permission.Publish)]
public sealed record ResumeQueue(Id<PostQueue> Queue) : ICommand<ResumedQueue>
{
    internal sealed class Handler(QueueDesk desk, TimeProvider clock, Scheduling scheduling, FilledPosts sending, Journal journal) : IHandle<ResumeQueue, ResumedQueue>
    {
        public async Task<ResumedQueue> HandleAsync(ResumeQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            var waiting = await desk.WaitingAsync(queue, cancel);
            queue.Resume();
            var again = waiting.Where(one => one.Row.SendOn).Select(one => one.Post).ToList();
            desk.Place(waiting, await desk.FreeAsync(queue, brand, waiting.Select(one => one.Post.Id), cancel));
            var refused = new List<RefusedPost>();
            foreach (var post in again)
            {
                if (await SendAsync(post, cancel) is { } why)
                {
                    refused.Add(new RefusedPost(post.Id, post.Title, "not-scheduled", why));
                }
            }

            journal.Say($"let the queue “{queue.Name}” go on with {waiting.Count} posts", brand.Id.Value, null, queue.Id);
            return new ResumedQueue(queue.Id, waiting.Count, refused);
        }

        private async Task<string?> SendAsync(Post post, CancellationToken cancel)
        {
            if (post.Status != PostStatus.Approved)
            {
                return await sending.SendOnAsync(post, cancel);
            }

            try
            {
                // It throws before anything of the post has changed.
                await scheduling.ScheduleAsync(post, clock.Now(), null, cancel);
                return null;
            }
            catch (ProblemException problem)
            {
                return problem.Message;
            }
        }
    }
}
