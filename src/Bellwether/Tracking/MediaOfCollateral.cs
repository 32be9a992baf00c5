using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>What a brand's proofs for people who sell show.</summary>
internal sealed class MediaOfCollateral(Db db) : IUseMedia
{
    public async Task<IReadOnlyCollection<Id<Asset>>> UsedAsync(Id<Brand> brand, CancellationToken cancel) =>
        [.. (await db.Set<Collateral>().AsNoTracking().Where(row => row.Brand == brand && row.Asset != null).Select(row => row.Asset).ToListAsync(cancel)).OfType<Id<Asset>>()];
}
