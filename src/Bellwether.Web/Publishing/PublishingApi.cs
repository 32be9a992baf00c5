using Bellwether.Web.Doors;

namespace Bellwether.Web.Publishing;

/// <summary>The routes of Publishing.</summary>
internal static class PublishingApi
{
    public static void Map(Routes api)
    {
    }
}
