using Bellwether.Tracking;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Tracking;

/// <summary>The routes of Tracking.</summary>
internal static class TrackingApi
{
    public static void Map(Routes api)
    {
        api.Get<TrackingOverview>("/brands/{brand}/tracking");
        api.Post<RebuildRollups>("/brands/{brand}/tracking/rebuild");
        api.Get<NodeFunnel>("/funnels/{subject}");
        api.Get<ConversionList>("/conversions");
        api.Post<RecordConversion>("/conversions");
        api.Post<ImportConversions>("/conversions/import");
        api.Post<VoidConversion>("/conversions/{conversion}/void");
        api.Get<CustomerData>("/brands/{brand}/customers/{customer}");
        api.Delete<ForgetCustomer>("/brands/{brand}/customers/{customer}");
        api.Get<DealList>("/deals");
        api.Post<MakeDeal>("/deals");
        api.Post<EndDeal>("/deals/{deal}/end");
    }
}
