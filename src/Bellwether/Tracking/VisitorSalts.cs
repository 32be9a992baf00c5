using System.Security.Cryptography;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>The salts that are alive: today's, and yesterday's so that a visit survives midnight.</summary>
public sealed record LiveSalts(LocalDate Day, byte[] Today, byte[]? Yesterday);

/// <summary>Makes a salt for each UTC day, shares it over the database, and destroys it when the day after it ends.</summary>
[Single]
public sealed class VisitorSalts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<VisitorSalts> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private volatile LiveSalts? live;

    /// <summary>The salts of now. Reads memory but for the first hit of a day.</summary>
    public ValueTask<LiveSalts> NowAsync(CancellationToken cancel)
    {
        var day = clock.Now().InUtc().Date;
        return live is { } known && known.Day == day ? new(known) : new(TurnAsync(day, cancel));
    }

    public void Dispose() => one.Dispose();

    private async Task<LiveSalts> TurnAsync(LocalDate day, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            return live?.Day == day ? live : live = await ShareAsync(day, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Redirects never wait for the database: a salt of this process alone keeps them going until it answers.
            log.LogWarning(failure, "The salt of {Day} could not be shared; this process uses its own for now", day);
            return new LiveSalts(day, RandomNumberGenerator.GetBytes(32), live?.Today);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<LiveSalts> ShareAsync(LocalDate day, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await DestroyAsync(db, day, cancel);
        var salts = await db.Set<VisitorSalt>().ToListAsync(cancel);
        if (salts.TrueForAll(salt => salt.Day != day))
        {
            db.Add(new VisitorSalt(day, RandomNumberGenerator.GetBytes(32)));
            try
            {
                await db.SaveAsync(cancel);
            }
            catch (ProblemException)
            {
                // Another node was faster; its salt is the one.
                db.ChangeTracker.Clear();
            }

            salts = await db.Set<VisitorSalt>().ToListAsync(cancel);
        }

        return new LiveSalts(day, salts.Single(salt => salt.Day == day).Salt, salts.Find(salt => salt.Day == day.PlusDays(-1))?.Salt);
    }

    /// <summary>Destroys every salt older than yesterday's; SQLite overwrites the bytes.</summary>
    internal static async Task<int> DestroyAsync(Db db, LocalDate today, CancellationToken cancel)
    {
        var oldest = today.PlusDays(-1);
        var days = (await db.Set<VisitorSalt>().Select(salt => salt.Day).ToListAsync(cancel)).Where(day => day < oldest).ToList();
        if (days.Count == 0)
        {
            return 0;
        }

        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON", cancel);
        }

        return await db.Set<VisitorSalt>().Where(salt => days.Contains(salt.Day)).ExecuteDeleteAsync(cancel);
    }
}
