using System.Collections.Concurrent;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Returns.Hours;

/// <summary>
/// Reads how long people worked, for whoever is about to change it. Requests that change the time of the same person go one after
/// another, each until it is stored: whether a day has room, and what a cell of the week holds already, is told of what the one before left.
/// </summary>
[Scoped]
public sealed class WorkedDaysBook(Db db) : IDisposable
{
    private static readonly ConcurrentDictionary<Id<Member>, SemaphoreSlim> Turns = new();
    private readonly Dictionary<Id<Member>, SemaphoreSlim> taken = [];

    /// <summary>Waits until nobody else changes the time of these people; it lasts until the request is over.</summary>
    public async Task TakeTurnAsync(IEnumerable<Id<Member>> people, CancellationToken cancel)
    {
        // In one order for everybody, so that no two wait for each other.
        foreach (var who in people.Where(who => !taken.ContainsKey(who)).Distinct().OrderBy(who => who))
        {
            var turn = Turns.GetOrAdd(who, _ => new SemaphoreSlim(1));
            await turn.WaitAsync(cancel);
            taken.Add(who, turn);
        }
    }

    /// <summary>What these people have on the days from the first to the last.</summary>
    public async Task<WorkedDays> OfAsync(IReadOnlyCollection<Id<Member>> people, LocalDate first, LocalDate last, CancellationToken cancel)
    {
        await TakeTurnAsync(people, cancel);
        var rows = await db.Set<TimeEntry>().AsNoTracking().Where(row => people.Contains(row.Member) && row.Day >= first && row.Day <= last)
            .GroupBy(row => new { row.Member, row.Day }).Select(day => new { day.Key.Member, day.Key.Day, Minutes = day.Sum(row => row.Minutes) }).ToListAsync(cancel);
        return new WorkedDays(rows.ToDictionary(row => (row.Member, row.Day), row => row.Minutes));
    }

    public void Dispose()
    {
        foreach (var turn in taken.Values)
        {
            turn.Release();
        }

        taken.Clear();
    }
}
