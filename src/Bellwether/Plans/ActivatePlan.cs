using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Plans;

/// <summary>Puts an outline into force: every gate must be passed, the baseline is frozen, its work is assigned.</summary>
[Needs(Permission.RunPlan)]
public sealed record ActivatePlan(Id<Plan> Plan, int? IfVersion = null) : ICommand<PlanView>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder finder, GateKeeper gates, PlanHistory history, PlanNotices notices, TimeProvider clock, Journal journal) : IHandle<ActivatePlan, PlanView>
    {
        public async Task<PlanView> HandleAsync(ActivatePlan request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            plan.Expect(request.IfVersion);
            plan.Status.Become(PlanStatus.Active);
            await gates.PassAsync(plan, cancel);
            plan.Activate(clock.Now());
            await history.FreezeAsync(plan, null, cancel);
            notices.Tell(plan, PlanNoticeKind.NewVersion, []);
            db.Raise(new PlanActivated(plan.Id, plan.Brand, plan.Number));
            journal.Say($"activated the plan “{plan.Title}”", plan.Brand.Value, plan.Id.Value, plan.Id);
            return PlanView.Of(plan, brand, clock.Now());
        }
    }
}
