using Bellwether.Web.Doors;

namespace Bellwether.Web.Tracking;

/// <summary>The routes of Tracking.</summary>
internal static class TrackingApi
{
    public static void Map(Routes api)
    {
    }
}
