using Bellwether.Audits;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Audits;

/// <summary>The routes of Audits.</summary>
internal static class AuditsApi
{
    public static void Map(Routes api)
    {
        api.Get<AccountInventory>("/accounts");
        api.Post<AddSocialAccount>("/accounts");
        api.Get<AccountDetail>("/accounts/{account}");
        api.Patch<ChangeSocialAccount>("/accounts/{account}");
        api.Post<AssignAccountOwner>("/accounts/{account}/owner");
        api.Post<DecideDisposition>("/accounts/{account}/disposition");
        api.Post<ArchiveSocialAccount>("/accounts/{account}/archive");
        api.Post<RestoreSocialAccount>("/accounts/{account}/restore");
    }
}
