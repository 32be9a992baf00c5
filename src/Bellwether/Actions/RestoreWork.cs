using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Puts back what was taken out of the plan, with everything that is a part of it.</summary>
[Needs(Permission.EditPlan)]
public sealed record RestoreWork(string Node) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Journal journal) : IHandle<RestoreWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(RestoreWork request, CancellationToken cancel)
        {
            await book.EditRemovedAsync(request.Node, cancel);
            var work = book.FindRemoved(request.Node);
            work.Restore();
            Rule.Require(book.Tree.Find(work.Key) is not null, "parent-removed", "What it was a part of was removed too. Put that back first.", "node");
            var changes = book.NoteProgress($"put “{work.Title}” back");
            journal.Say($"put “{work.Title}” back", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return WorkViews.Of(book, work.Key);
        }
    }
}
