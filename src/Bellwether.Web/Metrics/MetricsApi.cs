using Bellwether.Metrics;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Metrics;

/// <summary>The routes of Metrics.</summary>
internal static class MetricsApi
{
    public static void Map(Routes api)
    {
        api.Get<MetricList>("/metrics");
        api.Post<AddMetric>("/metrics");
        api.Get<MetricSeries>("/observations");
        api.Post<RecordObservations>("/observations");
        api.Post<WithdrawObservations>("/observation-batches/{batch}/withdraw");
    }
}
