using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Removes raw clicks, page views and events that are older than their workspace keeps them, and forgets the user agents of
/// what was dropped more than 30 days ago. All sums stay in the rollups.
/// </summary>
[Internal("Runs by the timetable once a day.")]
public sealed record PurgeClicks : ICommand<Done>
{
    /// <summary>How many days the user agent of a dropped hit is kept.</summary>
    public const int AgentDays = 30;

    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<PurgeClicks, Done>
    {
        public async Task<Done> HandleAsync(PurgeClicks request, CancellationToken cancel)
        {
            var today = clock.Now().InUtc().Date;
            var agents = today.PlusDays(-AgentDays).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            var chosen = await db.Set<TrackingRetention>().AsNoTracking().IgnoreQueryFilters().ToDictionaryAsync(row => row.WorkspaceKey, row => row.Months, cancel);
            foreach (var workspace in await db.Set<Brand>().IgnoreQueryFilters().Select(brand => brand.WorkspaceKey).Distinct().ToListAsync(cancel))
            {
                // Whole days go, so that what is kept still adds up.
                var oldest = today.PlusMonths(-chosen.GetValueOrDefault(workspace, TrackingRetention.UsualMonths)).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
                await db.Set<Click>().IgnoreQueryFilters().Where(row => row.WorkspaceKey == workspace && row.At < oldest).ExecuteDeleteAsync(cancel);
                await db.Set<SiteEvent>().IgnoreQueryFilters().Where(row => row.WorkspaceKey == workspace && row.At < oldest).ExecuteDeleteAsync(cancel);
                await db.Set<Click>().IgnoreQueryFilters().Where(row => row.WorkspaceKey == workspace && row.At < agents && row.Agent != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Agent, (string?)null), cancel);
                await db.Set<SiteEvent>().IgnoreQueryFilters().Where(row => row.WorkspaceKey == workspace && row.At < agents && row.Agent != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Agent, (string?)null), cancel);
            }

            return Done.It;
        }
    }
}
