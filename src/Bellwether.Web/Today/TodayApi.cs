using Bellwether.Today;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Today;

/// <summary>The routes of Today.</summary>
internal static class TodayApi
{
    public static void Map(Routes api)
    {
        api.Get<TodayPage>("/brands/{brand}/today");
    }
}
