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
        api.Post<ReactToExpectation>("/expectations/{expectation}/reaction");
        api.Get<AssumptionList>("/assumptions");
        api.Post<AddAssumption>("/assumptions");
        api.Patch<ChangeAssumption>("/assumptions/{assumption}");
        api.Delete<RemoveAssumption>("/assumptions/{assumption}");
        api.Post<ReviseAssumption>("/assumptions/{assumption}/guesses");
        api.Post<TestAssumption>("/assumptions/{assumption}/test");
        api.Get<Calibration>("/plans/{plan}/calibration");
        api.Get<PlanAttainability>("/plans/{plan}/attainability");
        api.Put<SetPlanHours>("/plans/{plan}/hours/{person}");
        api.Post<AddPremortemEntry>("/plans/{plan}/premortem");
        api.Patch<ChangePremortemEntry>("/premortem-entries/{entry}");
        api.Delete<RemovePremortemEntry>("/premortem-entries/{entry}");
        api.Get<ConflictList>("/plans/{plan}/conflicts");
        api.Post<SettleConflict>("/plans/{plan}/conflicts/settle");
        api.Get<KpiDiet>("/plans/{plan}/kpi-diet");
        api.Post<StopCollecting>("/plans/{plan}/kpi-diet/stop");
        api.Get<AdvertisingOf>("/plans/{plan}/advertising");
        api.Post<DecideAdvertising>("/plans/{plan}/advertising");
        api.Get<KeyResults>("/plans/{plan}/key-results");
        api.Get<GoalAlignment>("/plans/{plan}/alignment");
        api.Get<MeasurementPlan>("/plans/{plan}/measurement-plan");
        api.Get<MetricCoverage>("/plans/{plan}/metric-coverage");
        api.Get<GoalLimitsOf>("/plans/{plan}/goal-limits");
        api.Put<ChangeGoalLimits>("/plans/{plan}/goal-limits");
    }
}
