using System.Collections.Concurrent;
using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bellwether.Publishing;

/// <summary>
/// Finds the accounts with something due and walks their lanes side by side. A slow account keeps its own lane only:
/// a run waits for its lanes a while, what goes on longer is waited for by the next.
/// </summary>
[Single]
public sealed class Publisher(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Publisher> log) : IAsyncDisposable
{
    private const int MostAccounts = 500;
    private readonly ConcurrentDictionary<Id<SocialAccount>, Task> running = new();
    private readonly SemaphoreSlim room = new(16);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>How long a run waits for its lanes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Starts a lane for each account with something due; gives how many are at work.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        foreach (var (workspace, account) in await FindAsync(cancel))
        {
            if (!running.ContainsKey(account))
            {
                running[account] = Task.Run(() => WalkAsync(workspace, account), CancellationToken.None);
            }
        }

        var lanes = running.Values.ToList();
        await Task.WhenAny(Task.WhenAll(lanes), Task.Delay(Patience, clock, cancel));
        foreach (var (account, lane) in running)
        {
            if (lane.IsCompleted)
            {
                running.TryRemove(account, out _);
            }
        }

        return lanes.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values);
        stopping.Dispose();
        room.Dispose();
    }

    private async Task<List<(Guid Workspace, Id<SocialAccount> Account)>> FindAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.Now();
        var due = await db.Set<Publication>().IgnoreQueryFilters().AsNoTracking()
            .Where(row =>
                (row.Status == PublicationStatus.Queued && row.NextTryAt <= now && row.Hold == PublicationHold.None)
                || (row.Status == PublicationStatus.Unknown && row.NextTryAt <= now)
                || row.Status == PublicationStatus.Claimed || row.Status == PublicationStatus.MediaReady
                || row.Status == PublicationStatus.Armed || row.Status == PublicationStatus.Sent || row.Status == PublicationStatus.Reconciling)
            .Where(row => !db.Set<Lane>().IgnoreQueryFilters().Any(lane => lane.Account == row.Account && lane.RestUntil > now))
            .Select(row => new { row.WorkspaceKey, row.Account }).Distinct().Take(MostAccounts).ToListAsync(cancel);
        return [.. due.Select(row => (row.WorkspaceKey, row.Account))];
    }

    private async Task WalkAsync(Guid workspace, Id<SocialAccount> account)
    {
        try
        {
            await room.WaitAsync(stopping.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(workspace);
                var walk = scope.ServiceProvider.GetRequiredService<LaneWalk>();
                try
                {
                    await walk.RunAsync(account, stopping.Token);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // Told first: letting go may fail for a reason of its own, which must not hide this one.
                    Tell(failure, account);
                    await walk.LetGoAsync(stopping.Token);
                }
            }
            finally
            {
                room.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was under way is found by its stored attempt at the next start.
        }
        catch (Exception failure)
        {
            Tell(failure, account);
        }
    }

    private void Tell(Exception failure, Id<SocialAccount> account) => log.LogError(failure, "Publishing on {Account} broke off; it goes on when its lane is free again", account);
}
