using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
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
/// <param name="DevicesFrom">The first day that devices are told for: they are read from single events, of the latest days where there are very many.</param>
public sealed record HoursAndDevicesView(LocalDate From, LocalDate Until, IReadOnlyList<HourOfDay> Hours, LocalDate DevicesFrom, IReadOnlyList<DeviceCount> Devices);

/// <summary>
/// Clicks and visits by hour of the day and by device. There is nothing about places: no address is kept and no list of places is shipped,
/// and neither language nor time zone says where somebody is.
/// </summary>
/// <param name="From">The first day; 30 days ago unless given.</param>
/// <param name="Until">The last day; today unless given.</param>
[Needs(Permission.Read)]
public sealed record HoursAndDevices(Id<Brand> Brand, LocalDate? From = null, LocalDate? Until = null) : IQuery<HoursAndDevicesView>
{
    /// <summary>About so many single events are read for devices.</summary>
    public const long MostEvents = 150_000;

    internal sealed class Handler(Db db, TrackingSums sums, TimeProvider clock) : IHandle<HoursAndDevices, HoursAndDevicesView>
    {
        public async Task<HoursAndDevicesView> HandleAsync(HoursAndDevices request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var range = TrackingRange.Of(brand, request.From, request.Until, clock);
            var (id, start, end) = (brand.Id, range.Start, range.End);
            var (clicks, visits) = (await sums.HoursAsync(brand, HitSource.Clicks, range, cancel), await sums.HoursAsync(brand, HitSource.Views, range, cancel));
            var (clickDays, viewDays) = (await sums.DaysAsync(brand, HitSource.Clicks, range, cancel), await sums.DaysAsync(brand, HitSource.Views, range, cancel));
            var devicesFrom = range.Since(MostEvents, day => clickDays.GetValueOrDefault(day).Hits + viewDays.GetValueOrDefault(day).Hits);
            var begin = devicesFrom.AtStartOfDayInZone(brand.Zone).ToInstant();
            var clickDevices = await db.Set<Click>().Where(row => row.Brand == id && row.At >= begin && row.At < end && row.Outcome == HitOutcome.Counted)
                .GroupBy(row => row.Device).Select(group => new { Device = group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Device, row => row.Count, cancel);
            var siteDevices = await db.Set<SiteEvent>().Where(row => row.Brand == id && row.At >= begin && row.At < end && row.Outcome == HitOutcome.Counted && row.Name == null && row.StartsVisit)
                .GroupBy(row => row.Device).Select(group => new { Device = group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Device, row => row.Count, cancel);
            return new HoursAndDevicesView(
                range.From, range.Until, [.. Enumerable.Range(0, 24).Select(hour => new HourOfDay(hour, clicks.GetValueOrDefault(hour).Hits, visits.GetValueOrDefault(hour).Visits))], devicesFrom,
                [.. Enum.GetValues<DeviceClass>().Select(device => new DeviceCount(device, clickDevices.GetValueOrDefault(device), siteDevices.GetValueOrDefault(device))).Where(row => row.Clicks + row.SiteVisits > 0).OrderByDescending(row => row.Clicks + row.SiteVisits)]);
        }
    }
}
