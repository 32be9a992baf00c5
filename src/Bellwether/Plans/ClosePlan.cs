using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Plans;

/// <summary>Ends a plan. An open review must be closed first.</summary>
[Needs(Permission.RunPlan)]
public sealed record ClosePlan(Id<Plan> Plan, [property: MaxLength(1000)] string? Reason = null, int? IfVersion = null) : ICommand<PlanView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder finder, IEnumerable<IKeepsPlanOpen> open, TimeProvider clock, Journal journal) : IHandle<ClosePlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(ClosePlan request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            plan.Expect(request.IfVersion);
            await OpenThings.RequireNoneAsync(open, plan, "closed", cancel);
            plan.Close(clock.Now());
            db.Raise(new PlanClosed(plan.Id, plan.Brand));
            journal.Say($"closed the plan “{plan.Title}”", plan.Brand.Value, plan.Id.Value, plan.Id, request.Reason);
            return PlanView.Of(plan, brand, clock.Now());
        }
    }
}

/// <summary>What later steps have open.</summary>
internal static class OpenThings
{
    /// <summary>422 that names everything still open.</summary>
    public static async Task RequireNoneAsync(IEnumerable<IKeepsPlanOpen> ports, Plan plan, string done, CancellationToken cancel)
    {
        var open = new List<string>();
        foreach (var port in ports)
        {
            open.AddRange(await port.OpenThingsAsync(plan, cancel));
        }

        Rule.Require(open.Count == 0, "still-open", $"The plan cannot be {done} while {string.Join(" and ", open)} is open. Close it first.");
    }
}
