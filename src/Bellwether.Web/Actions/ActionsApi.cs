using Bellwether.Web.Doors;

namespace Bellwether.Web.Actions;

/// <summary>The routes of Actions.</summary>
internal static class ActionsApi
{
    public static void Map(Routes api)
    {
    }
}
