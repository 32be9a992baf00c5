using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking.Hubs;

/// <summary>A link on a page of links, with what it brings.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Archived">Whether it was archived: then the public page leaves it out.</param>
/// <param name="Clicks">Everybody who followed it in 30 days, from wherever it stands.</param>
public sealed record HubLink(Id<TrackedLink> Link, string Label, string Short, string Target, bool Archived, long Clicks);

/// <summary>A page of links as its brand sees it.</summary>
/// <param name="Address">Where the public finds it.</param>
/// <param name="Links">The links of the draft, from top to bottom.</param>
/// <param name="HasChanges">Whether the draft says something else than the public page.</param>
/// <param name="Views">How often people looked at it in 30 days.</param>
/// <param name="Visitors">How many visits those views were.</param>
/// <param name="Dropped">Views in 30 days that do not count, such as those of bots.</param>
public sealed record HubView(
    Id<LinkHub> Id, Id<Brand> Brand, Id<Channel>? Channel, string Name, string Address, string Title, string? Intro, string Colour, IReadOnlyList<HubLink> Links, Instant? PublishedAt, bool HasChanges,
    long Views, long Visitors, IReadOnlyList<OutcomeCount> Dropped, int Version) : IVersioned;

/// <summary>Reads pages of links with their counts.</summary>
[Scoped]
internal sealed class HubBook(Db db, TrackingSums sums, PublicAddress address, TimeProvider clock)
{
    private static readonly Duration Span = Duration.FromDays(30);

    public async Task<IReadOnlyList<HubView>> ViewsAsync(IReadOnlyList<LinkHub> hubs, CancellationToken cancel)
    {
        var since = clock.Now() - Span;
        var ids = hubs.Select(hub => hub.Id).ToList();
        var named = hubs.SelectMany(hub => hub.Draft.Entries).Select(entry => entry.Link).Distinct().ToList();
        var links = await db.Set<TrackedLink>().AsNoTracking().Where(link => named.Contains(link.Id)).ToDictionaryAsync(link => link.Id, cancel);
        var clicks = hubs.Count == 0 ? [] : (await sums.LinksAsync(hubs[0].Brand, since, clock.Now() + Duration.FromDays(1), cancel)).GroupBy(row => row.Link).ToDictionary(link => link.Key, link => link.Sum(row => row.Hits));
        var views = await db.Set<HubRollup>().Where(row => ids.Contains(row.Hub) && row.Quarter >= since)
            .GroupBy(row => new { row.Hub, row.Outcome }).Select(group => new { group.Key.Hub, group.Key.Outcome, Hits = group.Sum(row => row.Hits), Visits = group.Sum(row => row.Visits) }).ToListAsync(cancel);
        return
        [
            .. hubs.Select(hub =>
            {
                var seen = views.FindAll(row => row.Hub == hub.Id);
                return new HubView(
                    hub.Id, hub.Brand, hub.Channel, hub.Name, address.Hub(hub.Name), hub.Draft.Title, hub.Draft.Intro, hub.Draft.Colour,
                    [
                        .. hub.Draft.Entries.Where(entry => links.ContainsKey(entry.Link)).Select(entry => new HubLink(
                            entry.Link, entry.Label, address.Short(links[entry.Link].Code, links[entry.Link].Host), links[entry.Link].Target, links[entry.Link].ArchivedAt is not null, clicks.GetValueOrDefault(entry.Link))),
                    ],
                    hub.PublishedAt, hub.HasChanges,
                    seen.Where(row => row.Outcome == HitOutcome.Counted).Sum(row => row.Hits), seen.Where(row => row.Outcome == HitOutcome.Counted).Sum(row => row.Visits),
                    [.. seen.Where(row => row.Outcome != HitOutcome.Counted).OrderBy(row => row.Outcome).Select(row => new OutcomeCount(row.Outcome, row.Hits))], hub.Version);
            }),
        ];
    }

    public async Task<HubView> ViewAsync(LinkHub hub, CancellationToken cancel) => (await ViewsAsync([hub], cancel))[0];

    /// <summary>409 where another page has the name.</summary>
    public async Task RequireFreeAsync(LinkHub hub, CancellationToken cancel)
    {
        if (await db.Set<LinkHub>().IgnoreQueryFilters().AnyAsync(one => one.Name == hub.Name && one.Id != hub.Id, cancel))
        {
            throw Rule.Conflict("name-taken", $"The name “{hub.Name}” is taken. Choose another one.", "name");
        }
    }

    /// <summary>404 for a link or a channel that is not the brand's.</summary>
    public async Task CheckAsync(Id<Brand> brand, IReadOnlyList<HubEntry> entries, Id<Channel>? channel, CancellationToken cancel)
    {
        var ids = entries.Select(entry => entry.Link).Distinct().ToList();
        if (ids.Count > 0 && await db.Set<TrackedLink>().CountAsync(link => link.Brand == brand && ids.Contains(link.Id), cancel) != ids.Count)
        {
            throw Rule.Missing("link");
        }

        if (channel is { } id && !await db.Set<Channel>().AnyAsync(row => row.Id == id && row.Brand == brand, cancel))
        {
            throw Rule.Missing("channel");
        }
    }
}

/// <summary>The pages of links of a brand, by name, each with its views and clicks of 30 days.</summary>
[Needs(Permission.Read)]
public sealed record HubList(Id<Brand> Brand) : IQuery<IReadOnlyList<HubView>>
{
    internal sealed class Handler(Db db, HubBook book) : IHandle<HubList, IReadOnlyList<HubView>>
    {
        public async Task<IReadOnlyList<HubView>> HandleAsync(HubList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            return await book.ViewsAsync(await db.Set<LinkHub>().AsNoTracking().Where(hub => hub.Brand == brand.Id).OrderBy(hub => hub.Name).ToListAsync(cancel), cancel);
        }
    }
}

/// <summary>One page of links.</summary>
[Needs(Permission.Read)]
public sealed record HubDetail(Id<LinkHub> Hub) : IQuery<HubView>
{
    internal sealed class Handler(Db db, HubBook book) : IHandle<HubDetail, HubView>
    {
        public async Task<HubView> HandleAsync(HubDetail request, CancellationToken cancel) => await book.ViewAsync(await db.FindAsync(request.Hub, "page", cancel), cancel);
    }
}
