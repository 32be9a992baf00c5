using System.Data.Common;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Publishing;

/// <summary>
/// Holds a lane for a worker that waits for something slow: every minute the hold is moved ahead, on a connection of its own.
/// Without it another worker would take the lane after three minutes and prepare the same post again.
/// </summary>
[Single]
public sealed class LaneHold(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Beat = (LaneWalk.HoldFor / 3).ToTimeSpan();

    /// <summary>Holds the lane until the work is over, whatever comes of it; a lane that somebody else has taken is let go.</summary>
    internal async Task WhileAsync(Lane lane, long fence, Task work, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        while (await Task.WhenAny(work, Task.Delay(Beat, clock, over.Token)) != work && !cancel.IsCancellationRequested && await MoveAheadAsync(lane, fence, cancel))
        {
            // It goes on.
        }

        await over.CancelAsync();
        await Task.WhenAny(work);
    }

    private async Task<bool> MoveAheadAsync(Lane lane, long fence, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Current>().BecomeProgram(lane.WorkspaceKey);
            var (id, until) = (lane.Id, clock.Now() + LaneWalk.HoldFor);
            // The version stays: the worker's own next commit must find the lane as it knows it.
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            return await db.WriteAsync(() => db.Set<Lane>().Where(row => row.Id == id && row.Fence == fence).ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), cancel), cancel) == 1;
        }
        catch (DbException)
        {
            // Busy for now; the hold lasts for two more beats.
            return true;
        }
    }
}
