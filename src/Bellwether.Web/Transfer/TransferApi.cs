using Bellwether.Web.Doors;

namespace Bellwether.Web.Transfer;

/// <summary>The routes of Transfer.</summary>
internal static class TransferApi
{
    public static void Map(Routes api)
    {
    }
}
