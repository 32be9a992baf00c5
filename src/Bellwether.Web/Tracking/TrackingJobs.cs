using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Tracking;

/// <summary>What the timetable does for tracking, over all workspaces.</summary>
internal static class TrackingJobs
{
    /// <summary>Turns what was counted into observations, brand by brand.</summary>
    public static Task RollAsync(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<Rounds>().SendAsync<RecordedObservations>(
        async scope => (await scope.GetRequiredService<Db>().Set<Brand>().IgnoreQueryFilters().Select(brand => new { brand.Id, brand.WorkspaceKey }).ToListAsync(cancel))
            .Select(brand => (brand.WorkspaceKey, (IRequest<RecordedObservations>)new RollTracking(brand.Id))),
        _ => 1, cancel);
}
