using System.ComponentModel.DataAnnotations;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Calendar;

/// <summary>A queue by itself, as it was stored.</summary>
public sealed record QueueSaved(Id<PostQueue> Id, string Name, int Version) : IVersioned
{
    internal static QueueSaved Of(PostQueue queue) => new(queue.Id, queue.Name, queue.Version);
}

/// <summary>Makes a queue: a name, weekdays with times in the brand's zone, and the accounts it is for.</summary>
/// <param name="Accounts">Where posts go out that name no account themselves.</param>
[Needs(Permission.WritePosts)]
public sealed record AddQueue(Id<Brand> Brand, [property: Required, MaxLength(80)] string Name, IReadOnlyList<QueueSlot> Slots, IReadOnlyList<Id<SocialAccount>>? Accounts = null) : ICommand<QueueSaved>
{
    internal sealed class Handler(Db db, QueueDesk desk, Journal journal) : IHandle<AddQueue, QueueSaved>
    {
        public async Task<QueueSaved> HandleAsync(AddQueue request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var queue = new PostQueue(brand.Id, request.Name);
            queue.Become(request.Name, await desk.AccountsAsync(brand.Id, request.Accounts ?? [], cancel), request.Slots);
            db.Add(queue);
            journal.Say($"made the queue “{queue.Name}”", brand.Id.Value, null, queue.Id);
            return QueueSaved.Of(queue);
        }
    }
}

/// <summary>Changes a queue's name, times or accounts. What waits keeps its time; closing up gives it the new times.</summary>
[Needs(Permission.WritePosts)]
public sealed record ChangeQueue(
    Id<PostQueue> Queue, [property: Required, MaxLength(80)] string Name, IReadOnlyList<QueueSlot> Slots, IReadOnlyList<Id<SocialAccount>>? Accounts = null, int? IfVersion = null) : ICommand<QueueSaved>, IExpectsVersion
{
    internal sealed class Handler(QueueDesk desk, Journal journal) : IHandle<ChangeQueue, QueueSaved>
    {
        public async Task<QueueSaved> HandleAsync(ChangeQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            queue.Expect(request.IfVersion);
            queue.Become(request.Name, await desk.AccountsAsync(brand.Id, request.Accounts ?? [], cancel), request.Slots);
            journal.Say($"changed the queue “{queue.Name}”", brand.Id.Value, null, queue.Id);
            return QueueSaved.Of(queue);
        }
    }
}

/// <summary>Removes a queue. What waits in it keeps its time in the calendar; of a paused one, posts stay as ideas without a day.</summary>
[Needs(Permission.WritePosts)]
public sealed record RemoveQueue(Id<PostQueue> Queue) : ICommand<Done>
{
    internal sealed class Handler(Db db, QueueDesk desk, TimeProvider clock, Journal journal) : IHandle<RemoveQueue, Done>
    {
        public async Task<Done> HandleAsync(RemoveQueue request, CancellationToken cancel)
        {
            var (queue, brand) = await desk.FindAsync(request.Queue, cancel);
            db.RemoveRange((await desk.WaitingAsync(queue, cancel)).Select(one => one.Row));
            queue.Remove(clock.Now());
            journal.Say($"removed the queue “{queue.Name}”", brand.Id.Value, null, queue.Id);
            return Done.It;
        }
    }
}
