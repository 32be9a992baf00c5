using Bellwether.Web.Doors;

namespace Bellwether.Web.Metrics;

/// <summary>The routes of Metrics.</summary>
internal static class MetricsApi
{
    public static void Map(Routes api)
    {
    }
}
