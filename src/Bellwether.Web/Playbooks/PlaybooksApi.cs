using Bellwether.Web.Doors;

namespace Bellwether.Web.Playbooks;

/// <summary>The routes of Playbooks.</summary>
internal static class PlaybooksApi
{
    public static void Map(Routes api)
    {
    }
}
