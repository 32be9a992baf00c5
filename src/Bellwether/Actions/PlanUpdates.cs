using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>Says which kinds of updates go to which network and how often; it replaces the table of an action of the type “updateType”.</summary>
[Needs(Permission.EditPlan)]
public sealed record PlanUpdates(string Node, IReadOnlyList<UpdateRow> Rows) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Journal journal) : IHandle<PlanUpdates, WorkView>
    {
        public async Task<WorkView> HandleAsync(PlanUpdates request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            Rule.Require(work is ActionItem, "not-update-type", "Only an action has such a table.", "node");
            ((ActionItem)work).Update(request.Rows);
            journal.Say($"planned {request.Rows.Count} kinds of updates in “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key);
            return WorkViews.Of(book, work.Key);
        }
    }
}
