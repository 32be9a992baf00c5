using Bellwether.Links;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Links;

/// <summary>The routes of Links.</summary>
internal static class LinksApi
{
    public static void Map(Routes api)
    {
        api.Get<LinkList>("/links");
        api.Post<MakeLink>("/links");
        api.Get<PreviewLink>("/links/preview");
        api.Get<LinkDetail>("/links/{link}");
        api.Patch<ChangeLink>("/links/{link}");
        api.Post<ArchiveLink>("/links/{link}/archive");
        api.Post<RestoreLink>("/links/{link}/restore");
        api.Put<LimitLink>("/links/{link}/limits");
        api.Put<PlaceLink>("/links/{link}/place");
        api.Put<SetLinkRules>("/links/{link}/rules");
        api.Get<LinkQr>("/links/{link}/qr");
        api.Post<ImportLinks>("/links/import");
        api.Get<LinkImportList>("/brands/{brand}/link-imports");
        api.Post<UndoLinkImport>("/link-imports/{import}/undo");
        api.Get<LinkDomainList>("/brands/{brand}/link-domains");
        api.Post<AddLinkDomain>("/brands/{brand}/link-domains");
        api.Delete<RetireLinkDomain>("/link-domains/{domain}");
        api.Get<TestLinkDomain>("/link-domains/{domain}/test");
        api.Get<LinkPolicyDetail>("/brands/{brand}/link-policy");
        api.Put<SetLinkPolicy>("/brands/{brand}/link-policy");
    }
}
