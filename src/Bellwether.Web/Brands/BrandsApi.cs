using Bellwether.Brands;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Brands;

/// <summary>The routes of Brands.</summary>
internal static class BrandsApi
{
    public static void Map(Routes api)
    {
        api.Get<BrandList>("/brands");
        api.Post<AddBrand>("/brands");
        api.Get<BrandDetail>("/brands/{brand}");
        api.Get<BrandWordsOf>("/brands/{brand}/words");
        api.Put<SetBrandWords>("/brands/{brand}/words");
        api.Patch<ChangeBrand>("/brands/{brand}");
    }
}
