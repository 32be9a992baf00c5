using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Plans;

/// <summary>A plan after a revision, with what changed.</summary>
public sealed record RevisedPlan(PlanView Plan, IReadOnlyList<string> Changes);

/// <summary>Puts the corrections made since the last version into force as the next one, and tells everybody what changed.</summary>
/// <param name="OfNumber">The version that is revised; 409 when it is superseded.</param>
/// <param name="Confirm">True to make a version although nothing changed.</param>
[Needs(Permission.RunPlan)]
public sealed record RevisePlan(Id<Plan> Plan, [property: MaxLength(1000)] string? Reason = null, int? OfNumber = null, bool Confirm = false, int? IfVersion = null)
    : ICommand<RevisedPlan>, IExpectsVersion
{
    internal sealed class Handler(Db db, PlanFinder finder, PlanHistory history, PlanNotices notices, IEnumerable<IKeepsPlanOpen> open, TimeProvider clock, Journal journal) : IHandle<RevisePlan, RevisedPlan>
    {
        public async Task<RevisedPlan> HandleAsync(RevisePlan request, CancellationToken cancel)
        {
            var (plan, brand) = await finder.FindWithBrandAsync(request.Plan, cancel);
            plan.RequireEditable(request.OfNumber);
            plan.Expect(request.IfVersion);
            await OpenThings.RequireNoneAsync(open, plan, "revised", cancel);
            plan.Revise();
            var changes = await history.FreezeAsync(plan, request.Reason, cancel);
            Rule.Require(changes.Count > 0 || request.Confirm, "nothing-changed", "Nothing has changed since the version in force. Change something first, or confirm a version without changes.", "confirm");
            notices.Tell(plan, PlanNoticeKind.NewVersion, changes);
            db.Raise(new PlanRevised(plan.Id, plan.Brand, plan.Number, changes));
            journal.Say($"revised the plan “{plan.Title}” to version {plan.Number}", plan.Brand.Value, plan.Id.Value, plan.Id, request.Reason);
            return new RevisedPlan(PlanView.Of(plan, brand, clock.Now()), changes);
        }
    }
}
