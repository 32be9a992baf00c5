using System.Collections.Frozen;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>What the calendar needs to know of goals: whether one lives from visits to the brand's own site.</summary>
[Scoped]
public sealed class GoalFacts(Db db)
{
    // Content brings visits, visits bring sales: whoever counts one of these needs a link that can be followed.
    private static readonly FrozenSet<string> OfVisits = new[]
    {
        "link_clicks", "ctr", "sessions_social", "social_share_traffic", "bounce_rate", "signups", "leads", "conversions", "cvr",
        "assisted_conversions", "assist_ratio", "orders", "deal_orders", "redemption_rate", "revenue_social", "aov", "cpl", "cpa", "cac", "roas",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether one of the goal's targets counts visits or what follows from them.</summary>
    public async Task<bool> WantsVisitsAsync(Id<Goal>? goal, CancellationToken cancel)
    {
        if (goal is not { } id)
        {
            return false;
        }

        var metrics = await db.Set<KpiTarget>().AsNoTracking().Where(target => target.Goal == id).Select(target => target.Metric).ToListAsync(cancel);
        return metrics.Exists(OfVisits.Contains);
    }
}
