using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>Takes a tactic, an action or a step out of the plan, with everything that is a part of it. It can be put back.</summary>
[Needs(Permission.EditPlan)]
public sealed record RemoveWork(string Node) : ICommand<Done>
{
    internal sealed class Handler(WorkBook book, TimeProvider clock, Journal journal) : IHandle<RemoveWork, Done>
    {
        public async Task<Done> HandleAsync(RemoveWork request, CancellationToken cancel)
        {
            var work = (await book.EditAsync(request.Node, cancel)).Work;
            work.Remove(clock.Now());
            var changes = book.NoteProgress($"removed “{work.Title}”");
            journal.Say($"removed “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return Done.It;
        }
    }
}
