using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Reports;

/// <summary>One hour of the day, in the brand's zone, over all days of the range.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="SiteVisits">Visits to the own site.</param>
public sealed record HourOfDay(int Hour, long Clicks, long SiteVisits);

/// <summary>One class of devices.</summary>
/// <param name="SiteVisits">Visits to the own site.</param>
public sealed record DeviceCount(DeviceClass Device, long Clicks, long SiteVisits);

/// <summary>When and on what people came.</summary>
public sealed record HoursAndDevicesView(LocalDate From, LocalDate Until, IReadOnlyList<HourOfDay> Hours, IReadOnlyList<DeviceCount> Devices);

/// <summary>
/// Clicks and visits by hour of the day and by device. There is nothing about places: no address is kept and no list of places is shipped,
/// and neither language nor time zone says where somebody is.
/// </summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Read)]
public sealed record HoursAndDevices(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : IQuery<HoursAndDevicesView>
{
    internal sealed class Handler(Db db, TimeProvider clock) : IHandle<HoursAndDevices, HoursAndDevicesView>
    {
        public async Task<HoursAndDevicesView> HandleAsync(HoursAndDevices request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var (id, start, end) = (brand.Id, range.Start, range.End);
            var clicks = await db.Set<ClickRollup>().Where(row => row.Brand == id && row.Quarter >= start && row.Quarter < end && row.Outcome == HitOutcome.Counted)
                .GroupBy(row => row.Quarter).Select(group => new { Quarter = group.Key, Count = group.Sum(row => row.Hits) }).ToListAsync(cancel);
            var visits = await db.Set<SiteRollup>().Where(row => row.Brand == id && row.Dimension == SiteDimension.Views && row.Quarter >= start && row.Quarter < end && row.Outcome == HitOutcome.Counted)
                .GroupBy(row => row.Quarter).Select(group => new { Quarter = group.Key, Count = group.Sum(row => row.Visits) }).ToListAsync(cancel);
            var (clickHours, visitHours) = (new long[24], new long[24]);
            clicks.ForEach(row => clickHours[row.Quarter.InZone(brand.Zone).Hour] += row.Count);
            visits.ForEach(row => visitHours[row.Quarter.InZone(brand.Zone).Hour] += row.Count);

            var clickDevices = await db.Set<Click>().Where(row => row.Brand == id && row.At >= start && row.At < end && row.Outcome == HitOutcome.Counted)
                .GroupBy(row => row.Device).Select(group => new { Device = group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Device, row => row.Count, cancel);
            var siteDevices = await db.Set<SiteEvent>().Where(row => row.Brand == id && row.At >= start && row.At < end && row.Outcome == HitOutcome.Counted && row.Name == null && row.StartsVisit)
                .GroupBy(row => row.Device).Select(group => new { Device = group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Device, row => row.Count, cancel);
            return new HoursAndDevicesView(
                range.From, range.Until, [.. Enumerable.Range(0, 24).Select(hour => new HourOfDay(hour, clickHours[hour], visitHours[hour]))],
                [.. Enum.GetValues<DeviceClass>().Select(device => new DeviceCount(device, clickDevices.GetValueOrDefault(device), siteDevices.GetValueOrDefault(device))).Where(row => row.Clicks + row.SiteVisits > 0).OrderByDescending(row => row.Clicks + row.SiteVisits)]);
        }
    }
}
