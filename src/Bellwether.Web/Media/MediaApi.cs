using Bellwether.Media;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Media;

/// <summary>The routes of Media.</summary>
internal static class MediaApi
{
    public static void Map(Routes api)
    {
        api.Get<AssetList>("/media");
        api.Post<AddAsset>("/media");
        api.Get<UnusedAssets>("/media/unused");
        api.Get<AssetDetail>("/media/{asset}");
        api.Patch<DescribeAsset>("/media/{asset}");
        api.Get<AssetFile>("/media/{asset}/content");
        api.Post<ArchiveAsset>("/media/{asset}/archive");
        api.Delete<DeleteAsset>("/media/{asset}");
    }
}
