using Bellwether.Web.Doors;

namespace Bellwether.Web.Links;

/// <summary>The routes of Links.</summary>
internal static class LinksApi
{
    public static void Map(Routes api)
    {
    }
}
