using System.Security.Cryptography;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>The order of what waits in a queue.</summary>
/// <param name="Order">The posts as they stand now, the next first.</param>
/// <param name="Before">As they stood before; arranging them so again is the undo.</param>
public sealed record QueueOrder(Id<PostQueue> Queue, IReadOnlyList<Id<Post>> Order, IReadOnlyList<Id<Post>> Before);

/// <summary>Puts what waits in a queue into another order: the times stay, the posts change places.</summary>
/// <param name="Order">Every post that waits, each once; 409 when others wait by now.</param>
[Needs(Permission.WritePosts)]
public sealed record ArrangeQueue(Id<PostQueue> Queue, IReadOnlyList<Id<Post>> Order) : ICommand<QueueOrder>
{
    internal sealed class Handler(QueueDesk desk, Journal journal) : IHandle<ArrangeQueue, QueueOrder>
    {
        public async Task<QueueOrder> HandleAsync(ArrangeQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            var waiting = await desk.WaitingAsync(queue, cancel);
            var before = waiting.ConvertAll(one => one.Post.Id);
            if (!before.Order().SequenceEqual(request.Order.Order()))
            {
                throw Rule.Conflict("queue-changed", "Other posts wait in the queue by now. Look again, then arrange them.", "order");
            }

            Arrange(desk, queue, waiting, [.. request.Order.Select(id => waiting.Find(one => one.Post.Id == id)!)]);
            journal.Say($"put the queue “{queue.Name}” into another order", brand.Id.Value, null, queue.Id);
            return new QueueOrder(queue.Id, request.Order, before);
        }

        /// <summary>The same times for other posts.</summary>
        internal static void Arrange(QueueDesk desk, PostQueue queue, List<WaitingPost> waiting, IReadOnlyList<WaitingPost> order)
        {
            if (queue.PausedAt is not null)
            {
                for (var place = 0; place < order.Count; place++)
                {
                    order[place].Row.Wait(place, order[place].Row.SendOn);
                }

                return;
            }

            var slots = waiting.ConvertAll(one => one.Post.Slot!);
            desk.Place(order, slots);
        }
    }
}

/// <summary>Shuffles what waits in a queue: the times stay, the posts change places by chance.</summary>
[Needs(Permission.WritePosts)]
public sealed record ShuffleQueue(Id<PostQueue> Queue) : ICommand<QueueOrder>
{
    internal sealed class Handler(QueueDesk desk, Journal journal) : IHandle<ShuffleQueue, QueueOrder>
    {
        public async Task<QueueOrder> HandleAsync(ShuffleQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            var waiting = await desk.WaitingAsync(queue, cancel);
            var order = waiting.ToArray();
            RandomNumberGenerator.Shuffle(order.AsSpan());
            var before = waiting.ConvertAll(one => one.Post.Id);
            ArrangeQueue.Handler.Arrange(desk, queue, waiting, order);
            journal.Say($"shuffled the queue “{queue.Name}”", brand.Id.Value, null, queue.Id);
            return new QueueOrder(queue.Id, [.. order.Select(one => one.Post.Id)], before);
        }
    }
}

/// <summary>Closes a queue up: what waits moves into its next free times in the same order, so that no time is left out.</summary>
[Needs(Permission.WritePosts)]
public sealed record CloseUpQueue(Id<PostQueue> Queue) : ICommand<QueueOrder>
{
    internal sealed class Handler(QueueDesk desk, Journal journal) : IHandle<CloseUpQueue, QueueOrder>
    {
        public async Task<QueueOrder> HandleAsync(CloseUpQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            Rule.Require(queue.PausedAt is null, "queue-paused", $"“{queue.Name}” is paused; its posts get their times when it goes on.");
            var waiting = await desk.WaitingAsync(queue, cancel);
            var ids = waiting.ConvertAll(one => one.Post.Id);
            desk.Place(waiting, await desk.FreeAsync(queue, brand, ids, cancel));
            journal.Say($"closed the queue “{queue.Name}” up", brand.Id.Value, null, queue.Id);
            return new QueueOrder(queue.Id, ids, ids);
        }
    }
}
