using System.ComponentModel.DataAnnotations;
using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Inbox;

/// <summary>Makes an action of a plan out of a case: the cause is mended, not only answered. Whoever sees the plan sees the case from then on.</summary>
/// <param name="What">What is done, in one line.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">By when.</param>
[Needs(Permission.EditPlan)]
public sealed record TurnCaseIntoAction(Id<Case> Case, Id<Plan> Plan, [property: MaxLength(200)] string What, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<CareSheet>
{
    internal sealed class Handler(PlanFinder plans, InboxDesk desk, IMakeActions actions, Journal journal) : IHandle<TurnCaseIntoAction, CareSheet>
    {
        public async Task<CareSheet> HandleAsync(TurnCaseIntoAction request, CancellationToken cancel)
        {
            var (row, business) = await desk.FindAsync(request.Case, cancel);
            var plan = await plans.EditAsync(request.Plan, cancel);
            Rule.Require(plan.Brand == row.Brand, "plan-of-other-brand", "The plan belongs to another brand. Choose one of this brand.", "plan");
            row.BecomeWork(plan.Id, await actions.MakeAsync(new ActionSeed(plan.Id, Rule.Text(request.What, "what"), row.Id.ToString(), null, request.Owner, request.Due), cancel));
            journal.Say("made an action out of a case", row.Brand.Value, plan.Id.Value, row.Id);
            return await desk.SheetAsync(row, business, cancel);
        }
    }
}
