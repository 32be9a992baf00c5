using Bellwether.Web.Doors;

namespace Bellwether.Web.Plans;

/// <summary>The routes of Plans.</summary>
internal static class PlansApi
{
    public static void Map(Routes api)
    {
    }
}
