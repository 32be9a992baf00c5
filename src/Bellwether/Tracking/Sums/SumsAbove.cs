using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Sums;

/// <summary>Changes the sums above the quarters of an hour together with them, and mends them by them.</summary>
[Scoped]
internal sealed class SumsAbove(Db db)
{
    /// <summary>Adds what the quarters grew by; what comes to nothing goes.</summary>
    public async Task AddAsync(Id<Brand> brand, RollupSums deltas, CancellationToken cancel)
    {
        await AddAsync(deltas.Links, key => (key.Span, key.Start), (span, start) => Links(brand, span, start, start), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new LinkSum(key, sum), cancel);
        await AddAsync(deltas.Groups, key => (key.Span, key.Start), (span, start) => Groups(brand, span, start, start), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new GroupSum(key, sum), cancel);
        await AddAsync(deltas.Sites, key => (key.Span, key.Start), (span, start) => Sites(brand, span, start, start), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new SiteSum(key, sum), cancel);
        await AddAsync(
            deltas.Times, key => (key.Span, RollupSpans.DayOf(key.Quarter * RollupKey.QuarterTicks)), (span, day) => Times(brand, day).Where(row => row.Span == span),
            row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new TimeSum(key, sum), cancel);
    }

    /// <summary>Compares the sums with the quarters, day by day, and the months with their days, and mends what differs.</summary>
    /// <param name="from">The first day is the one this lies in; the first of all unless given.</param>
    public async Task<RebuiltRollups> MendAsync(Id<Brand> brand, Instant? from, CancellationToken cancel)
    {
        var found = new RebuiltRollups(0, 0);
        if (await FirstAsync(brand, cancel) is not { } oldest || await LastAsync(brand, cancel) is not { } last)
        {
            return found;
        }

        var first = RollupSpans.DayOf(Instant.Max(oldest, from ?? oldest).ToUnixTimeTicks());
        for (var day = first; day <= last.ToUnixTimeTicks(); day += NodaConstants.TicksPerDay)
        {
            found += await MendDayAsync(brand, day, cancel);
        }

        await db.SaveAsync(cancel);
        for (var month = RollupSpans.MonthOf(first); month <= last.ToUnixTimeTicks(); month = RollupSpans.MonthAfter(month))
        {
            found += await MendMonthAsync(brand, month, cancel);
        }

        await db.SaveAsync(cancel);
        return found;
    }

    private async Task<RebuiltRollups> MendDayAsync(Id<Brand> brand, long day, CancellationToken cancel)
    {
        var (start, end, sums) = (Instant.FromUnixTimeTicks(day), Instant.FromUnixTimeTicks(day + NodaConstants.TicksPerDay), new RollupSums());
        await foreach (var row in db.Set<ClickRollup>().AsNoTracking().Where(row => row.Brand == brand && row.Quarter >= start && row.Quarter < end).AsAsyncEnumerable().WithCancellation(cancel))
        {
            sums.Add(row.Key, row.Sum);
        }

        await foreach (var row in db.Set<SiteRollup>().AsNoTracking().Where(row => row.Brand == brand && row.Quarter >= start && row.Quarter < end).AsAsyncEnumerable().WithCancellation(cancel))
        {
            sums.Add(row.Key, row.Sum);
        }

        return Mend(Of(sums.Links, key => key.Span == RollupSpan.Day), await Links(brand, RollupSpan.Day, day, day).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new LinkSum(key, sum))
            + Mend(Of(sums.Groups, key => key.Span == RollupSpan.Day), await Groups(brand, RollupSpan.Day, day, day).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new GroupSum(key, sum))
            + Mend(Of(sums.Sites, key => key.Span == RollupSpan.Day), await Sites(brand, RollupSpan.Day, day, day).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new SiteSum(key, sum))
            + Mend(sums.Times, await Times(brand, day).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new TimeSum(key, sum));
    }

    private async Task<RebuiltRollups> MendMonthAsync(Id<Brand> brand, long month, CancellationToken cancel)
    {
        var last = RollupSpans.MonthAfter(month) - NodaConstants.TicksPerDay;
        var links = Up(await Links(brand, RollupSpan.Day, month, last).AsNoTracking().ToListAsync(cancel), row => row.Key with { Span = RollupSpan.Month, Start = month }, row => row.Sum);
        var groups = Up(await Groups(brand, RollupSpan.Day, month, last).AsNoTracking().ToListAsync(cancel), row => row.Key with { Span = RollupSpan.Month, Start = month }, row => row.Sum);
        var sites = Up(await Sites(brand, RollupSpan.Day, month, last).AsNoTracking().ToListAsync(cancel), row => row.Key with { Span = RollupSpan.Month, Start = month }, row => row.Sum);
        return Mend(links, await Links(brand, RollupSpan.Month, month, month).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new LinkSum(key, sum))
            + Mend(groups, await Groups(brand, RollupSpan.Month, month, month).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new GroupSum(key, sum))
            + Mend(sites, await Sites(brand, RollupSpan.Month, month, month).AsNoTracking().ToListAsync(cancel), row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new SiteSum(key, sum));
    }

    private IQueryable<LinkSum> Links(Id<Brand> brand, RollupSpan span, long first, long last)
    {
        var (from, until) = (Instant.FromUnixTimeTicks(first), Instant.FromUnixTimeTicks(last));
        return db.Set<LinkSum>().Where(row => row.Brand == brand && row.Span == span && row.Start >= from && row.Start <= until);
    }

