using Bellwether.Plans;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Plans;

/// <summary>The routes of Plans.</summary>
internal static class PlansApi
{
    public static void Map(Routes api)
    {
        api.Get<PlanList>("/plans");
        api.Post<OutlinePlan>("/plans");
        api.Get<PlanDetail>("/plans/{plan}");
        api.Patch<ChangePlan>("/plans/{plan}");
        api.Get<PlanSteps>("/plans/{plan}/steps");
        api.Post<SkipGoalFirst>("/plans/{plan}/skip-goal");
        api.Get<PlanSummary>("/plans/{plan}/summary");

        api.Get<PlanNext>("/plans/{plan}/next");
        api.Get<PlanGuide>("/plans/{plan}/guide");
        api.Get<PlanGates>("/plans/{plan}/gates");
        api.Get<GateRules>("/plans/{plan}/gate-rules");
        api.Put<ChangeGateRules>("/plans/{plan}/gate-rules");
        api.Post<ActivatePlan>("/plans/{plan}/activate");
        api.Post<RevisePlan>("/plans/{plan}/revise");
        api.Post<ClosePlan>("/plans/{plan}/close");
        api.Post<ReimplementPlan>("/plans/{plan}/reimplement");
        api.Get<PlanVersions>("/plans/{plan}/versions");
        api.Get<PlanVersionDetail>("/plans/{plan}/versions/{number}");
        api.Get<PlanDifference>("/plans/{plan}/difference");

        api.Post<PublishStatement>("/plans/{plan}/statement");
        api.Get<PlanNoticeList>("/plans/{plan}/notices");
        api.Post<AcknowledgeNotice>("/plans/{plan}/notices/{notice}/seen");

        api.Get<SignOffs>("/plans/{plan}/sign-offs");
        api.Post<ApproveBudget>("/plans/{plan}/sign-offs/approve");
        api.Post<RefuseBudget>("/plans/{plan}/sign-offs/refuse");
        api.Post<AskForBudget>("/plans/{plan}/budget-ask");
        api.Delete<WithdrawBudgetAsk>("/plans/{plan}/budget-ask");

        api.Get<ChangeEntryList>("/plans/{plan}/changes");
        api.Post<RecordChange>("/plans/{plan}/changes");
        api.Delete<RemoveChangeEntry>("/plans/{plan}/changes/{entry}");
        api.Get<PlanJournal>("/plans/{plan}/journal");
        api.Post<WriteJournal>("/plans/{plan}/journal");

        api.Get<CommentList>("/comments");
        api.Post<AddComment>("/comments");
        api.Patch<EditComment>("/comments/{comment}");
        api.Post<ResolveComment>("/comments/{comment}/resolve");
        api.Post<ConvertComment>("/comments/{comment}/convert");
        api.Get<OpenComments>("/plans/{plan}/comments");

        api.Get<CustomFieldList>("/custom-fields");
        api.Post<AddCustomField>("/custom-fields");
        api.Patch<ChangeCustomField>("/custom-fields/{field}");
        api.Post<ArchiveCustomField>("/custom-fields/{field}/archive");
        api.Get<NodeFields>("/nodes/{node}/fields");
        api.Put<WriteField>("/nodes/{node}/fields/{field}");

        api.Get<TemplateList>("/plan-templates");
        api.Post<ImportTemplate>("/plan-templates");
        api.Get<TemplateDetail>("/plan-templates/{template}");
        api.Patch<ChangeTemplate>("/plan-templates/{template}");
        api.Post<SaveTemplate>("/plans/{plan}/template");
        api.Delete<RemoveTemplate>("/plan-templates/{template}");
    }
}
