using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>Records what a review decided. With an owner and a day it is followed up by an action at once.</summary>
[Needs(Permission.EditPlan)]
public sealed record RecordDecision(Id<Review> Review, string Text, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<DecisionView>, IChecked
{
    public IEnumerable<FieldProblem> Check()
    {
        if (Owner is null != Due is null)
        {
            yield return new FieldProblem(Owner is null ? "owner" : "due", "A follow-up needs both, somebody who does it and a day. Give both or neither.");
        }
    }

    internal sealed class Handler(Db db, ReviewFinder finder, IMakeActions actions, ICurrent current, Journal journal) : IHandle<RecordDecision, DecisionView>
    {
        public async Task<DecisionView> HandleAsync(RecordDecision request, CancellationToken cancel)
        {
            var (review, plan) = await finder.OpenAsync(request.Review, cancel);
            var decision = new Decision(review, request.Text, current.Name);
            db.Add(decision);
            if (request.Owner is { } owner)
            {
                decision.FollowUp(await actions.MakeAsync(new ActionSeed(plan.Id, Titles.Short(decision.Text), decision.Id.ToString(), null, owner, request.Due), cancel));
            }

            journal.Say($"decided: {decision.Text}", plan.Brand.Value, plan.Id.Value, decision.Id);
            return new DecisionView(decision.Id, review.Id, decision.Text, decision.By, decision.CreatedAt, decision.Action, decision.Action is not null);
        }
    }
}

/// <summary>Follows a decision up: an action with an owner and a day.</summary>
[Needs(Permission.EditPlan)]
public sealed record FollowUpDecision(Id<Decision> Decision, Id<Member> Owner, LocalDate Due, string? Title = null) : ICommand<DecisionView>
{
    internal sealed class Handler(Db db, PlanFinder plans, IMakeActions actions, Journal journal) : IHandle<FollowUpDecision, DecisionView>
    {
        public async Task<DecisionView> HandleAsync(FollowUpDecision request, CancellationToken cancel)
        {
            var decision = await db.FindAsync(request.Decision, "decision", cancel);
            var plan = await plans.FindAsync(decision.Plan, cancel);
            Rule.Require(decision.Action is null, "already-followed-up", "This decision is followed up already.");
            decision.FollowUp(await actions.MakeAsync(new ActionSeed(plan.Id, Titles.Short(request.Title ?? decision.Text), decision.Id.ToString(), null, request.Owner, request.Due), cancel));
            journal.Say($"followed up the decision “{decision.Text}”", plan.Brand.Value, plan.Id.Value, decision.Id);
            return new DecisionView(decision.Id, decision.Review, decision.Text, decision.By, decision.CreatedAt, decision.Action, true);
        }
    }
}

/// <summary>What was decided in reviews of a plan, the newest first; only what nobody follows up on request.</summary>
[Needs(Permission.Read)]
public sealed record DecisionList(Id<Plan> Plan, bool OnlyNotFollowedUp = false) : IQuery<IReadOnlyList<DecisionView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, ReviewYields yields) : IHandle<DecisionList, IReadOnlyList<DecisionView>>
    {
        public async Task<IReadOnlyList<DecisionView>> HandleAsync(DecisionList request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var found = await yields.OfAsync(plan.Id, cancel);
            var decisions = await db.Set<Decision>().AsNoTracking().Where(decision => decision.Plan == plan.Id).OrderByDescending(decision => decision.Id).ToListAsync(cancel);
            return
            [
                .. decisions.Select(decision => new DecisionView(decision.Id, decision.Review, decision.Text, decision.By, decision.CreatedAt, decision.Action, found.FollowedUp.Contains(decision.Id.ToString())))
                    .Where(decision => !request.OnlyNotFollowedUp || !decision.FollowedUp),
            ];
        }
    }
}