    private IQueryable<GroupSum> Groups(Id<Brand> brand, RollupSpan span, long first, long last)
    {
        var (from, until) = (Instant.FromUnixTimeTicks(first), Instant.FromUnixTimeTicks(last));
        return db.Set<GroupSum>().Where(row => row.Brand == brand && row.Span == span && row.Start >= from && row.Start <= until);
    }

    private IQueryable<SiteSum> Sites(Id<Brand> brand, RollupSpan span, long first, long last)
    {
        var (from, until) = (Instant.FromUnixTimeTicks(first), Instant.FromUnixTimeTicks(last));
        return db.Set<SiteSum>().Where(row => row.Brand == brand && row.Span == span && row.Start >= from && row.Start <= until);
    }

    private IQueryable<TimeSum> Times(Id<Brand> brand, long day)
    {
        var (from, until) = (day / RollupKey.QuarterTicks, (day + NodaConstants.TicksPerDay) / RollupKey.QuarterTicks);
        return db.Set<TimeSum>().Where(row => row.Brand == brand && row.Quarter >= from && row.Quarter < until);
    }

    // Sums without quarters are found too: whatever came first or last.
    private async Task<Instant?> FirstAsync(Id<Brand> brand, CancellationToken cancel) => new[]
    {
        await db.Set<ClickRollup>().Where(row => row.Brand == brand).MinAsync(row => (Instant?)row.Quarter, cancel), await db.Set<SiteRollup>().Where(row => row.Brand == brand).MinAsync(row => (Instant?)row.Quarter, cancel),
        await db.Set<LinkSum>().Where(row => row.Brand == brand).MinAsync(row => (Instant?)row.Start, cancel), await db.Set<GroupSum>().Where(row => row.Brand == brand).MinAsync(row => (Instant?)row.Start, cancel),
    }.Min();

    private async Task<Instant?> LastAsync(Id<Brand> brand, CancellationToken cancel) => new[]
    {
        await db.Set<ClickRollup>().Where(row => row.Brand == brand).MaxAsync(row => (Instant?)row.Quarter, cancel), await db.Set<SiteRollup>().Where(row => row.Brand == brand).MaxAsync(row => (Instant?)row.Quarter, cancel),
        await db.Set<LinkSum>().Where(row => row.Brand == brand).MaxAsync(row => (Instant?)row.Start, cancel), await db.Set<GroupSum>().Where(row => row.Brand == brand).MaxAsync(row => (Instant?)row.Start, cancel),
    }.Max();

    private static Dictionary<TKey, RollupSum> Of<TKey>(Dictionary<TKey, RollupSum> sums, Func<TKey, bool> which)
        where TKey : struct =>
        sums.Where(sum => which(sum.Key)).ToDictionary();

    private static Dictionary<TKey, RollupSum> Up<TKey, TRow>(List<TRow> rows, Func<TRow, TKey> keyOf, Func<TRow, RollupSum> sumOf)
        where TKey : struct =>
        rows.GroupBy(keyOf).ToDictionary(group => group.Key, group => group.Aggregate(default(RollupSum), (sum, row) => sum + sumOf(row)));

    private RebuiltRollups Mend<TKey, TRow>(Dictionary<TKey, RollupSum> right, List<TRow> kept, Func<TRow, TKey> keyOf, Func<TRow, RollupSum> sumOf, Action<TRow, RollupSum> correct, Func<TKey, RollupSum, TRow> make)
        where TKey : struct
        where TRow : Entity<TRow>
    {
        var mended = 0;
        foreach (var row in kept)
        {
            right.Remove(keyOf(row), out var sum);
            if (sumOf(row) == sum)
            {
                continue;
            }

            mended++;
            var known = db.Set<TRow>().Local.FindEntry(row.Id)?.Entity ?? db.Attach(row).Entity;
            if (sum == default)
            {
                db.Remove(known);
            }
            else
            {
                correct(known, sum);
            }
        }

        var missing = right.Where(sum => sum.Value != default).ToList();
        db.AddRange(missing.Select(sum => make(sum.Key, sum.Value)));
        return new RebuiltRollups(kept.Count + missing.Count, mended + missing.Count);
    }

    private async Task AddAsync<TKey, TRow>(
        Dictionary<TKey, RollupSum> deltas, Func<TKey, (RollupSpan Span, long Start)> placeOf, Func<RollupSpan, long, IQueryable<TRow>> at, Func<TRow, TKey> keyOf, Func<TRow, RollupSum> sumOf,
        Action<TRow, RollupSum> correct, Func<TKey, RollupSum, TRow> make, CancellationToken cancel)
        where TKey : struct
        where TRow : Entity
    {
        foreach (var place in deltas.Where(delta => delta.Value != default).GroupBy(delta => placeOf(delta.Key)))
        {
            var rows = (await at(place.Key.Span, place.Key.Start).ToListAsync(cancel)).ToDictionary(keyOf);
            foreach (var (key, delta) in place)
            {
                if (!rows.TryGetValue(key, out var row))
                {
                    db.Add(make(key, delta));
                }
                else if (sumOf(row) + delta is var sum && sum != default)
                {
                    correct(row, sum);
                }
                else
                {
                    db.Remove(row);
                }
            }
        }
    }
}
