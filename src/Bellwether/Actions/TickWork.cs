using Bellwether.Audits;
using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Ticks a leaf off: done now. A node with parts is done when its parts are, so it cannot be ticked itself.</summary>
/// <param name="OverrideReason">Why it is done although something it depends on is open.</param>
[Needs(Permission.TakePart)]
public sealed record TickWork(string Node, string? OverrideReason = null) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Starting starting, SetUpMark mark, TimeProvider clock, Journal journal) : IHandle<TickWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(TickWork request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            var work = LeafOnly.Of(node);
            starting.Check(book, node, request.OverrideReason, journal);
            work.Tick(clock.Now());
            await mark.UpdateAsync(book, node, cancel);
            var changes = book.NoteProgress($"ticked off “{work.Title}”");
            journal.Say($"ticked off “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return WorkViews.Of(book, work.Key);
        }
    }
}

/// <summary>Takes a tick back.</summary>
[Needs(Permission.TakePart)]
public sealed record UntickWork(string Node) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, SetUpMark mark, Journal journal) : IHandle<UntickWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(UntickWork request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            var work = LeafOnly.Of(node);
            work.Untick();
            await mark.UpdateAsync(book, node, cancel);
            var changes = book.NoteProgress($"took the tick from “{work.Title}”");
            journal.Say($"took the tick from “{work.Title}”", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return WorkViews.Of(book, work.Key);
        }
    }
}

/// <summary>Says how far a leaf is, in per cent; 100 ticks it off. A node with parts takes its progress from them: 422.</summary>
[Needs(Permission.TakePart)]
public sealed record SayProgress(string Node, int Percent) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Starting starting, SetUpMark mark, TimeProvider clock, Journal journal) : IHandle<SayProgress, WorkView>
    {
        public async Task<WorkView> HandleAsync(SayProgress request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            var work = LeafOnly.Of(node);
            if (request.Percent > 0)
            {
                starting.Check(book, node, null, journal);
            }

            work.Advance(request.Percent, clock.Now());
            await mark.UpdateAsync(book, node, cancel);
            var changes = book.NoteProgress($"“{work.Title}” is at {request.Percent} %");
            journal.Say($"put “{work.Title}” at {request.Percent} %", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return WorkViews.Of(book, work.Key);
        }
    }
}

/// <summary>Progress is said where the work is: at the leaves.</summary>
internal static class LeafOnly
{
    public static IWork Of(WorkNode node)
    {
        Rule.Require(node.IsLeaf, "progress-from-parts", $"“{node.Work.Title}” has {node.Children.Count} parts; its progress comes from them. Tick those.", "node");
        Rule.Require(node.Work.Kind != WorkKind.Tactic, "tactic-not-work", "A tactic is done through its actions. Add one and tick that.", "node");
        return node.Work;
    }
}

/// <summary>Keeps an account's “set up” in step with its checklist.</summary>
[Scoped]
public sealed class SetUpMark(Db db, TimeProvider clock)
{
    public async Task UpdateAsync(WorkBook book, WorkNode node, CancellationToken cancel)
    {
        var action = book.Find(node.Work.Key).Up.FirstOrDefault(above => above.Work is ActionItem { Type: ActionType.AccountSetup, Account: not null });
        if (action?.Work is not ActionItem { Account: { } id })
        {
            return;
        }

        var account = await db.FindAsync(id, "account", cancel);
        if (action.State == WorkState.Done)
        {
            account.FinishSetUp(clock.Now());
        }
        else
        {
            account.ReopenSetUp();
        }
    }
}
