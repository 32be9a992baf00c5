using Bellwether.Web.Doors;

namespace Bellwether.Web.Reviews;

/// <summary>The routes of Reviews.</summary>
internal static class ReviewsApi
{
    public static void Map(Routes api)
    {
    }
}
