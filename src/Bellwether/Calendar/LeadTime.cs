using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>How far ahead posts are scheduled.</summary>
/// <param name="Days">The median of slot minus approval, in days; null without a scheduled post.</param>
/// <param name="Posts">How many posts it rests on.</param>
public sealed record LeadTimeView(decimal? Days, int Posts);

/// <summary>The lead time of a brand's calendar over the slots of a span of days: the median time between approval and slot.</summary>
[Needs(Permission.Read)]
public sealed record LeadTime(Id<Brand> Brand, LocalDate From, LocalDate To) : IQuery<LeadTimeView>
{
    internal sealed class Handler(Db db) : IHandle<LeadTime, LeadTimeView>
    {
        public async Task<LeadTimeView> HandleAsync(LeadTime request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var (from, until) = (brand.Zone.AtStartOfDay(request.From).ToInstant(), brand.Zone.AtStartOfDay(request.To.PlusDays(1)).ToInstant());
            var rows = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes()
                .Where(post => post.Brand == brand.Id && post.DueAt >= from && post.DueAt < until && post.ApprovedAt != null && post.ScheduledAt != null)
                .Select(post => new { post.DueAt, post.ApprovedAt }).ToListAsync(cancel);
            return Of([.. rows.Select(row => row.DueAt!.Value - row.ApprovedAt!.Value)]);
        }
    }

    /// <summary>The median of lead times, in days with two decimals.</summary>
    public static LeadTimeView Of(IReadOnlyCollection<Duration> leads)
    {
        var ordered = leads.Order().ToList();
        if (ordered.Count == 0)
        {
            return new LeadTimeView(null, 0);
        }

        var (low, high) = (ordered[(ordered.Count - 1) / 2], ordered[ordered.Count / 2]);
        return new LeadTimeView(decimal.Round((decimal)((low.TotalDays + high.TotalDays) / 2), 2), ordered.Count);
    }
}
