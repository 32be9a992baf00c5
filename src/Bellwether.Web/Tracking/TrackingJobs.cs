using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Web.Tracking;

/// <summary>What the timetable does for tracking, over all workspaces.</summary>
internal static class TrackingJobs
{
    /// <summary>Turns what was counted into observations, brand by brand.</summary>
    public static async Task RollAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var brands = await scope.ServiceProvider.GetRequiredService<Db>().Set<Brand>().IgnoreQueryFilters()
            .Select(brand => new { brand.Id, brand.WorkspaceKey }).ToListAsync(cancel);
        foreach (var brand in brands)
        {
            await services.GetRequiredService<Runner>().RunAsync(new RollTracking(brand.Id), current => current.BecomeProgram(brand.WorkspaceKey), cancel);
        }
    }
}
