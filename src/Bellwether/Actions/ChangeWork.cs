using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Changes a tactic, an action or a step; what is left out stays, an empty text clears.</summary>
/// <param name="Node">The id of the tactic, action or step.</param>
/// <param name="NoDue">True takes the planned day away.</param>
/// <param name="NoEstimate">True takes the estimate away.</param>
[Needs(Permission.EditPlan)]
public sealed record ChangeWork(
    string Node,
    string? Title = null,
    string? Notes = null,
    LocalDate? Due = null,
    bool NoDue = false,
    string? DoneWhen = null,
    decimal? Estimate = null,
    bool NoEstimate = false,
    bool? Milestone = null,
    int? IfVersion = null) : ICommand<WorkView>, IExpectsVersion
{
    internal sealed class Handler(WorkBook book, Journal journal) : IHandle<ChangeWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(ChangeWork request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            work.Expect(request.IfVersion);
            work.Rename(request.Title ?? work.Title);
            work.Note(request.Notes ?? work.Notes);
            work.Schedule(request.NoDue ? null : request.Due ?? work.Due);
            work.FinishWhen(request.DoneWhen ?? work.DoneWhen);
            work.Weigh(request.NoEstimate ? null : request.Estimate ?? work.Estimate);
            if (request.Milestone is { } milestone)
            {
                Rule.Require(work is ActionItem, "milestone-not-action", "Only an action can be a milestone.", "milestone");
                ((ActionItem)work).Mark(milestone);
            }

            var changes = book.NoteProgress($"changed “{work.Title}”");
            journal.Say($"changed “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return WorkViews.Of(book, work.Key);
        }
    }
}
