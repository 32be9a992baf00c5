using Bellwether.Measures;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Measures;

/// <summary>The routes of Measures.</summary>
internal static class MeasuresApi
{
    public static void Map(Routes api)
    {
        api.Get<PlanAgainstActual>("/plans/{plan}/plan-against-actual");
        api.Get<PlanHealth>("/plans/{plan}/health");
        api.Get<Briefing>("/plans/{plan}/briefing");
        api.Get<Gauges>("/plans/{plan}/gauges");
        api.Get<TargetHistory>("/kpi-targets/{target}/history");
        api.Get<PublicationFigures>("/publications/{publication}/figures");
        api.Post<ReadPublicationFigures>("/publications/{publication}/figures");
    }
}
