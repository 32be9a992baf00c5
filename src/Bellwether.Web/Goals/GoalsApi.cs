using Bellwether.Web.Doors;

namespace Bellwether.Web.Goals;

/// <summary>The routes of Goals.</summary>
internal static class GoalsApi
{
    public static void Map(Routes api)
    {
    }
}
