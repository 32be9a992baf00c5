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
        api.Get<CollateralList>("/collateral");
        api.Post<AddCollateral>("/collateral");
        api.Get<CollateralDetail>("/collateral/{collateral}");
        api.Put<ChangeCollateral>("/collateral/{collateral}");
        api.Post<ShareCollateral>("/collateral/{collateral}/share");
        api.Post<ArchiveCollateral>("/collateral/{collateral}/archive");
        api.Post<RestoreCollateral>("/collateral/{collateral}/restore");
        api.Post<LogAssistedDeal>("/assisted-deals");
        api.Post<SettleAssistedDeal>("/assisted-deals/{deal}/settle");
        api.Delete<RemoveAssistedDeal>("/assisted-deals/{deal}");
    }
}
