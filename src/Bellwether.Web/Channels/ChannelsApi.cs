using Bellwether.Web.Doors;

namespace Bellwether.Web.Channels;

/// <summary>The routes of Channels.</summary>
internal static class ChannelsApi
{
    public static void Map(Routes api)
    {
    }
}
