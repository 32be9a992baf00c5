using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>Starts a piece of work. Out of the plan's order is fine; with a hard dependency open it is 422, unless a reason is given, which is kept.</summary>
[Needs(Permission.TakePart)]
public sealed record StartWork(string Node, string? OverrideReason = null) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Starting starting, TimeProvider clock, Journal journal) : IHandle<StartWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(StartWork request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            if (node.Work.StartedAt is not null)
            {
                throw Rule.Conflict("already-started", $"“{node.Work.Title}” is started already.");
            }

            starting.Check(book, node, request.OverrideReason, journal);
            node.Work.Start(clock.Now());
            journal.Say($"started “{node.Work.Title}”", node.Work.Brand.Value, node.Work.Plan.Value, node.Work.Key);
            return WorkViews.Of(book, node.Work.Key);
        }
    }
}

/// <summary>Whether a piece of work may be started now.</summary>
[Scoped]
public sealed class Starting(TimeProvider clock)
{
    /// <summary>422 naming what is open; with a reason it passes, and the reason is written down.</summary>
    public void Check(WorkBook book, WorkNode node, string? overrideReason, Journal journal)
    {
        var work = node.Work;
        var open = new Waiting(book.Tree, book.Relations).For(book.Find(work.Key));
        if (work.StartedAt is not null || open.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", open.Select(other => $"“{other.Work.Title}”"));
        var reason = Rule.OptionalText(overrideReason, "overrideReason", 400);
        Rule.Require(reason is not null, "dependency-open", $"“{work.Title}” waits for {names}. Finish that first, or give a reason to start all the same.", "overrideReason");
        work.Start(clock.Now(), reason);
        journal.Say($"started “{work.Title}” although {names} was open", work.Brand.Value, work.Plan.Value, work.Key, reason);
    }
}
