using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Media;

/// <summary>The pictures and videos of a brand's library that nothing shows: no post, no template, no profile, no proof, and nothing cut from them either.</summary>
[Needs(Permission.Read)]
public sealed record UnusedAssets(Id<Brand> Brand) : IQuery<IReadOnlyList<AssetView>>
{
    internal sealed class Handler(Db db, MediaUse use) : IHandle<UnusedAssets, IReadOnlyList<AssetView>>
    {
        public async Task<IReadOnlyList<AssetView>> HandleAsync(UnusedAssets request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var used = await use.OfAsync(brand.Id, cancel);
            var assets = await db.Set<Asset>().AsNoTracking().Where(asset => asset.Brand == brand.Id && asset.ArchivedAt == null && asset.Original == null).OrderByDescending(asset => asset.Id).ToListAsync(cancel);
            return [.. assets.Where(asset => !used.Contains(asset.Id)).Select(AssetView.Of)];
        }
    }
}

/// <summary>Which pictures and videos of a brand are shown anywhere; one that something was cut from is shown where the cut is.</summary>
[Scoped]
public sealed class MediaUse(Db db, IEnumerable<IUseMedia> users)
{
    internal async Task<HashSet<Id<Asset>>> OfAsync(Id<Brand> brand, CancellationToken cancel)
    {
        var used = new HashSet<Id<Asset>>();
        foreach (var user in users)
        {
            used.UnionWith(await user.UsedAsync(brand, cancel));
        }

        used.UnionWith(await db.Set<Asset>().Where(asset => asset.Brand == brand && asset.Original != null && used.Contains(asset.Id)).Select(asset => asset.Original!.Value).ToListAsync(cancel));
        return used;
    }
}
