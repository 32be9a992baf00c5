using System.Collections.Concurrent;
using Bellwether.Tests.Support;

[assembly: AssemblyFixture(typeof(EndOfRun))]

namespace Bellwether.Tests.Support;

/// <summary>Something slow to start that all tests share: started by the first that asks, stopped when the run ends.</summary>
public sealed class OncePerRun<T>(Func<Task<T>> start)
    where T : IAsyncDisposable
{
    private readonly Lazy<Task<T>> started = new(async () =>
    {
        var running = await start();
        EndOfRun.Stop(running);
        return running;
    });

    public Task<T> Get() => started.Value;
}

/// <summary>Stops what the run started, in the opposite order.</summary>
public sealed class EndOfRun : IAsyncDisposable
{
    private static readonly ConcurrentStack<IAsyncDisposable> Started = new();

    public static void Stop(IAsyncDisposable running) => Started.Push(running);

    public async ValueTask DisposeAsync()
    {
        while (Started.TryPop(out var running))
            await running.DisposeAsync();
    }
}
