using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Media;

/// <summary>A brand's pictures and videos, newest first; those cut from another one on request.</summary>
/// <param name="Cut">Whether those that were cut from another picture are listed as well.</param>
[Needs(Permission.Read)]
public sealed record AssetList(Id<Brand> Brand, bool Archived = false, bool Cut = false) : IQuery<IReadOnlyList<AssetView>>
{
    internal sealed class Handler(Db db) : IHandle<AssetList, IReadOnlyList<AssetView>>
    {
        public async Task<IReadOnlyList<AssetView>> HandleAsync(AssetList request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var assets = await db.Set<Asset>().AsNoTracking().Where(asset => asset.Brand == brand.Id && (asset.ArchivedAt != null) == request.Archived && (request.Cut || asset.Original == null))
                .OrderByDescending(asset => asset.Id).Take(500).ToListAsync(cancel);
            return [.. assets.Select(AssetView.Of)];
        }
    }
}

/// <summary>One picture or video with what is known of it.</summary>
[Needs(Permission.Read)]
public sealed record AssetDetail(Id<Asset> Asset) : IQuery<AssetView>
{
    internal sealed class Handler(Db db) : IHandle<AssetDetail, AssetView>
    {
        public async Task<AssetView> HandleAsync(AssetDetail request, CancellationToken cancel) =>
            AssetView.Of(await db.FindAsync(request.Asset, "asset", cancel));
    }
}

/// <summary>The content of a picture or video.</summary>
[Needs(Permission.Read)]
public sealed record AssetFile(Id<Asset> Asset) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, MediaStores stores) : IHandle<AssetFile, FileResult>
    {
        public async Task<FileResult> HandleAsync(AssetFile request, CancellationToken cancel) =>
            stores.FileOf(await db.FindAsync(request.Asset, "asset", cancel));
    }
}
