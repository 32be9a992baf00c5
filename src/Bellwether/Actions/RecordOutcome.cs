using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>Records how a tactic or an action ended. Without evidence the outcome is kept as claimed.</summary>
/// <param name="Evidence">What shows it: a number, a link.</param>
[Needs(Permission.EditPlan)]
public sealed record RecordOutcome(string Node, Outcome Outcome, string? Evidence = null) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, TimeProvider clock, Journal journal) : IHandle<RecordOutcome, WorkView>
    {
        public async Task<WorkView> HandleAsync(RecordOutcome request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            Rule.Require(work.Kind != WorkKind.Step, "step-has-no-outcome", "A step is done or not. Record the outcome at its action.", "node");
            work.Conclude(request.Outcome, request.Evidence, clock.Now());
            journal.Say($"recorded “{request.Outcome}” for “{work.Title}”" + (work.Evidence is null ? ", claimed without evidence" : ""), work.Brand.Value, work.Plan.Value, work.Key, work.Evidence);
            return WorkViews.Of(book, work.Key);
        }
    }
}
