using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Calendar;

/// <summary>How the posts of a plan are approved.</summary>
/// <param name="Own">Whether the plan has its own way; otherwise the brand's holds.</param>
/// <param name="Approval">Whether posts are approved before they go out.</param>
/// <param name="FourEyes">Whether the approval comes from somebody else than the author.</param>
/// <param name="Steps">The steps of an approval; none is one step for anybody who may approve.</param>
/// <param name="IfLate">What becomes of a post whose slot comes while it waits.</param>
/// <param name="Brand">What the brand asks for.</param>
public sealed record PlanApprovalView(Id<Plan> Plan, bool Own, ApprovalMode Approval, bool FourEyes, IReadOnlyList<ApprovalStep> Steps, LateApproval IfLate, ApprovalMode Brand)
{
    internal static PlanApprovalView Of(Plan plan, CalendarRulesView brand, PlanApproval? own)
    {
        var rules = own?.Over(brand) ?? brand;
        return new PlanApprovalView(plan.Id, own is not null, rules.Approval, rules.FourEyes, rules.Steps, rules.IfLate, brand.Approval);
    }
}

/// <summary>How the posts of a plan are approved: its own way, or the brand's.</summary>
[Needs(Permission.Read)]
public sealed record PlanApprovalOf(Id<Plan> Plan) : IQuery<PlanApprovalView>
{
    internal sealed class Handler(Db db, PlanFinder plans) : IHandle<PlanApprovalOf, PlanApprovalView>
    {
        public async Task<PlanApprovalView> HandleAsync(PlanApprovalOf request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            return PlanApprovalView.Of(plan, await CalendarRulesOf.ReadAsync(db, plan.Brand, cancel), await db.Set<PlanApproval>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel));
        }
    }
}

/// <summary>
/// Lets a plan's posts be approved in a way of their own instead of the brand's. Four eyes imply that an approval is needed.
/// Whoever is named in a step needs the permission to approve (422). Posts that wait already go by it from now on.
/// </summary>
/// <param name="Approval">Whether posts are approved before they go out.</param>
/// <param name="FourEyes">Whether the approval comes from somebody else than the author.</param>
/// <param name="Steps">The steps of an approval in their order; none is one step for anybody who may approve.</param>
/// <param name="IfLate">What becomes of a post whose slot comes while it waits.</param>
[Needs(Permission.RunPlan)]
public sealed record SetPlanApproval(Id<Plan> Plan, ApprovalMode Approval, bool FourEyes = false, IReadOnlyList<ApprovalStep>? Steps = null, LateApproval IfLate = LateApproval.Expire) : ICommand<PlanApprovalView>
{
    internal sealed class Handler(Db db, PlanFinder plans, ApprovalPeople people, Journal journal) : IHandle<SetPlanApproval, PlanApprovalView>
    {
        public async Task<PlanApprovalView> HandleAsync(SetPlanApproval request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            var own = await db.Set<PlanApproval>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel);
            if (own is null)
            {
                db.Add(own = new PlanApproval(plan));
            }

            var steps = request.Steps ?? [];
            await people.MayApproveAsync(steps, cancel);
            own.Become(request.Approval, request.FourEyes, steps, request.IfLate);
            journal.Say($"chose for the plan: {Words(own)}", plan.Brand.Value, plan.Id.Value, plan.Id);
            return PlanApprovalView.Of(plan, await CalendarRulesOf.ReadAsync(db, plan.Brand, cancel), own);
        }

        private static string Words(PlanApproval own) => own.Mode switch
        {
            ApprovalMode.None => "its posts are not approved",
            ApprovalMode.Optional => "its posts may be approved",
            _ => $"its posts must be approved{(own.FourEyes ? ", with four eyes" : "")}{(own.Steps.Count > 0 ? $", step by step: {string.Join(", ", own.Steps.Select(step => step.Name))}" : "")}",
        };
    }
}

/// <summary>Lets a plan's posts be approved as the brand wants it again.</summary>
[Needs(Permission.RunPlan)]
public sealed record FollowBrandApproval(Id<Plan> Plan) : ICommand<PlanApprovalView>
{
    internal sealed class Handler(Db db, PlanFinder plans, Journal journal) : IHandle<FollowBrandApproval, PlanApprovalView>
    {
        public async Task<PlanApprovalView> HandleAsync(FollowBrandApproval request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            if (await db.Set<PlanApproval>().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) is { } own)
            {
                db.Remove(own);
                journal.Say("lets the plan's posts be approved as the brand wants it", plan.Brand.Value, plan.Id.Value, plan.Id);
            }

            return PlanApprovalView.Of(plan, await CalendarRulesOf.ReadAsync(db, plan.Brand, cancel), null);
        }
    }
}
