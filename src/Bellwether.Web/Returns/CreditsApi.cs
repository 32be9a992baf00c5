using Bellwether.Returns.Attribution;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Returns;

/// <summary>The routes of credit: which channel, campaign or post led to what came back.</summary>
internal static class CreditsApi
{
    public static void Map(Routes api)
    {
        api.Get<AttributionReport>("/brands/{brand}/credits");
        api.Get<CreditedConversions>("/brands/{brand}/credits/conversions");
        api.Get<ExportCredits>("/brands/{brand}/credits/export");
        api.Get<CreditRevisionList>("/brands/{brand}/credits/revisions");
        api.Post<FindPathsAnew>("/brands/{brand}/credits/find-anew");
        api.Get<NodeCredits>("/credits/{subject}");
        api.Get<CreditRulesDetail>("/brands/{brand}/credits/rules");
        api.Put<SetCreditRules>("/brands/{brand}/credits/rules");
    }
}
