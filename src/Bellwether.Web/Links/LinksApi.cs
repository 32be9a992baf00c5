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
        api.Get<LinkPolicyDetail>("/brands/{brand}/link-policy");
        api.Put<SetLinkPolicy>("/brands/{brand}/link-policy");
    }
}
