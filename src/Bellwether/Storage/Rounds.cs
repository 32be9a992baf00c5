using Bellwether.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bellwether.Storage;

/// <summary>
/// Sends the program's own use cases around the workspaces, each on its own. What fails in one is logged and comes again with the
/// next round; it keeps nothing from the others.
/// </summary>
[Single]
public sealed class Rounds(IServiceScopeFactory scopes, Runner runner, ILogger<Rounds> log)
{
    /// <summary>Sends one use case to every workspace that has something due.</summary>
    /// <param name="due">The workspaces, read over all of them.</param>
    /// <param name="counts">How much it did in one.</param>
    /// <returns>How much it did in all.</returns>
    public Task<int> SendAsync<TResult>(Func<Db, IQueryable<Guid>> due, IRequest<TResult> request, Func<TResult, int> counts, CancellationToken cancel) =>
        SendAsync(async services => (await due(services.GetRequiredService<Db>()).Distinct().ToListAsync(cancel)).Select(workspace => (workspace, request)), counts, cancel);

    /// <summary>Sends each its own use case.</summary>
    public async Task<int> SendAsync<TResult>(Func<IServiceProvider, Task<IEnumerable<(Guid Workspace, IRequest<TResult> Request)>>> due, Func<TResult, int> counts, CancellationToken cancel)
    {
        var count = 0;
        foreach (var (workspace, request) in await DueAsync(due))
        {
            count += await TryAsync(workspace, request.GetType().Name, async () => counts(await runner.RunAsync(request, current => current.BecomeProgram(workspace), cancel)), cancel);
        }

        return count;
    }

    /// <summary>Calls at every workspace that has something due, for work that is no single use case.</summary>
    /// <param name="work">What is done there; it gives how much it did.</param>
    public async Task<int> CallAsync(Func<Db, IQueryable<Guid>> due, string what, Func<Guid, Task<int>> work, CancellationToken cancel)
    {
        var count = 0;
        foreach (var workspace in await DueAsync<Guid>(async services => await due(services.GetRequiredService<Db>()).Distinct().ToListAsync(cancel)))
        {
            count += await TryAsync(workspace, what, () => work(workspace), cancel);
        }

        return count;
    }

    private async Task<int> TryAsync(Guid workspace, string what, Func<Task<int>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "{Request} failed in the workspace {Workspace}; the others go on", what, workspace);
            return 0;
        }
    }

    private async Task<IReadOnlyList<T>> DueAsync<T>(Func<IServiceProvider, Task<IEnumerable<T>>> due)
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. await due(scope.ServiceProvider)];
    }
}
