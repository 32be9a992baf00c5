using System.Text.Json.Nodes;
using Bellwether.Kernel;

namespace Bellwether.Plans;

/// <summary>Knows whether a plan has stated a goal, from the part that Goals writes.</summary>
[Scoped]
public sealed class GoalFirst(IEnumerable<IPlanPart> parts)
{
    /// <summary>The name of the part that Goals writes.</summary>
    public const string Part = "goals";

    public async Task<bool> HasGoalAsync(Plan plan, CancellationToken cancel)
    {
        foreach (var part in parts.Where(part => part.Name == Part))
        {
            if (PlanItems.Main(Part, await part.WriteAsync(plan, nextCycle: false, cancel)).Any())
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One step of the cycle, and whether it is open yet.</summary>
public sealed record PlanStep(string Step, bool Open, string? Why);

/// <summary>Which steps of a plan are open: a plan starts by stating its goal.</summary>
/// <param name="HasGoal">Whether one goal exists.</param>
/// <param name="Skipped">Whether somebody chose to go on without.</param>
public sealed record PlanStepsView(bool HasGoal, bool Skipped, IReadOnlyList<PlanStep> Steps);

/// <summary>Which steps of a plan are open. Those after Goals open with the first goal, or when it is skipped on purpose.</summary>
[Needs(Permission.Read)]
public sealed record PlanSteps(Id<Plan> Plan) : IQuery<PlanStepsView>
{
    internal sealed class Handler(PlanFinder finder, GoalFirst goalFirst) : IHandle<PlanSteps, PlanStepsView>
    {
        public async Task<PlanStepsView> HandleAsync(PlanSteps request, CancellationToken cancel)
        {
            var plan = await finder.FindAsync(request.Plan, cancel);
            var has = await goalFirst.HasGoalAsync(plan, cancel);
            var open = has || plan.GoalFirstSkipped;
            return new PlanStepsView(has, plan.GoalFirstSkipped, [.. Plans.Steps.InOrder.Select(step => open || Plans.Steps.BeforeGoal.Contains(step)
                ? new PlanStep(step, true, null)
                : new PlanStep(step, false, "State one goal first; a line is enough. Or skip it on purpose."))]);
        }
    }
}

/// <summary>Goes on without stating a goal first; tactics begun before their goal are counted as tactic first.</summary>
[Needs(Permission.EditPlan)]
public sealed record SkipGoalFirst(Id<Plan> Plan) : ICommand<Done>
{
    internal sealed class Handler(PlanFinder finder, Journal journal) : IHandle<SkipGoalFirst, Done>
    {
        public async Task<Done> HandleAsync(SkipGoalFirst request, CancellationToken cancel)
        {
            var plan = await finder.EditAsync(request.Plan, cancel);
            plan.SkipGoalFirst();
            journal.Say("went on without stating a goal first", plan.Brand.Value, plan.Id.Value, plan.Id);
            return Done.It;
        }
    }
}
