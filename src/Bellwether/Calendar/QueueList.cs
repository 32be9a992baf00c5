using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>A queue with what waits in it.</summary>
/// <param name="PausedAt">Since when nothing of it goes out.</param>
/// <param name="Posts">What waits, the next first.</param>
/// <param name="Next">The next free times, as local times of the brand; none while it is paused.</param>
public sealed record QueueView(
    Id<PostQueue> Id, Id<Brand> Brand, string Name, IReadOnlyList<Id<SocialAccount>> Accounts, IReadOnlyList<QueueSlot> Slots, Instant? PausedAt, IReadOnlyList<CalendarEntry> Posts, IReadOnlyList<LocalDateTime> Next,
    int Version) : IVersioned;

/// <summary>A brand's queues by name, each with what waits in it and its next free times.</summary>
[Needs(Permission.Read)]
public sealed record QueueList(Id<Brand> Brand) : IQuery<IReadOnlyList<QueueView>>
{
    internal sealed class Handler(Db db, QueueReader reader) : IHandle<QueueList, IReadOnlyList<QueueView>>
    {
        public async Task<IReadOnlyList<QueueView>> HandleAsync(QueueList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var views = new List<QueueView>();
            foreach (var queue in await db.Set<PostQueue>().AsNoTracking().Where(queue => queue.Brand == brand.Id && queue.RemovedAt == null).OrderBy(queue => queue.Name).ThenBy(queue => queue.Id).ToListAsync(cancel))
            {
                views.Add(await reader.ViewAsync(queue, brand, cancel));
            }

            return views;
        }
    }
}

/// <summary>Reads queues for the screen.</summary>
[Scoped]
public sealed class QueueReader(Db db, QueueDesk desk)
{
    private const int FreeShown = 5;

    internal async Task<QueueView> ViewAsync(PostQueue queue, Brand brand, CancellationToken cancel)
    {
        var waiting = await desk.WaitingAsync(queue, cancel);
        var ids = waiting.Select(one => one.Post.Id).ToList();
        var entries = (await CalendarEntries.ReadAsync(db, db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => ids.Contains(post.Id)), brand.Zone, cancel)).ToDictionary(entry => entry.Post);
        var free = queue.PausedAt is null ? (await desk.FreeAsync(queue, brand, [], cancel)).Take(FreeShown).Select(slot => slot.Local).ToList() : [];
        return new QueueView(queue.Id, queue.Brand, queue.Name, queue.Accounts, queue.Slots, queue.PausedAt, [.. ids.Select(id => entries[id])], free, queue.Version);
    }
}
