using Bellwether.Actions;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Returns.Hours;

/// <summary>What everything that time can be for is called.</summary>
[Scoped]
public sealed class WorkTitles(Db db, WorkPlaces places)
{
    /// <summary>By its id: the title of each goal, channel, campaign, theme, action and named post of a plan.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Plan plan, CancellationToken cancel)
    {
        var titles = (await places.OfAsync(plan, cancel)).Titles.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var action in await db.Set<ActionItem>().AsNoTracking().Where(row => row.Plan == plan.Id && row.RemovedAt == null).Select(row => new { row.Id, row.Title }).ToListAsync(cancel))
        {
            titles[action.Id.ToString()] = action.Title;
        }

        foreach (var post in await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(row => row.Plan == plan.Id && row.ArchivedAt == null && row.Title != "").Select(row => new { row.Id, row.Title }).ToListAsync(cancel))
        {
            titles[post.Id.ToString()] = post.Title;
        }

        return titles;
    }
}
