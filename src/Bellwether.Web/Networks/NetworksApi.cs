using Bellwether.Web.Doors;

namespace Bellwether.Web.Networks;

/// <summary>The routes of Networks.</summary>
internal static class NetworksApi
{
    public static void Map(Routes api)
    {
    }
}
