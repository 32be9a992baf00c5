using Bellwether.Demo;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Demo;

/// <summary>The routes of Demo.</summary>
internal static class DemoApi
{
    public static void Map(Routes api)
    {
        api.Post<LoadDemo>("/demo");
        api.Delete<RemoveDemo>("/demo");
    }
}
