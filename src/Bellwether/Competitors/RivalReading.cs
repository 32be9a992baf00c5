using Bellwether.Kernel;
using Bellwether.Networks;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>
/// Reads public figures once a week for each brand that follows rivals on a readable network, one brand after the other. Whoever
/// comes second in a week finds figures of that week and reads nothing.
/// </summary>
[Single]
public sealed class RivalReading(Rounds rounds, TimeProvider clock)
{
    private const int EveryDays = 7;

    public Task<int> RunAsync(CancellationToken cancel) =>
        rounds.SendAsync<IReadOnlyList<ReadResult>>(services => DueAsync(services, cancel), results => results.Count(result => result.Read), cancel);

    private async Task<IEnumerable<(Guid Workspace, IRequest<IReadOnlyList<ReadResult>> Request)>> DueAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Db>();
        var day = clock.Today(DateTimeZone.Utc).PlusDays(1 - EveryDays);
        var fresh = await db.Set<BenchmarkSnapshot>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Origin == SnapshotOrigin.Read && row.Day >= day).Select(row => row.Brand).Distinct().ToListAsync(cancel);
        var rivals = await db.Set<Competitor>().IgnoreQueryFilters().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync(cancel);
        var readable = services.GetServices<IReadProfiles>().Select(reader => reader.Network).ToHashSet(StringComparer.Ordinal);
        var due = rivals.Where(row => row.Accounts.Any(account => readable.Contains(account.Network)) && !fresh.Contains(row.Brand)).Select(row => (row.WorkspaceKey, row.Brand)).Distinct();
        return due.Select(one => (one.WorkspaceKey, (IRequest<IReadOnlyList<ReadResult>>)new ReadRivals(one.Brand)));
    }
}
