using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>Changes rollups, and the sums above them, together with the raw log they sum up, while nobody else adds to either.</summary>
[Scoped]
internal sealed class Rollups(Db db, SumsAbove above)
{
    private static readonly HitOutcome[] NumbersOnly = [HitOutcome.Overload, HitOutcome.UnknownLink, HitOutcome.OptedOut];

    /// <summary>Lets the writers of all nodes wait until this transaction ends. On SQLite the transaction itself does.</summary>
    public Task HoldAsync(CancellationToken cancel) =>
        db.Database.IsNpgsql() ? db.Database.ExecuteSqlRawAsync("lock table click_rollups, site_rollups, link_sums, group_sums, site_sums, time_sums in share row exclusive mode", cancel) : Task.CompletedTask;

    /// <summary>Adds to the rollups of clicks; what comes to nothing goes.</summary>
    public async Task AddAsync(Id<Brand> brand, Dictionary<RollupKey, RollupSum> deltas, CancellationToken cancel)
    {
        await AddAsync(
            deltas, key => key.Quarter, (from, until) => db.Set<ClickRollup>().Where(row => row.Brand == brand && row.Quarter >= from && row.Quarter < until),
            row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new ClickRollup(key, sum), cancel);
        await above.AddAsync(brand, new RollupSums(deltas, []), cancel);
    }

    /// <summary>Adds to the rollups of a site.</summary>
    public async Task AddAsync(Id<Brand> brand, Dictionary<SiteRollupKey, RollupSum> deltas, CancellationToken cancel)
    {
        await AddAsync(
            deltas, key => key.Quarter, (from, until) => db.Set<SiteRollup>().Where(row => row.Brand == brand && row.Quarter >= from && row.Quarter < until),
            row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new SiteRollup(key, sum), cancel);
        await above.AddAsync(brand, new RollupSums([], deltas), cancel);
    }

    /// <summary>Compares the rollups with the raw log, then the sums above with the rollups, and mends what differs.</summary>
    /// <param name="clicks">Where clicks are compared from; null where there are none.</param>
    /// <param name="events">Where page views and events are compared from.</param>
    public async Task<RebuiltRollups> MendAsync(Id<Brand> brand, Instant? clicks, Instant? events, Instant end, CancellationToken cancel)
    {
        var found = new RebuiltRollups(0, 0);
        if (clicks is { } click)
        {
            found += await MendClicksAsync(brand, click, end, cancel);
        }

        if (events is { } report)
        {
            found += await MendSiteAsync(brand, report, end, cancel);
        }

        // What is above is compared with what is stored.
        await db.SaveAsync(cancel);
        return found;
    }

    private async Task<RebuiltRollups> MendClicksAsync(Id<Brand> brand, Instant start, Instant end, CancellationToken cancel)
    {
        var raw = new Dictionary<RollupKey, RollupSum>();
        await foreach (var click in db.Set<Click>().AsNoTracking().Where(row => row.Brand == brand && row.At >= start && row.At < end).AsAsyncEnumerable().WithCancellation(cancel))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(raw, RollupKey.Of(click.Row), out _) += new RollupSum(1, click.StartsVisit ? 1 : 0);
        }

        var kept = await db.Set<ClickRollup>().Where(row => row.Brand == brand && row.Quarter >= start && row.Quarter < end && !NumbersOnly.Contains(row.Outcome)).ToListAsync(cancel);
        return Mend(raw, kept, row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new ClickRollup(key, sum));
    }

    private async Task<RebuiltRollups> MendSiteAsync(Id<Brand> brand, Instant start, Instant end, CancellationToken cancel)
    {
        var raw = new Dictionary<SiteRollupKey, RollupSum>();
        await foreach (var report in db.Set<SiteEvent>().AsNoTracking().Where(row => row.Brand == brand && row.At >= start && row.At < end).AsAsyncEnumerable().WithCancellation(cancel))
        {
            report.Row.AddTo(raw);
        }

        var kept = await db.Set<SiteRollup>().Where(row => row.Brand == brand && row.Quarter >= start && row.Quarter < end && !NumbersOnly.Contains(row.Outcome)).ToListAsync(cancel);
        return Mend(raw, kept, row => row.Key, row => row.Sum, (row, sum) => row.Correct(sum), (key, sum) => new SiteRollup(key, sum));
    }

    private RebuiltRollups Mend<TKey, TRow>(Dictionary<TKey, RollupSum> raw, List<TRow> kept, Func<TRow, TKey> keyOf, Func<TRow, RollupSum> sumOf, Action<TRow, RollupSum> correct, Func<TKey, RollupSum, TRow> make)
        where TKey : struct
        where TRow : Entity
    {
        var mended = 0;
        foreach (var row in kept)
        {
            raw.Remove(keyOf(row), out var sum);
            if (sumOf(row) != sum)
            {
                correct(row, sum);
                mended++;
            }
        }

        db.AddRange(raw.Select(pair => make(pair.Key, pair.Value)));
        return new RebuiltRollups(kept.Count + raw.Count, mended + raw.Count);
    }

    /// <summary>Day by day, so that a long range needs no more memory than a short one.</summary>
    private async Task AddAsync<TKey, TRow>(
        Dictionary<TKey, RollupSum> deltas, Func<TKey, long> quarterOf, Func<Instant, Instant, IQueryable<TRow>> between, Func<TRow, TKey> keyOf, Func<TRow, RollupSum> sumOf,
        Action<TRow, RollupSum> correct, Func<TKey, RollupSum, TRow> make, CancellationToken cancel)
        where TKey : struct
        where TRow : Entity
    {
        foreach (var day in deltas.Where(delta => delta.Value != default).GroupBy(delta => quarterOf(delta.Key) / NodaConstants.TicksPerDay).OrderBy(day => day.Key))
        {
            var from = Instant.FromUnixTimeTicks(day.Key * NodaConstants.TicksPerDay);
            var rows = (await between(from, from + Duration.FromDays(1)).ToListAsync(cancel)).ToDictionary(keyOf);
            foreach (var (key, delta) in day)
            {
                if (!rows.TryGetValue(key, out var row))
                {
                    db.Add(make(key, delta));
                    continue;
                }

                var sum = sumOf(row) + delta;
                if (sum == default)
                {
                    db.Remove(row);
                }
                else
                {
                    correct(row, sum);
                }
            }
        }
    }
}
