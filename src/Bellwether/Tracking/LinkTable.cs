using System.Collections.Concurrent;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Bellwether.Tracking.Sums;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>
/// Every link in memory, so that a redirect asks no database. Filled at the start, told of changes after their commit,
/// and brought up to date with what other nodes changed. A code nobody knows yet is looked up once.
/// </summary>
[Single]
public sealed class LinkTable(IServiceScopeFactory scopes) : IDisposable
{
    // Clocks of nodes differ a little; what changed shortly before the newest change is read again.
    private static readonly Duration Overlap = Duration.FromMinutes(2);

    private readonly ConcurrentDictionary<string, LinkEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Guid, ClickBudget> limited = new();
    private readonly SemaphoreSlim lookups = new(4);
    private Instant newest = Instant.MinValue;

    /// <summary>How many links it holds.</summary>
    public int Count => entries.Count;

    /// <summary>The link of a code; null when nobody made one.</summary>
    public ValueTask<LinkEntry?> FindAsync(string code, CancellationToken cancel) =>
        entries.TryGetValue(code, out var entry) ? new(entry) : new(LookUpAsync(code, cancel));

    /// <summary>Reads what changed since it last looked; everything, the first time.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        var since = newest == Instant.MinValue ? Instant.FromUnixTimeTicks(0) : newest - Overlap;
        await ReadAsync(link => link.ChangedAt >= since, cancel);
        await CountAsync([.. limited.Where(entry => !entry.Value.IsSpent).Select(entry => new Id<TrackedLink>(entry.Key))], cancel);
    }

    /// <summary>Reads one link anew.</summary>
    public Task ReadAsync(string code, CancellationToken cancel) => ReadAsync(link => link.Code == code, cancel);

    public void Dispose() => lookups.Dispose();

    private async Task<LinkEntry?> LookUpAsync(string code, CancellationToken cancel)
    {
        // Guessed codes must not keep the database busy: a few at a time are looked up, the rest is unknown.
        if (code.Length > LinkCode.Longest || !await lookups.WaitAsync(0, cancel))
        {
            return null;
        }

        try
        {
            await ReadAsync(code.ToLowerInvariant(), cancel);
            return entries.GetValueOrDefault(code);
        }
        finally
        {
            lookups.Release();
        }
    }

    private async Task ReadAsync(System.Linq.Expressions.Expression<Func<TrackedLink, bool>> which, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var fresh = new List<TrackedLink>();
        await foreach (var link in db.Set<TrackedLink>().AsNoTracking().IgnoreQueryFilters().Where(which).AsAsyncEnumerable().WithCancellation(cancel))
        {
            newest = Instant.Max(newest, link.ChangedAt);
            if (link.MostClicks is null)
            {
                limited.TryRemove(link.Id.Value, out _);
                entries[link.Code] = Entry(link, null);
            }
            else
            {
                fresh.Add(link);
            }
        }

        // What has a limit is served only once it is known how much of it is used up.
        foreach (var link in fresh)
        {
            limited[link.Id.Value] = limited.TryGetValue(link.Id.Value, out var before) ? before.Under(link.MostClicks!.Value) : new ClickBudget(link.MostClicks!.Value);
        }

        await CountAsync(fresh.ConvertAll(link => link.Id), cancel);
        foreach (var link in fresh)
        {
            entries[link.Code] = Entry(link, limited[link.Id.Value]);
        }
    }

    /// <summary>Reads from the sums how many clicks count so far.</summary>
    private async Task CountAsync(List<Id<TrackedLink>> links, CancellationToken cancel)
    {
        foreach (var some in links.Chunk(500))
        {
            await using var scope = scopes.CreateAsyncScope();
            var counted = await scope.ServiceProvider.GetRequiredService<TrackingSums>().Ever.IgnoreQueryFilters()
                .Where(row => some.Contains(row.Link) && row.Outcome == HitOutcome.Counted).GroupBy(row => row.Link)
                .Select(group => new { Link = group.Key, Hits = group.Sum(row => row.Hits) }).ToListAsync(cancel);
            foreach (var row in counted)
            {
                limited.GetValueOrDefault(row.Link.Value)?.Learn(row.Hits);
            }
        }
    }

    private static LinkEntry Entry(TrackedLink link, ClickBudget? budget) => new(
        link.Id.Value, link.WorkspaceKey, link.Brand.Value, link.Destination, link.PassClickId,
        link.Tags is { } tags ? ChannelRules.Shipped.Group(new Arrival(tags.Source, tags.Medium, tags.Campaign)) : null,
        link.Serves, [.. link.Rules], link.LastDay, budget, link.Fallback) { IsOwnHost = link.IsOwnHost };
}

/// <summary>Keeps the table fresh on the node that made the change.</summary>
internal sealed class KeepLinkTable(LinkTable table) : IReact<LinkChanged>
{
    public Task ReactAsync(LinkChanged happened, CancellationToken cancel) => table.ReadAsync(happened.Code, cancel);
}

/// <summary>The same for many links at once.</summary>
internal sealed class KeepManyLinks(LinkTable table) : IReact<ManyLinksChanged>
{
    public Task ReactAsync(ManyLinksChanged happened, CancellationToken cancel) => table.RefreshAsync(cancel);
}
