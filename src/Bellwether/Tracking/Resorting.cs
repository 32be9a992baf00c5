using System.Runtime.InteropServices;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>Finds out how today's rules sort the raw log, and moves what they sort differently.</summary>
[Scoped]
internal sealed class Resorting(Db db, Rollups rollups)
{
    public async Task<Plan> LookAsync(Brand brand, CancellationToken cancel)
    {
        var links = (await db.Set<TrackedLink>().AsNoTracking().Where(link => link.Brand == brand.Id).ToListAsync(cancel))
            .ToDictionary(link => link.Id, link => link.Tags is { } tags ? new Arrival(tags.Source, tags.Medium, tags.Campaign) : null);
        var plan = new Plan();
        var clicks = db.Set<Click>().Where(row => row.Brand == brand.Id).GroupBy(row => new { row.Link, row.ReferrerHost, row.Group, Old = row.Rules < ChannelRules.Version })
            .Select(group => new { group.Key.Link, group.Key.ReferrerHost, group.Key.Group, group.Key.Old, Count = group.LongCount() });
        await foreach (var kind in clicks.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var group = ChannelRules.Shipped.Group(links.GetValueOrDefault(kind.Link) ?? new Arrival(null, null, null, kind.ReferrerHost), brand.OwnHosts);
            plan.Saw(kind.Count, kind.Old);
            if (group != kind.Group)
            {
                plan.Clicks[new ClickKind(kind.Link, kind.ReferrerHost, kind.Group)] = group;
                plan.Moves(kind.Group, group, kind.Count, 0);
            }
        }

        var events = db.Set<SiteEvent>().Where(row => row.Brand == brand.Id)
            .GroupBy(row => new { row.Source, row.Medium, row.Campaign, row.ReferrerHost, row.Origin, row.Group, Nobodys = row.Host == "" && row.Visitor == 0, Old = row.Rules < ChannelRules.Version })
            .Select(group => new { group.Key, Count = group.LongCount() });
        await foreach (var kind in events.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var (key, from) = (kind.Key, new Arrival(kind.Key.Source, kind.Key.Medium, kind.Key.Campaign, kind.Key.ReferrerHost));
            var sorted = (Group: key.Nobodys ? ChannelGroup.Unassigned : ChannelRules.Shipped.Group(from, brand.OwnHosts), Origin: ChannelRules.Shipped.OriginOf(from, brand.OwnHosts));
            plan.Saw(kind.Count, key.Old);
            if (sorted != (key.Group, key.Origin) && key.Origin != IntakeLimit.Other)
            {
                plan.Events[new EventKind(key.Source, key.Medium, key.Campaign, key.ReferrerHost, key.Origin, key.Group, key.Nobodys)] = sorted;
                plan.Moves(key.Group, sorted.Group, 0, kind.Count);
            }
        }

        return plan;
    }

    public async Task ApplyAsync(Brand brand, Plan plan, CancellationToken cancel)
    {
        await MoveClicksAsync(brand, plan, cancel);
        await MoveEventsAsync(brand, plan, cancel);
        await db.Set<Click>().Where(row => row.Brand == brand.Id && row.Rules != ChannelRules.Version).ExecuteUpdateAsync(set => set.SetProperty(row => row.Rules, ChannelRules.Version), cancel);
        await db.Set<SiteEvent>().Where(row => row.Brand == brand.Id && row.Rules != ChannelRules.Version).ExecuteUpdateAsync(set => set.SetProperty(row => row.Rules, ChannelRules.Version), cancel);
    }

    private async Task MoveClicksAsync(Brand brand, Plan plan, CancellationToken cancel)
    {
        var deltas = new Dictionary<RollupKey, RollupSum>();
        foreach (var (kind, group) in plan.Clicks)
        {
            var rows = db.Set<Click>().Where(row => row.Brand == brand.Id && row.Link == kind.Link && row.ReferrerHost == kind.ReferrerHost && row.Group == kind.Group);
            await foreach (var click in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            {
                var (key, sum) = (RollupKey.Of(click.Row), new RollupSum(1, click.StartsVisit ? 1 : 0));
                CollectionsMarshal.GetValueRefOrAddDefault(deltas, key, out _) += -sum;
                CollectionsMarshal.GetValueRefOrAddDefault(deltas, key with { Group = group }, out _) += sum;
            }
        }

        await rollups.AddAsync(brand.Id, deltas, cancel);
        foreach (var (kind, group) in plan.Clicks)
        {
            await db.Set<Click>().Where(row => row.Brand == brand.Id && row.Link == kind.Link && row.ReferrerHost == kind.ReferrerHost && row.Group == kind.Group)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Group, group), cancel);
        }
    }

    private async Task MoveEventsAsync(Brand brand, Plan plan, CancellationToken cancel)
    {
        var (gone, come) = (new Dictionary<SiteRollupKey, RollupSum>(), new Dictionary<SiteRollupKey, RollupSum>());
        foreach (var (kind, (group, origin)) in plan.Events)
        {
            await foreach (var report in Rows(brand, kind).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            {
                report.Row.AddTo(gone);
                (report.Row with { Group = group, Origin = origin }).AddTo(come);
            }
        }

        foreach (var (key, sum) in gone)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(come, key, out _) += -sum;
        }

        await rollups.AddAsync(brand.Id, come, cancel);
        foreach (var (kind, (group, origin)) in plan.Events)
        {
            await Rows(brand, kind).ExecuteUpdateAsync(set => set.SetProperty(row => row.Group, group).SetProperty(row => row.Origin, origin), cancel);
        }
    }

    private IQueryable<SiteEvent> Rows(Brand brand, EventKind kind) => db.Set<SiteEvent>().Where(row => row.Brand == brand.Id
        && row.Source == kind.Source && row.Medium == kind.Medium && row.Campaign == kind.Campaign && row.ReferrerHost == kind.ReferrerHost && row.Origin == kind.Origin && row.Group == kind.Group
        && (row.Host == "" && row.Visitor == 0) == kind.Nobodys);

    /// <summary>Clicks that are sorted alike.</summary>
    internal readonly record struct ClickKind(Id<TrackedLink> Link, string? ReferrerHost, ChannelGroup Group);

    /// <summary>Page views and events that are sorted alike.</summary>
    internal sealed record EventKind(string? Source, string? Medium, string? Campaign, string? ReferrerHost, string? Origin, ChannelGroup Group, bool Nobodys);

    /// <summary>What is to move.</summary>
    internal sealed class Plan
    {
        private readonly Dictionary<(ChannelGroup From, ChannelGroup To), (long Clicks, long Events)> moves = [];
        private long older;

        public Dictionary<ClickKind, ChannelGroup> Clicks { get; } = [];

        public Dictionary<EventKind, (ChannelGroup Group, string? Origin)> Events { get; } = [];

        public long Hits { get; private set; }

        public void Saw(long count, bool old) => (Hits, older) = (Hits + count, older + (old ? count : 0));

        public void Moves(ChannelGroup from, ChannelGroup to, long clicks, long events)
        {
            if (from != to)
            {
                var so = moves.GetValueOrDefault((from, to));
                moves[(from, to)] = (so.Clicks + clicks, so.Events + events);
            }
        }

        public ResortView View(bool applied, int differing) => new(
            ChannelRules.Version, Hits, applied ? 0 : older,
            [.. moves.OrderByDescending(move => move.Value.Clicks + move.Value.Events).ThenBy(move => move.Key).Select(move => new ResortedGroup(move.Key.From, move.Key.To, move.Value.Clicks, move.Value.Events))],
            applied, differing);
    }
}
