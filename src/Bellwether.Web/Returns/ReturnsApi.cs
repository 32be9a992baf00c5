using Bellwether.Returns;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Returns;

/// <summary>The routes of Returns.</summary>
internal static class ReturnsApi
{
    public static void Map(Routes api)
    {
        api.Get<PlanSpending>("/plans/{plan}/spending");
        api.Get<ExecutivePage>("/plans/{plan}/executive");
    }
}
