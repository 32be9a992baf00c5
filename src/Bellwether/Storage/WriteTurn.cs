using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bellwether.Storage;

/// <summary>
/// Lets those of this process who write through <see cref="Db"/> go to SQLite one after another, in the order they came. A SQLite file has one writer at a time;
/// without a queue those that wait sleep and try again, ever longer, and the busier it is the less gets done.
/// </summary>
internal static class WriteTurn
{
    // Whoever waits longer than this goes on without a turn, and waits in the database as a writer of another process would.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn, which lasts until the result is disposed; at once where none is needed: on PostgreSQL and within a transaction.</summary>
    public static async ValueTask<Turn> TakeAsync(DatabaseFacade database, CancellationToken cancel)
    {
        if (!database.IsSqlite() || database.CurrentTransaction is not null)
        {
            return default;
        }

        var turn = Turns.GetOrAdd(database.GetConnectionString()!, _ => new SemaphoreSlim(1));
        return await turn.WaitAsync(Patience, cancel) ? new Turn(turn) : default;
    }

    /// <summary>A turn that was taken, or none.</summary>
    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
