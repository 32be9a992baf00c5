using Bellwether.Campaigns;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Campaigns;

/// <summary>The routes of Campaigns.</summary>
internal static class CampaignsApi
{
    public static void Map(Routes api)
    {
        api.Get<CampaignList>("/plans/{plan}/campaigns");
        api.Get<CampaignOverlaps>("/plans/{plan}/campaign-overlaps");
        api.Get<CampaignKinds>("/campaign-kinds");
        api.Post<AddCampaign>("/campaigns");
        api.Get<CampaignDetail>("/campaigns/{campaign}");
        api.Put<ChangeCampaign>("/campaigns/{campaign}");
        api.Post<MoveCampaign>("/campaigns/{campaign}/move");
        api.Delete<RemoveCampaign>("/campaigns/{campaign}");
        api.Post<RestoreCampaign>("/campaigns/{campaign}/restore");
    }
}
