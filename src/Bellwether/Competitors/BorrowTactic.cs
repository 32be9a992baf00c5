using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A borrowed tactic as it is shown.</summary>
/// <param name="FromPath">Where it was borrowed from, on screen.</param>
/// <param name="GoalTitle">The goal it serves.</param>
/// <param name="Missing">What still has to be said before it starts: goal, fit, test.</param>
/// <param name="Likeness">How alike our words are to theirs, from 0 to 1.</param>
/// <param name="Warning">Said when they are too alike; it never blocks.</param>
public sealed record BorrowedView(
    Id<BorrowedTactic> Id, Id<Plan> Plan, string Title, string From, string FromName, string? FromPath, string? Goal, string? GoalTitle, string? Fit, string? Test, string? TheirWords, string? OurWords,
    BorrowedStatus Status, string? Action, IReadOnlyList<string> Missing, double? Likeness, string? Warning, int Version) : IVersioned;

/// <summary>What a plan borrows from others, proposals first.</summary>
[Needs(Permission.Read)]
public sealed record BorrowedList(Id<Plan> Plan) : IQuery<IReadOnlyList<BorrowedView>>
{
    internal sealed class Handler(Db db, PlanFinder plans, BorrowDesk desk) : IHandle<BorrowedList, IReadOnlyList<BorrowedView>>
    {
        public async Task<IReadOnlyList<BorrowedView>> HandleAsync(BorrowedList request, CancellationToken cancel)
        {
            var plan = await plans.FindAsync(request.Plan, cancel);
            var views = new List<BorrowedView>();
            foreach (var row in (await db.Set<BorrowedTactic>().AsNoTracking().Where(row => row.Plan == plan.Id).ToListAsync(cancel)).OrderBy(row => row.Status).ThenBy(row => row.Id))
            {
                views.Add(await desk.ViewAsync(row, cancel));
            }

            return views;
        }
    }
}

/// <summary>Borrows a tactic from a rival, a practice or an example. Goal, fit and test can follow; it does not start without them.</summary>
/// <param name="From">The id of the rival, practice or example.</param>
/// <param name="Goal">The id of the goal it serves.</param>
/// <param name="Fit">Why it fits our audience.</param>
/// <param name="Test">How we will see whether it works for us.</param>
[Needs(Permission.EditPlan)]
public sealed record BorrowTactic(Id<Plan> Plan, string Title, string From, string? Goal = null, string? Fit = null, string? Test = null, string? TheirWords = null, string? OurWords = null) : ICommand<BorrowedView>
{
    internal sealed class Handler(Db db, PlanFinder plans, BorrowDesk desk, Journal journal) : IHandle<BorrowTactic, BorrowedView>
    {
        public async Task<BorrowedView> HandleAsync(BorrowTactic request, CancellationToken cancel)
        {
            var plan = await plans.EditAsync(request.Plan, cancel);
            var from = await desk.FromAsync(request.From, plan, cancel);
            var row = new BorrowedTactic(plan, request.Title, request.From, from.Title);
            row.Reason(await desk.GoalAsync(request.Goal, plan, cancel), request.Fit, request.Test);
            row.Speak(request.TheirWords ?? await desk.WordsAsync(request.From, cancel), request.OurWords);
            db.Add(row);
            journal.Say($"borrowed “{row.Title}” from {from.Title}", plan.Brand.Value, plan.Id.Value, row.Id, row.Fit);
            return await desk.ViewAsync(row, cancel);
        }
    }
}

/// <summary>Changes a borrowed tactic; what is left out stays, an empty text clears. One in use keeps its goal, fit and test: 422.</summary>
[Needs(Permission.EditPlan)]
public sealed record ChangeBorrowed(
    Id<BorrowedTactic> Borrowed, string? Title = null, string? Goal = null, string? Fit = null, string? Test = null, string? TheirWords = null, string? OurWords = null, int? IfVersion = null) : ICommand<BorrowedView>, IExpectsVersion
{
    internal sealed class Handler(BorrowDesk desk, Journal journal) : IHandle<ChangeBorrowed, BorrowedView>
    {
        public async Task<BorrowedView> HandleAsync(ChangeBorrowed request, CancellationToken cancel)
        {
            var (row, plan) = await desk.FindAsync(request.Borrowed, cancel);
            row.Expect(request.IfVersion);
            row.Rename(request.Title ?? row.Title);
            row.Reason(request.Goal is null ? row.Goal : await desk.GoalAsync(request.Goal, plan, cancel), request.Fit ?? row.Fit, request.Test ?? row.Test);
            row.Speak(request.TheirWords ?? row.TheirWords, request.OurWords ?? row.OurWords);
            journal.Say($"changed the borrowed tactic “{row.Title}”", plan.Brand.Value, plan.Id.Value, row.Id);
            return await desk.ViewAsync(row, cancel);
        }
    }
}

/// <summary>Starts a borrowed tactic as an action of the plan, linked to its goal. Without goal, fit or test it is 422 that names what is missing.</summary>
[Needs(Permission.EditPlan)]
public sealed record ActivateBorrowed(Id<BorrowedTactic> Borrowed, Id<Member>? Owner = null, LocalDate? Due = null) : ICommand<BorrowedView>
{
    internal sealed class Handler(BorrowDesk desk, IMakeActions actions, TimeProvider clock, Journal journal) : IHandle<ActivateBorrowed, BorrowedView>
    {
        public async Task<BorrowedView> HandleAsync(ActivateBorrowed request, CancellationToken cancel)
        {
            var (row, plan) = await desk.FindAsync(request.Borrowed, cancel);
            row.RequireReasons();
            await desk.GoalAsync(row.Goal, plan, cancel);
            var notes = $"Borrowed from {row.FromName}. Why it fits: {row.Fit} How we test it: {row.Test}";
            var action = await actions.MakeAsync(new ActionSeed(plan.Id, row.Title, row.Id.ToString(), row.Goal, request.Owner, request.Due, notes) { Steps = ["Try it small", $"Look: {(row.Test!.Length > 150 ? row.Test[..149] + "…" : row.Test)}", "Decide: keep, alter or drop"] }, cancel);
            row.Activate(action, clock.Now());
            journal.Say($"started “{row.Title}”, borrowed from {row.FromName}", plan.Brand.Value, plan.Id.Value, row.Id, row.Fit);
            return await desk.ViewAsync(row, cancel);
        }
    }
}

/// <summary>Drops a proposal, or proposes it again. One in use is 422.</summary>
[Needs(Permission.EditPlan)]
public sealed record DropBorrowed(Id<BorrowedTactic> Borrowed, bool Dropped = true, string? Why = null) : ICommand<BorrowedView>
{
    internal sealed class Handler(BorrowDesk desk, Journal journal) : IHandle<DropBorrowed, BorrowedView>
    {
        public async Task<BorrowedView> HandleAsync(DropBorrowed request, CancellationToken cancel)
        {
            var (row, plan) = await desk.FindAsync(request.Borrowed, cancel);
            if (request.Dropped)
            {
                row.Drop();
            }
            else
            {
                row.Propose();
            }

            journal.Say($"{(request.Dropped ? "dropped" : "proposed again")} the borrowed tactic “{row.Title}”", plan.Brand.Value, plan.Id.Value, row.Id, request.Why);
            return await desk.ViewAsync(row, cancel);
        }
    }
}
