using Bellwether.Kernel;
using Bellwether.Media;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>A piece of collateral as whoever has its link sees it.</summary>
/// <param name="Alt">What people who cannot see the picture should know.</param>
public sealed record CollateralPage(string Brand, string Title, string? Text, string? ContentType, string? Alt, FileResult? Content);

/// <summary>The piece behind the code of its public page, or 404 when the code is unknown or the piece was archived.</summary>
/// <param name="Content">Whether the picture or video comes along.</param>
[Internal("Read by whoever has the link, through the public page; a signed-in member asks for the piece itself.")]
public sealed record SharedCollateral(string Code, bool Content = false) : IQuery<CollateralPage>
{
    internal sealed class Handler(Db db, MediaStores stores) : IHandle<SharedCollateral, CollateralPage>
    {
        public async Task<CollateralPage> HandleAsync(SharedCollateral request, CancellationToken cancel)
        {
            var item = Rule.Found(
                await db.Set<Collateral>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.PageCode == request.Code && row.ArchivedAt == null, cancel), "page");
            var brand = await db.Set<Brands.Brand>().IgnoreQueryFilters().AsNoTracking().FirstAsync(row => row.Id == item.Brand, cancel);
            var asset = await db.Set<Asset>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == item.Asset, cancel);
            return new CollateralPage(brand.Name, item.Title, item.Text, asset?.ContentType, asset?.Alt, request.Content && asset is not null ? stores.FileOf(asset) : null);
        }
    }
}
