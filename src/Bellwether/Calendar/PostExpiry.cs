using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bellwether.Calendar;

/// <summary>Lets posts of every workspace expire, one workspace after the other, each as a use case of its own.</summary>
[Single]
public sealed class PostExpiry(IServiceScopeFactory scopes, Runner runner, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var workspace in await LateAsync(cancel))
        {
            count += (await runner.RunAsync(new ExpirePosts(), current => current.BecomeProgram(workspace), cancel)).Count;
        }

        return count;
    }

    private async Task<List<Guid>> LateAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        return await scope.ServiceProvider.GetRequiredService<Db>().Set<Post>().IgnoreQueryFilters().IgnoreAutoIncludes()
            .Where(post => post.ArchivedAt == null && post.DueAt <= now && (post.Status == PostStatus.Draft || post.Status == PostStatus.InReview))
            .Select(post => post.WorkspaceKey).Distinct().ToListAsync(cancel);
    }
}
