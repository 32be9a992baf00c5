using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Goals;

/// <summary>Judges assumptions, watches expectations and asks for late numbers in every workspace, one after the other, each as a use case of its own.</summary>
[Single]
public sealed class GoalWatch(IServiceScopeFactory scopes, Runner runner)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var workspace in await WorkspacesAsync(cancel))
        {
            count += (await runner.RunAsync(new TestDueAssumptions(), current => current.BecomeProgram(workspace), cancel)).Count;
            count += (await runner.RunAsync(new WatchExpectations(), current => current.BecomeProgram(workspace), cancel)).Count;
            count += (await runner.RunAsync(new RemindOfCollections(), current => current.BecomeProgram(workspace), cancel)).Count;
        }

        return count;
    }

    private async Task<List<Guid>> WorkspacesAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var all = new HashSet<Guid>();
        all.UnionWith(await db.Set<Assumption>().IgnoreQueryFilters().Where(row => row.DueOn != null).Select(row => row.WorkspaceKey).Distinct().ToListAsync(cancel));
        all.UnionWith(await db.Set<Expectation>().IgnoreQueryFilters().Where(row => row.AlarmAt == null).Select(row => row.WorkspaceKey).Distinct().ToListAsync(cancel));
        all.UnionWith(await db.Set<KpiTarget>().IgnoreQueryFilters().Where(row => row.Frequency != null).Select(row => row.WorkspaceKey).Distinct().ToListAsync(cancel));
        return [.. all];
    }
}
