using Bellwether.Brands;
using Bellwether.Calendar;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Reports;

/// <summary>Which of the raw log a figure is made of.</summary>
public enum HitSource
{
    /// <summary>Hits on short links.</summary>
    Clicks,

    /// <summary>Page views of the own site.</summary>
    Views,

    /// <summary>Events of the own site.</summary>
    Events,
}

/// <summary>The events behind one figure, as they are asked for.</summary>
internal sealed record HitsAsked(
    Brand Brand, HitSource Of, TrackingRange Range, string? Subject, ChannelGroup? Group, DeviceClass? Device, int? Hour, bool VisitsOnly, string? Page, string? Origin, string? Campaign, string? Name, bool Dropped);

/// <summary>Reads single events from the raw log, the newest first.</summary>
[Scoped]
internal sealed class HitBook(Db db)
{
    /// <summary>Some events after a place in the list.</summary>
    public async Task<Page<HitView>> PageAsync(HitsAsked asked, string? after, int take, CancellationToken cancel)
    {
        var found = asked.Of == HitSource.Clicks ? await ClicksAsync(asked, after, take, cancel) : await SiteAsync(asked, after, take, cancel);
        return new Page<HitView>([.. found.Take(take)], found.Count > take ? found[take - 1].Id : null);
    }

    private async Task<List<HitView>> ClicksAsync(HitsAsked asked, string? after, int take, CancellationToken cancel)
    {
        var (brand, start, end) = (asked.Brand.Id, asked.Range.Start, asked.Range.End);
        var rows = db.Set<Click>().AsNoTracking().Where(row => row.Brand == brand && row.At >= start && row.At < end && (row.Outcome == HitOutcome.Counted) != asked.Dropped);
        if (asked.Subject is { } subject)
        {
            var links = db.Set<TrackedLink>().Where(link => link.Brand == brand).Where(LinkSubject.Is(subject)).Select(link => link.Id);
            rows = rows.Where(row => links.Contains(row.Link));
        }

        rows = asked.Group is { } group ? rows.Where(row => row.Group == group) : rows;
        rows = asked.Device is { } device ? rows.Where(row => row.Device == device) : rows;
        rows = asked.VisitsOnly ? rows.Where(row => row.StartsVisit) : rows;
        if (Cursor<Click>(after) is { } cursor)
        {
            var last = Rule.Found(await db.Set<Click>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == cursor, cancel), "after").At;
            rows = rows.Where(row => row.At < last || (row.At == last && row.Id.CompareTo(cursor) < 0));
        }

        var found = await TakeAsync(rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id), row => row.At, asked, take, cancel);
        return await ViewsAsync(found, cancel);
    }

    private async Task<List<HitView>> SiteAsync(HitsAsked asked, string? after, int take, CancellationToken cancel)
    {
        var (brand, start, end, events) = (asked.Brand.Id, asked.Range.Start, asked.Range.End, asked.Of == HitSource.Events);
        var rows = db.Set<SiteEvent>().AsNoTracking().Where(row => row.Brand == brand && row.At >= start && row.At < end && (row.Name != null) == events && (row.Outcome == HitOutcome.Counted) != asked.Dropped);
        rows = asked.Group is { } group ? rows.Where(row => row.Group == group) : rows;
        rows = asked.Device is { } device ? rows.Where(row => row.Device == device) : rows;
        rows = asked.VisitsOnly ? rows.Where(row => row.StartsVisit) : rows;
        rows = asked.Page is { } page ? rows.Where(row => row.Host + row.Path == page) : rows;
        rows = asked.Origin is { } origin ? rows.Where(row => row.Origin == origin) : rows;
        rows = asked.Campaign is { } campaign ? rows.Where(row => row.Campaign == campaign) : rows;
        rows = asked.Name is { } name ? rows.Where(row => row.Name == name) : rows;
        if (Cursor<SiteEvent>(after) is { } cursor)
        {
            var last = Rule.Found(await db.Set<SiteEvent>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == cursor, cancel), "after").At;
            rows = rows.Where(row => row.At < last || (row.At == last && row.Id.CompareTo(cursor) < 0));
        }

        return [.. (await TakeAsync(rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Id), row => row.At, asked, take, cancel)).Select(View)];
    }

    /// <summary>Clicks as people read them.</summary>
    public async Task<List<HitView>> ViewsAsync(IReadOnlyCollection<Click> clicks, CancellationToken cancel)
    {
        var ids = clicks.Select(click => click.Link).Distinct().ToList();
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => ids.Contains(link.Id)).Select(link => new { link.Id, link.Title, link.Target, link.Post }).ToListAsync(cancel);

        // People know a link by the post it stands in.
        var posts = links.Where(link => link.Title is null).Select(link => Id<Post>.TryParse(link.Post, null, out var post) ? post : (Id<Post>?)null).OfType<Id<Post>>().Distinct().ToList();
        var called = await db.Set<Post>().AsNoTracking().IgnoreAutoIncludes().Where(post => posts.Contains(post.Id) && post.Title != "").Select(post => new { post.Id, post.Title }).ToDictionaryAsync(post => post.Id.ToString(), post => post.Title, StringComparer.Ordinal, cancel);
        var titles = links.ToDictionary(link => link.Id, link => link.Title ?? called.GetValueOrDefault(link.Post ?? "") ?? link.Target);
        return [.. clicks.Select(click => new HitView(
            click.Id.ToString(), click.At, click.Scan ? HitKind.Scan : HitKind.Click, titles.GetValueOrDefault(click.Link) ?? click.Link.ToString(), null, click.Link, click.Group, click.ReferrerHost, click.Device, click.StartsVisit, click.Outcome))];
    }

    /// <summary>A page view or event as people read it.</summary>
    public static HitView View(SiteEvent row) => new(
        row.Id.ToString(), row.At, row.Name is null ? HitKind.View : HitKind.Event, row.Name ?? row.Host + row.Path, row.Name is null ? null : row.Host + row.Path, null,
        row.Group, row.Origin ?? row.ReferrerHost, row.Device, row.StartsVisit, row.Outcome);

    /// <summary>The hour of a day is one of the brand's zone, which no database knows; so rows are read until there are enough.</summary>
    private static async Task<List<T>> TakeAsync<T>(IQueryable<T> rows, Func<T, Instant> at, HitsAsked asked, int take, CancellationToken cancel)
    {
        if (asked.Hour is not { } hour)
        {
            return await rows.Take(take + 1).ToListAsync(cancel);
        }

        var found = new List<T>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (at(row).InZone(asked.Brand.Zone).Hour == hour)
            {
                found.Add(row);
                if (found.Count > take)
                {
                    break;
                }
            }
        }

        return found;
    }

    private static Id<T>? Cursor<T>(string? after)
    {
        if (after is null)
        {
            return null;
        }

        Rule.Require(Id<T>.TryParse(after, null, out var id), "cursor-unknown", "This list has no such place. Begin again without “after”.", "after");
        return id;
    }
}
