using Bellwether.Kernel;
using Bellwether.Returns.Attribution;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Returns;

/// <summary>What the timetable does for credits, over all workspaces.</summary>
internal static class CreditJobs
{
    /// <summary>Keeps the credits of months that ended, for every brand that something came back to.</summary>
    public static Task KeepAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<Rounds>().SendAsync<KeptCredits>(
        async scope => (await scope.GetRequiredService<Db>().Set<TouchPath>().IgnoreQueryFilters().Select(path => new { path.Brand, path.WorkspaceKey }).Distinct().ToListAsync(cancel))
            .Select(path => (path.WorkspaceKey, (IRequest<KeptCredits>)new KeepCredits(path.Brand))),
        kept => kept.Revisions, cancel);
}
