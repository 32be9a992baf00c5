using Bellwether.Web.Doors;

namespace Bellwether.Web.People;

/// <summary>The routes of People.</summary>
internal static class PeopleApi
{
    public static void Map(Routes api)
    {
    }
}
