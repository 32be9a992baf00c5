using Bellwether.Brands;
using Bellwether.Campaigns;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>The layer of the calendar a band lies on.</summary>
public enum BandLayer
{
    /// <summary>A campaign.</summary>
    Campaign,

    /// <summary>The brand's own highlight in a channel: a launch, a contest, a deal.</summary>
    Highlight,

    /// <summary>What returns every year by itself: holidays, seasons.</summary>
    Season,
}

/// <summary>Something that lasts for days, drawn behind the posts.</summary>
/// <param name="Id">The id of the campaign or the highlight.</param>
/// <param name="From">Its first day, which may lie before the span asked for.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Where">The networks it runs on, by name.</param>
/// <param name="Path">Where it is on the screen.</param>
/// <param name="Draft">Whether it is only planned so far.</param>
public sealed record CalendarBand(string Id, BandLayer Layer, string Title, LocalDate From, LocalDate Until, IReadOnlyList<string> Where, string Path, bool Draft);

/// <summary>The campaigns, highlights and seasons of a brand that touch a span of days, the earliest first: the layers behind a calendar.</summary>
/// <param name="From">First day; at most 400 days are shown.</param>
/// <param name="To">Last day.</param>
[Needs(Permission.Read)]
public sealed record CalendarBands(Id<Brand> Brand, LocalDate From, LocalDate To) : IQuery<IReadOnlyList<CalendarBand>>
{
    internal sealed class Handler(Db db) : IHandle<CalendarBands, IReadOnlyList<CalendarBand>>
    {
        public async Task<IReadOnlyList<CalendarBand>> HandleAsync(CalendarBands request, CancellationToken cancel)
        {
            CalendarMonth.CheckSpan(request.From, request.To);
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var networks = await db.Set<Channel>().AsNoTracking().Where(row => row.Brand == brand.Id).ToDictionaryAsync(row => row.Id, row => NetworkCatalogue.Of(row.Network).Name, cancel);
            var campaigns = (await db.Set<Campaign>().AsNoTracking().Where(row => row.Brand == brand.Id && row.RemovedAt == null && row.Status != CampaignStatus.Cancelled && row.From != null).ToListAsync(cancel))
                .Select(row => new CalendarBand(
                    row.Id.ToString(), BandLayer.Campaign, row.Name, row.From!.Value, row.Until!.Value, [.. row.Channels.Select(networks.GetValueOrDefault).OfType<string>()], $"/campaigns?campaign={row.Id}&plan={row.Plan}",
                    row.Status == CampaignStatus.Draft));
            var highlights = (await db.Set<Activation>().AsNoTracking().Where(row => row.Brand == brand.Id).ToListAsync(cancel))
                .Select(row => new CalendarBand(
                    row.Id.ToString(), row.IsHook ? BandLayer.Season : BandLayer.Highlight, row.Title, row.From, row.Until, networks.GetValueOrDefault(row.Channel) is { } network ? [network] : [], $"/channels/{row.Channel}", false));
            return [.. campaigns.Concat(highlights).Where(band => band.From <= request.To && band.Until >= request.From).OrderBy(band => band.From).ThenBy(band => band.Layer).ThenBy(band => band.Id, StringComparer.Ordinal)];
        }
    }
}
