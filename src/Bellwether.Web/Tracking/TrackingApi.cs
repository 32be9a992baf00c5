using Bellwether.Tracking;
using Bellwether.Tracking.Hubs;
using Bellwether.Tracking.Reports;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Tracking;

/// <summary>The routes of Tracking.</summary>
internal static class TrackingApi
{
    public static void Map(Routes api)
    {
        api.Get<TrackingOverview>("/brands/{brand}/tracking");
        api.Get<LiveView>("/brands/{brand}/tracking/live");
        api.Get<PeriodComparison>("/brands/{brand}/tracking/comparison");
        api.Get<HoursAndDevices>("/brands/{brand}/tracking/hours");
        api.Get<StageFunnel>("/brands/{brand}/tracking/stages");
        api.Get<HitList>("/brands/{brand}/tracking/hits");
        api.Get<ExportHits>("/brands/{brand}/tracking/hits/export");
        api.Post<RebuildRollups>("/brands/{brand}/tracking/rebuild");
        api.Get<DroppedHits>("/brands/{brand}/tracking/dropped");
        api.Get<RecountList>("/brands/{brand}/tracking/recounts");
        api.Post<CountBack>("/brands/{brand}/tracking/recounts");
        api.Post<UndoRecount>("/recounts/{recount}/undo");
        api.Get<ResortPreview>("/brands/{brand}/tracking/sorting");
        api.Post<Resort>("/brands/{brand}/tracking/sorting");
        api.Get<ExportTracking>("/brands/{brand}/tracking/export");
        api.Get<RetentionDetail>("/tracking/retention");
        api.Put<SetRetention>("/tracking/retention");
        api.Get<SiteDetail>("/brands/{brand}/site");
        api.Post<OpenSite>("/brands/{brand}/site");
        api.Put<SetOwnNetworks>("/brands/{brand}/site/networks");
        api.Get<TestSite>("/brands/{brand}/site/test");
        api.Get<SiteOverview>("/brands/{brand}/site/visits");
        api.Post<ReportEvents>("/site-events");
        api.Get<LinkTraffic>("/links/{link}/traffic");
        api.Get<ExportLinks>("/brands/{brand}/links/export");
        api.Get<HubList>("/brands/{brand}/link-hubs");
        api.Post<MakeHub>("/brands/{brand}/link-hubs");
        api.Get<HubDetail>("/link-hubs/{hub}");
        api.Put<WriteHub>("/link-hubs/{hub}");
        api.Delete<DeleteHub>("/link-hubs/{hub}");
        api.Post<PublishHub>("/link-hubs/{hub}/publish");
        api.Post<WithdrawHub>("/link-hubs/{hub}/withdraw");
        api.Post<ShowHubAgain>("/link-hubs/{hub}/show-again");
        api.Get<NodeFunnel>("/funnels/{subject}");
        api.Get<ConversionList>("/conversions");
        api.Post<RecordConversion>("/conversions");
        api.Post<ImportConversions>("/conversions/import");
        api.Post<VoidConversion>("/conversions/{conversion}/void");
        api.Post<RestoreConversion>("/conversions/{conversion}/restore");
        api.Get<ConversionImportList>("/brands/{brand}/conversion-imports");
        api.Post<UndoConversionImport>("/conversion-imports/{import}/undo");
        api.Post<RestoreConversionImport>("/conversion-imports/{import}/restore");
        api.Get<CustomerData>("/brands/{brand}/customers/{customer}");
        api.Delete<ForgetCustomer>("/brands/{brand}/customers/{customer}");
        api.Get<DealList>("/deals");
        api.Post<MakeDeal>("/deals");
        api.Put<ChangeDeal>("/deals/{deal}");
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
