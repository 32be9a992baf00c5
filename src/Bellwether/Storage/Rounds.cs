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
            try
            {
                count += counts(await runner.RunAsync(request, current => current.BecomeProgram(workspace), cancel));
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                log.LogError(failure, "{Request} failed in the workspace {Workspace}; the others go on", request.GetType().Name, workspace);
            }
        }

        return count;
    }

    private async Task<List<T>> DueAsync<T>(Func<IServiceProvider, Task<IEnumerable<T>>> due)
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. await due(scope.ServiceProvider)];
    }
}
