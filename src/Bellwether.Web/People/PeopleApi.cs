using Bellwether.People;
using Bellwether.Web.Doors;

namespace Bellwether.Web.People;

/// <summary>The routes of People.</summary>
internal static class PeopleApi
{
    public static void Map(Routes api)
    {
        api.Get<MemberList>("/members");
        api.Post<InviteMember>("/members");
        api.Patch<ChangeMember>("/members/{member}");
        api.Post<InviteAgain>("/members/{member}/invite");
        api.Post<EndMembership>("/members/{member}/end");
        api.Post<ReturnMember>("/members/{member}/return");
        api.Post<EndFirm>("/members/end-firm");
        api.Get<ApiTokenList>("/api-tokens");
        api.Post<MakeApiToken>("/api-tokens");
        api.Post<RevokeApiToken>("/api-tokens/{token}/revoke");
        api.Get<AuditTrail>("/audit-trail");
    }
}
