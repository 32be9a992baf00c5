using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Media;

/// <summary>The store of pictures and videos: reachable, writable, and the newest files are in it.</summary>
internal sealed class MediaExamination(Db db, MediaStores stores) : IExamine
{
    // Enough to notice a store that was changed without its files; every file is read by `bellwether media check`.
    private const int Looked = 20;

    public async Task<IReadOnlyList<Examined>> ExamineAsync(CancellationToken cancel)
    {
        var store = stores.Current;
        if (await store.TroubleAsync(alsoWrite: true, cancel) is { } trouble)
        {
            return [trouble];
        }

        if (!await db.Database.CanConnectAsync(cancel) || (await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return [new Examined("media", Severity.Fine, $"Pictures and videos lie in {store.Words}, which can be written to.")];
        }

        var newest = await db.Set<Asset>().IgnoreQueryFilters().AsNoTracking().OrderByDescending(asset => asset.Id).Select(asset => asset.Hash).Take(Looked).ToListAsync(cancel);
        var missing = 0;
        foreach (var hash in newest.Distinct(StringComparer.Ordinal))
        {
            missing += await store.SizeAsync(hash, cancel) is null ? 1 : 0;
        }

        return
        [
            missing == 0
                ? new Examined("media", Severity.Fine, $"Pictures and videos lie in {store.Words}, which can be written to; the newest are there.")
                : new Examined("media", Severity.Broken, $"{missing} of the newest {newest.Count} pictures and videos are not in {store.Words}.", "If the store was changed, copy the files there: bellwether media copy. Else restore them from a backup; `bellwether media check` names all that are missing."),
        ];
    }
}
