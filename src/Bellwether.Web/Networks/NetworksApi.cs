using Bellwether.Networks;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Networks;

/// <summary>The routes of Networks.</summary>
internal static class NetworksApi
{
    public static void Map(Routes api)
    {
        api.Get<NetworkList>("/networks");
        api.Get<NetworkDetail>("/networks/{network}");
        api.Post<CountText>("/networks/{network}/count");
    }
}
