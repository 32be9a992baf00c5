using Bellwether.Brands;
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
public sealed class RivalReading(IServiceScopeFactory scopes, Runner runner, TimeProvider clock)
{
    private const int EveryDays = 7;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var read = 0;
        foreach (var (workspace, brand) in await DueAsync(cancel))
        {
            read += (await runner.RunAsync(new ReadRivals(brand), current => current.BecomeProgram(workspace), cancel)).Count(result => result.Read);
        }

        return read;
    }

    private async Task<List<(Guid Workspace, Id<Brand> Brand)>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var since = clock.GetUtcNow().UtcDateTime.Date.AddDays(1 - EveryDays);
        var day = new LocalDate(since.Year, since.Month, since.Day);
        var fresh = await db.Set<BenchmarkSnapshot>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Origin == SnapshotOrigin.Read && row.Day >= day).Select(row => row.Brand).Distinct().ToListAsync(cancel);
        var rivals = await db.Set<Competitor>().IgnoreQueryFilters().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync(cancel);
        var readable = scope.ServiceProvider.GetServices<IReadProfiles>().Select(reader => reader.Network).ToHashSet(StringComparer.Ordinal);
        return [.. rivals.Where(row => row.Accounts.Any(account => readable.Contains(account.Network)) && !fresh.Contains(row.Brand)).Select(row => (row.WorkspaceKey, row.Brand)).Distinct()];
    }
}
