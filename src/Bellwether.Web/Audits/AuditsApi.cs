using Bellwether.Web.Doors;

namespace Bellwether.Web.Audits;

/// <summary>The routes of Audits.</summary>
internal static class AuditsApi
{
    public static void Map(Routes api)
    {
    }
}
