using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>What a rebuild found.</summary>
/// <param name="Rows">Rollups compared.</param>
/// <param name="Mended">Rollups that differed from the raw log and were mended.</param>
public sealed record RebuiltRollups(int Rows, int Mended)
{
    public static RebuiltRollups operator +(RebuiltRollups left, RebuiltRollups right) => new(left.Rows + right.Rows, left.Mended + right.Mended);
}

/// <summary>
/// Adds the rollups of clicks and of the site up anew from the raw log, and the sums by hour, day and month from them, and mends what differs. Quarters older than the raw log
/// that is kept, hits that have no raw row, and the running quarter stay as they are.
/// </summary>
/// <param name="From">The first day; the oldest raw hit unless given.</param>
[Needs(Permission.Own)]
public sealed record RebuildRollups(Id<Brand> Brand, LocalDate? From = null) : ICommand<RebuiltRollups>, IStoresInBetween
{
    internal sealed class Handler(Db db, Rollups rollups, SumsAbove above, TimeProvider clock, Journal journal) : IHandle<RebuildRollups, RebuiltRollups>
    {
        public async Task<RebuiltRollups> HandleAsync(RebuildRollups request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            await rollups.HoldAsync(cancel);
            var end = Quarter(clock.Now());
            var click = await db.Set<Click>().Where(row => row.Brand == brand.Id).MinAsync(row => (Instant?)row.At, cancel);
            var report = await db.Set<SiteEvent>().Where(row => row.Brand == brand.Id).MinAsync(row => (Instant?)row.At, cancel);
            var found = await rollups.MendAsync(brand.Id, Start(click, request, brand), Start(report, request, brand), end, cancel);
            found += await above.MendAsync(brand.Id, request.From?.AtStartOfDayInZone(brand.Zone).ToInstant(), cancel);
            journal.Say($"rebuilt the rollups of clicks and visits: {found.Mended} mended", brand.Id.Value, subject: brand.Id);
            return found;
        }

        // The purge removes whole days, so the oldest quarter is whole.
        private static Instant? Start(Instant? first, RebuildRollups request, Brand brand) =>
            first is not { } oldest ? null : request.From is { } day ? Instant.Max(Quarter(oldest), Quarter(day.AtStartOfDayInZone(brand.Zone).ToInstant())) : Quarter(oldest);

        private static Instant Quarter(Instant at) => Instant.FromUnixTimeTicks(RollupKey.QuarterOf(at.ToUnixTimeTicks()));
    }
}
