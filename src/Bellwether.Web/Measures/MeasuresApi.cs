using Bellwether.Web.Doors;

namespace Bellwether.Web.Measures;

/// <summary>The routes of Measures.</summary>
internal static class MeasuresApi
{
    public static void Map(Routes api)
    {
    }
}
