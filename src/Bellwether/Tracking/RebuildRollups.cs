using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>What a rebuild found.</summary>
/// <param name="Rows">Rollups compared.</param>
/// <param name="Mended">Rollups that differed from the raw log and were mended.</param>
public sealed record RebuiltRollups(int Rows, int Mended);

/// <summary>
/// Adds the rollups up anew from the raw log and mends what differs. Quarters older than the raw log that is kept, hits
/// that have no raw row, and the running hour stay as they are.
/// </summary>
/// <param name="From">The first day; the oldest raw hit unless given.</param>
[Needs(Permission.Own)]
public sealed record RebuildRollups(Id<Brand> Brand, LocalDate? From = null) : ICommand<RebuiltRollups>
{
    internal sealed class Handler(Db db, TimeProvider clock, Journal journal) : IHandle<RebuildRollups, RebuiltRollups>
    {
        public async Task<RebuiltRollups> HandleAsync(RebuildRollups request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var first = await db.Set<Click>().Where(click => click.Brand == brand.Id).MinAsync(click => (Instant?)click.At, cancel);
            if (first is null)
            {
                return new RebuiltRollups(0, 0);
            }

            // The oldest quarter may have lost hits to the purge, the newest still grows.
            var start = Quarter(first.Value) + Duration.FromMinutes(request.From is null ? 0 : 15);
            start = request.From is { } day ? Instant.Max(start, day.AtStartOfDayInZone(brand.Zone).ToInstant()) : start;
            var end = Quarter(clock.Now());
            var raw = await SumAsync(brand.Id, start, end, cancel);
            var kept = await db.Set<ClickRollup>()
                .Where(row => row.Brand == brand.Id && row.Quarter >= start && row.Quarter < end && row.Outcome != HitOutcome.Overload && row.Outcome != HitOutcome.UnknownLink)
                .ToListAsync(cancel);
            var mended = 0;
            foreach (var row in kept)
            {
                raw.Remove(new Key(row.Link, row.Quarter, row.Outcome, row.Group), out var sum);
                if (row.Hits != sum.Hits || row.Visits != sum.Visits)
                {
                    row.Correct(sum);
                    mended++;
                }
            }

            db.AddRange(raw.Select(pair => new ClickRollup(brand.Id, pair.Key.Link, pair.Key.Quarter, pair.Key.Outcome, pair.Key.Group, pair.Value)));
            mended += raw.Count;
            journal.Say($"rebuilt the rollups of clicks: {mended} mended", brand.Id.Value, subject: brand.Id);
            return new RebuiltRollups(kept.Count + raw.Count, mended);
        }

        private static Instant Quarter(Instant at) => Instant.FromUnixTimeTicks(RollupKey.QuarterOf(at.ToUnixTimeTicks()));

        private async Task<Dictionary<Key, RollupSum>> SumAsync(Id<Brand> brand, Instant start, Instant end, CancellationToken cancel)
        {
            var sums = new Dictionary<Key, RollupSum>();
            var clicks = db.Set<Click>().AsNoTracking().Where(click => click.Brand == brand && click.At >= start && click.At < end)
                .Select(click => new { click.Link, click.At, click.Outcome, click.Group, click.StartsVisit });
            await foreach (var click in clicks.AsAsyncEnumerable().WithCancellation(cancel))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sums, new Key(click.Link, Quarter(click.At), click.Outcome, click.Group), out _) += new RollupSum(1, click.StartsVisit ? 1 : 0);
            }

            return sums;
        }

        [StructLayout(LayoutKind.Auto)]
        private readonly record struct Key(Id<TrackedLink> Link, Instant Quarter, HitOutcome Outcome, ChannelGroup Group);
    }
}
