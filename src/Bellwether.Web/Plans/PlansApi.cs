using Bellwether.Plans;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Plans;

/// <summary>The routes of Plans.</summary>
internal static class PlansApi
{
    public static void Map(Routes api)
    {
        api.Get<PlanList>("/plans");
        api.Post<OutlinePlan>("/plans");
        api.Get<PlanDetail>("/plans/{plan}");
        api.Patch<ChangePlan>("/plans/{plan}");
    }
}
