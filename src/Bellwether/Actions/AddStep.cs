using Bellwether.Kernel;
using Bellwether.People;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Breaks an action or a step down by one step. The progress of what it is a part of changes, and its history says why.</summary>
/// <param name="Parent">The id of an action or of a step; there is no limit to the depth.</param>
[Needs(Permission.EditPlan)]
public sealed record AddStep(
    string Parent,
    string Title,
    Id<Member>? Accountable = null,
    LocalDate? Due = null,
    string? DoneWhen = null,
    decimal? Estimate = null) : ICommand<WorkView>
{
    internal sealed class Handler(Db db, WorkBook book, Journal journal) : IHandle<AddStep, WorkView>
    {
        public async Task<WorkView> HandleAsync(AddStep request, CancellationToken cancel)
        {
            var parent = await book.EditAsync(request.Parent, cancel);
            Rule.Require(parent.Work.Kind != WorkKind.Tactic, "step-under-tactic", "A tactic is broken down into actions. Add an action, then its steps.", "parent");
            var action = (ActionItem)parent.Up.First(node => node.Work is ActionItem).Work;
            var step = new Step(action, parent.Work as Step, request.Title, book.NextRank(parent.Work.Key, WorkKind.Step));
            step.Assign(await Person.CheckedAsync(db, request.Accountable, cancel), null);
            step.Schedule(request.Due);
            step.FinishWhen(request.DoneWhen);
            step.Weigh(request.Estimate);
            book.Add(step);
            var changes = book.NoteProgress($"added the step “{step.Title}”");
            journal.Say($"added the step “{step.Title}” to “{parent.Work.Title}”", step.Brand.Value, step.Plan.Value, step.Id, changes);
            return WorkViews.Of(book, step.Key);
        }
    }
}
