using Bellwether.Web.Doors;

namespace Bellwether.Web.Brands;

/// <summary>The routes of Brands.</summary>
internal static class BrandsApi
{
    public static void Map(Routes api)
    {
    }
}
