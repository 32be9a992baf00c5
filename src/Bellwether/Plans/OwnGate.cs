namespace Bellwether.Plans;

/// <summary>What the plan itself needs before it comes into force: a start date and a review schedule.</summary>
internal sealed class OwnGate(GoalFirst goalFirst) : IGate
{
    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var findings = new List<GateFinding>();
        var subject = plan.Id.ToString();
        void Add(bool missing, string code, bool blocks, string path, string message)
        {
            if (missing)
            {
                findings.Add(new GateFinding(code, blocks, message, Steps.Plans, subject, path));
            }
        }

        Add(plan.Start is null, "no-start-date", true, "#dates", "The plan has no start date. Choose the day it begins.");
        Add(plan.Reviews is null, "no-review-schedule", true, "#reviews", "The plan has no review schedule. Choose a day near the end of the month, such as its last Thursday.");
        Add(plan.Picture is null, "no-picture-of-success", false, "#words", "Nobody has said what success will look like. Write one or two sentences of what one would see.");
        Add(plan.Problem is null, "no-problem", false, "#words", "The problem is not written down. Say what this plan is to solve.");
        Add(plan.GoalStatement is null, "no-goal-statement", false, "#words", "What the plan is to achieve is not said in words. One sentence is enough.");
        Add(plan.Situation == PlanSituation.Unwritten, "no-situation", false, "#situation", "The situation is not described: customers, competitors, own capability, market, constraints.");
        Add(plan.GoalFirstSkipped && !await goalFirst.HasGoalAsync(plan, cancel), "goal-skipped", false, "/goals", "The plan goes on without a goal. Every tactic begun now counts as tactic first.");
        return findings;
    }
}
