using Bellwether.Brands;
using Bellwether.Inbox;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Inbox;

/// <summary>What the timetable does for the inbox, over all workspaces.</summary>
internal static class InboxJobs
{
    /// <summary>Turns how cases were looked after into observations, for brands that have some.</summary>
    public static Task RollAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<Rounds>().SendAsync<RecordedObservations>(
        async scope => (await scope.GetRequiredService<Db>().Set<Case>().IgnoreQueryFilters().Select(row => new { row.Brand, row.WorkspaceKey }).Distinct().ToListAsync(cancel))
            .Select(row => (row.WorkspaceKey, (IRequest<RecordedObservations>)new RollInbox(row.Brand))),
        _ => 1, cancel);
}
