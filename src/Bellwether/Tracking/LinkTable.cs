using System.Collections.Concurrent;
using Bellwether.Kernel;
using Bellwether.Links;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>All that a redirect needs to know of a link.</summary>
public sealed record LinkEntry(Guid Link, Guid Workspace, Guid Brand, string Destination, bool PassClickId, ChannelGroup? Tagged);

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
        var links = scope.ServiceProvider.GetRequiredService<Db>().Set<TrackedLink>().AsNoTracking().IgnoreQueryFilters().Where(which);
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            entries[link.Code] = Entry(link);
            newest = Instant.Max(newest, link.ChangedAt);
        }
    }

    private static LinkEntry Entry(TrackedLink link) => new(
        link.Id.Value, link.WorkspaceKey, link.Brand.Value, link.Destination, link.PassClickId && link.IsOwnHost,
        link.Tags is { } tags ? ChannelRules.Shipped.Group(new Arrival(tags.Source, tags.Medium, tags.Campaign)) : null);
}

/// <summary>Keeps the table fresh on the node that made the change.</summary>
internal sealed class KeepLinkTable(LinkTable table) : IReact<LinkChanged>
{
    public Task ReactAsync(LinkChanged happened, CancellationToken cancel) => table.ReadAsync(happened.Code, cancel);
}
