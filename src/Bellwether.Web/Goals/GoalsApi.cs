using Bellwether.Goals;
using Bellwether.Web.Doors;

namespace Bellwether.Web.Goals;

/// <summary>The routes of Goals.</summary>
internal static class GoalsApi
{
    public static void Map(Routes api)
    {
        api.Get<GoalList>("/goals");
        api.Post<AddGoal>("/goals");
        api.Get<GoalDetail>("/goals/{goal}");
        api.Patch<ChangeGoal>("/goals/{goal}");
        api.Delete<RemoveGoal>("/goals/{goal}");
        api.Post<MoveGoal>("/goals/{goal}/move");
        api.Post<CloseGoal>("/goals/{goal}/close");
        api.Post<ReopenGoal>("/goals/{goal}/reopen");
        api.Post<CheckInGoal>("/goals/{goal}/check-ins");
        api.Post<AddKpiTarget>("/goals/{goal}/targets");
        api.Put<ChangeKpiTarget>("/kpi-targets/{target}");
        api.Delete<RemoveKpiTarget>("/kpi-targets/{target}");
        api.Post<ChangeJudging>("/kpi-targets/{target}/judging");
        api.Post<AddObjective>("/objectives");
        api.Patch<ChangeObjective>("/objectives/{objective}");
        api.Delete<RemoveObjective>("/objectives/{objective}");
        api.Post<AddBusinessObjective>("/business-objectives");
        api.Patch<ChangeBusinessObjective>("/business-objectives/{businessObjective}");
        api.Delete<RemoveBusinessObjective>("/business-objectives/{businessObjective}");
        api.Get<ExpectationList>("/expectations");
        api.Post<StateExpectation>("/expectations");
        api.Delete<RemoveExpectation>("/expectations/{expectation}");
        api.Get<GoalAlignment>("/plans/{plan}/alignment");
        api.Get<MeasurementPlan>("/plans/{plan}/measurement-plan");
        api.Get<MetricCoverage>("/plans/{plan}/metric-coverage");
        api.Get<GoalLimitsOf>("/plans/{plan}/goal-limits");
        api.Put<ChangeGoalLimits>("/plans/{plan}/goal-limits");
    }
}
