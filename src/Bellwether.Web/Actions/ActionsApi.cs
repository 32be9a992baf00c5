using Bellwether.Actions;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Actions;

/// <summary>The routes of Actions. A node is the id of a tactic, an action or a step.</summary>
internal static class ActionsApi
{
    public static void Map(Routes api)
    {
        api.Get<ActionOutline>("/plans/{plan}/work");
        api.Get<ActionsAsDone>("/plans/{plan}/work/as-done");
        api.Get<ResponsibilityMatrix>("/plans/{plan}/work/responsibilities");
        api.Get<UnownedWork>("/plans/{plan}/work/unowned");
        api.Get<ExecutionShare>("/plans/{plan}/work/execution");
        api.Get<TacticFirstShare>("/plans/{plan}/work/tactic-first");
        api.Get<MyWork>("/work/mine");
        api.Get<BoardOf>("/plans/{plan}/board");
        api.Put<ChangeBoard>("/plans/{plan}/board");

        api.Post<AddTactic>("/tactics");
        api.Post<AddActionItem>("/actions");
        api.Post<SetUpAccount>("/actions/set-up");
        api.Post<PlanAssets>("/actions/assets");
        api.Post<AddStep>("/steps");

        api.Get<ActionDetail>("/work/{node}");
        api.Patch<ChangeWork>("/work/{node}");
        api.Delete<RemoveWork>("/work/{node}");
        api.Post<RestoreWork>("/work/{node}/restore");
        api.Post<MoveWork>("/work/{node}/move");
        api.Post<LinkWork>("/work/{node}/links");
        api.Post<JoinCampaign>("/work/{node}/campaign");
        api.Post<AssignWork>("/work/{node}/owner");
        api.Post<AssignRoles>("/work/{node}/roles");
        api.Post<StageWork>("/work/{node}/stage");
        api.Post<StartWork>("/work/{node}/start");
        api.Post<TickWork>("/work/{node}/tick");
        api.Post<UntickWork>("/work/{node}/untick");
        api.Post<SayProgress>("/work/{node}/progress");
        api.Post<DeliverPicture>("/work/{node}/picture");
        api.Post<PlanUpdates>("/work/{node}/updates");
        api.Post<RecordOutcome>("/work/{node}/outcome");
        api.Post<RelateWork>("/work/{node}/relations");
        api.Delete<UnrelateWork>("/work-relations/{relation}");

        api.Get<ToolInventory>("/plans/{plan}/tools");
        api.Post<AddTool>("/plans/{plan}/tools");
        api.Patch<ChangeTool>("/tools/{tool}");
        api.Delete<RemoveTool>("/tools/{tool}");
        api.Post<RenewTool>("/tools/{tool}/renew");
        api.Post<SayNoTools>("/plans/{plan}/no-tools");
        api.Delete<TakeBackNoTools>("/plans/{plan}/no-tools");
        api.Get<ToolRenewals>("/brands/{brand}/tool-renewals");
    }
}
