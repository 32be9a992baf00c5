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
        api.Post<AttestAccount>("/accounts/{account}/attest");
        api.Get<AttestationList>("/accounts/{account}/attestations");
        api.Post<DecideDisposition>("/accounts/{account}/disposition");
        api.Get<DispositionStepList>("/accounts/{account}/disposition/steps");
        api.Post<MakeDispositionWork>("/accounts/{account}/disposition/work");
        api.Post<ArchiveSocialAccount>("/accounts/{account}/archive");
        api.Post<RestoreSocialAccount>("/accounts/{account}/restore");
        api.Patch<WriteProfile>("/accounts/{account}/profile");
        api.Post<ReadProfile>("/accounts/{account}/profile/read");
        api.Get<ProfileReport>("/account-profiles");
        api.Post<CopyAccounts>("/account-branches");
        api.Get<AccountRequestList>("/account-requests");
        api.Post<RequestAccount>("/account-requests");
        api.Post<DecideAccountRequest>("/account-requests/{request}/decide");
        api.Get<AuditTodo>("/audit-todo");
        api.Get<AuditRulesDetail>("/audit-rules");
        api.Put<SetAuditRules>("/audit-rules");
        MapAudits(api);
        MapCases(api);
        api.Get<DirectoryDetail>("/account-directory");
        api.Put<SetDirectory>("/account-directory");
    }

    private static void MapAudits(Routes api)
    {
        api.Get<AuditList>("/audits");
        api.Post<OpenAudit>("/audits");
        api.Get<AuditDetail>("/audits/{audit}");
        api.Put<RecordAuditFigure>("/audits/{audit}/figures");
        api.Delete<RemoveAuditFigure>("/audits/{audit}/figures");
        api.Post<TakeAuditFigures>("/audits/{audit}/figures/take");
        api.Post<CloseAudit>("/audits/{audit}/close");
        api.Delete<DiscardAudit>("/audits/{audit}");
    }

    private static void MapCases(Routes api)
    {
        api.Get<CaseList>("/impersonation-cases");
        api.Post<OpenCase>("/impersonation-cases");
        api.Get<CaseDetail>("/impersonation-cases/{case}");
        api.Patch<DescribeCase>("/impersonation-cases/{case}");
        api.Post<AddCaseEvidence>("/impersonation-cases/{case}/evidence");
        api.Get<CaseEvidenceFile>("/case-evidence/{evidence}/content");
        api.Post<MoveCase>("/impersonation-cases/{case}/move");
        api.Post<ChaseCase>("/impersonation-cases/{case}/chase");
        api.Get<SearchTaskList>("/search-checks");
        api.Post<RecordSearchCheck>("/search-checks");
    }
}
