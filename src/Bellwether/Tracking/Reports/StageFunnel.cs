using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Reports;

/// <summary>The stages from first sight to regular customer. Source: RACE (Chaffey).</summary>
public enum FunnelStage
{
    /// <summary>People see the brand and come.</summary>
    Reach,

    /// <summary>They do something: look into it, sign up, ask.</summary>
    Act,

    /// <summary>They buy.</summary>
    Convert,

    /// <summary>They come back.</summary>
    Engage,
}

/// <summary>One figure of a stage.</summary>
/// <param name="Name">impressions, clicks, siteVisits, events, newSales, repeatSales, or the type of a conversion.</param>
/// <param name="IsConversion">Whether it counts conversions, which have a list of their own.</param>
public sealed record StageFigure(string Name, long Count, bool IsConversion);

/// <summary>One stage with the figures it is made of.</summary>
/// <param name="Count">What is taken for the stage as a whole.</param>
/// <param name="Share">Of visits for Act and Convert, of all sales for Engage; null where there were none, and for Reach.</param>
public sealed record StageOfFunnel(FunnelStage Stage, long Count, Ratio? Share, IReadOnlyList<StageFigure> Figures);

/// <summary>From reach to regular customers.</summary>
/// <param name="Notes">What should be known of the figures, in sentences.</param>
public sealed record StageFunnelView(LocalDate From, LocalDate Until, IReadOnlyList<StageOfFunnel> Stages, IReadOnlyList<string> Notes);

/// <summary>
/// The four stages of a brand in a range of days. Reach counts visits (to the own site where it reports them, else by short links), Act counts
/// leads, sign-ups and other types but sales, Convert counts sales, Engage counts sales to customers who had bought before. Nobody is followed
/// from stage to stage: each is counted by itself.
/// </summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Read)]
public sealed record StageFunnel(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : IQuery<StageFunnelView>
{
    internal sealed class Handler(Db db, TrackingSums sums, ObservationBook numbers, TimeProvider clock) : IHandle<StageFunnel, StageFunnelView>
    {
        public async Task<StageFunnelView> HandleAsync(StageFunnel request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var (id, start, end) = (brand.Id, range.Start, range.End);
            var clicks = await CountedAsync(HitSource.Clicks);
            var (visits, events) = ((await CountedAsync(HitSource.Views)).Visits, (await CountedAsync(HitSource.Events)).Hits);
            var conversions = await db.Set<Conversion>().AsNoTracking().Where(one => one.Brand == id && one.VoidedAt == null && one.At >= start && one.At < end)
                .Select(one => new { one.Kind, one.Customer, one.At }).ToListAsync(cancel);
            var sales = conversions.Where(one => one.Kind == "sale").ToList();
            var firsts = await FirstsAsync(id, [.. sales.Select(one => one.Customer).OfType<string>().Distinct(StringComparer.Ordinal)], cancel);
            var repeat = sales.Count(one => one.Customer is { } customer && firsts[customer] < one.At);
            var points = await numbers.SeriesAsync(new SeriesKey(id.ToString(), "impressions"), range.From, range.Until, cancel);

            var reach = visits > 0 ? visits : clicks.Visits;
            List<StageFigure> reached = [new("clicks", clicks.Hits, false), new("siteVisits", visits, false)];
            if (points.Count > 0)
            {
                reached.Insert(0, new StageFigure("impressions", (long)points.GroupBy(point => point.Length).MinBy(group => group.Key)!.Sum(point => point.Value), false));
            }

            var acts = conversions.Where(one => one.Kind != "sale").GroupBy(one => one.Kind).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => new StageFigure(kind.Key, kind.Count(), true)).ToList();
            var acted = acts.Sum(figure => figure.Count);
            var unnamed = sales.Count(one => one.Customer is null);
            var notes = new List<string> { "Each stage is counted by itself: nobody is followed from one to the next." };
            if (unnamed > 0)
            {
                notes.Add($"{(unnamed == 1 ? "1 order does" : $"{unnamed} orders do")} not say which customer it was, so some of them may be of regulars.");
            }

            return new StageFunnelView(range.From, range.Until,
            [
                new StageOfFunnel(FunnelStage.Reach, reach, null, reached),
                new StageOfFunnel(FunnelStage.Act, acted, Ratio.Of(acted, reach), [.. acts, new StageFigure("events", events, false)]),
                new StageOfFunnel(FunnelStage.Convert, sales.Count, Ratio.Of(sales.Count, reach), [new StageFigure("newSales", sales.Count - repeat, true), new StageFigure("repeatSales", repeat, true)]),
                new StageOfFunnel(FunnelStage.Engage, repeat, Ratio.Of(repeat, sales.Count), []),
            ], notes);

            async Task<RollupSum> CountedAsync(HitSource source) => (await sums.GroupsAsync(id, source, start, end, cancel)).Where(row => row.Outcome == HitOutcome.Counted)
                .Aggregate(default(RollupSum), (sum, row) => sum + new RollupSum(row.Hits, row.Visits));
        }

        /// <summary>When each customer bought for the first time.</summary>
        private async Task<Dictionary<string, Instant>> FirstsAsync(Id<Brand> brand, List<string> customers, CancellationToken cancel)
        {
            var firsts = new Dictionary<string, Instant>(StringComparer.Ordinal);
            foreach (var some in customers.Chunk(500))
            {
                var found = await db.Set<Conversion>().Where(one => one.Brand == brand && one.VoidedAt == null && one.Kind == "sale" && some.Contains(one.Customer!))
                    .GroupBy(one => one.Customer!).Select(own => new { Customer = own.Key, At = own.Min(one => one.At) }).ToListAsync(cancel);
                found.ForEach(first => firsts[first.Customer] = first.At);
            }

            return firsts;
        }
    }
}
