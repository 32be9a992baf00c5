using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.Extensions.Logging;

namespace Bellwether.Tracking;

/// <summary>
/// The one writer of a process. It commits whatever arrived while the previous batch was committing, so one disk write
/// serves many hits. A batch that fails is tried again until the database answers; nothing in it is counted twice.
/// </summary>
[Single]
public sealed class ClickWriter(DatabaseAddress address, ClickQueue queue, TimeProvider clock, ILogger<ClickWriter> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Writes until told to stop, then writes what is left.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await using var clicks = ClickLog.On(address);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await queue.WaitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            // Requests that are being read already come first: then one disk write serves them too.
            await Task.Yield();
            await WriteAsync(clicks, queue.Take(), stop);
        }

        await WriteAsync(clicks, queue.Take(), stop);
    }

    private async Task WriteAsync(IClickLog clicks, ClickBatch batch, CancellationToken stop)
    {
        for (var attempt = 0; !batch.IsEmpty; attempt++)
        {
            try
            {
                // After a failure nobody knows whether the commit arrived. All of a batch is there or none of it.
                if (attempt == 0 || !await clicks.HasAsync(batch, CancellationToken.None))
                {
                    await clicks.WriteAsync(batch, CancellationToken.None);
                }

                batch.Finish();
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "{Hits} hits could not be stored; trying again", batch.Rows.Count);
                if (stop.IsCancellationRequested && attempt > 2)
                {
                    log.LogCritical("The program stops with {Hits} hits that the database did not take", batch.Rows.Count);
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(LongestWait.TotalMilliseconds, 100 * Math.Pow(2, Math.Min(attempt, 10)))), clock, CancellationToken.None);
            }
        }
    }
}
