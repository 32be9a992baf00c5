using Bellwether.Playbooks;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Playbooks;

/// <summary>The routes of Playbooks.</summary>
internal static class PlaybooksApi
{
    public static void Map(Routes api)
    {
        api.Get<Playbook>("/plans/{plan}/playbook");
        api.Get<PlaybookFile>("/plans/{plan}/playbook/file");
        api.Get<PlaybookPageList>("/plans/{plan}/playbook/pages");
        api.Post<AddPlaybookPage>("/plans/{plan}/playbook/pages");
        api.Patch<ChangePlaybookPage>("/playbook-pages/{page}");
        api.Delete<RemovePlaybookPage>("/playbook-pages/{page}");
        api.Get<PlaybookShareList>("/plans/{plan}/playbook/shares");
        api.Post<SharePlaybook>("/plans/{plan}/playbook/shares");
        api.Post<RevokePlaybookShare>("/playbook-shares/{share}/revoke");
    }
}
