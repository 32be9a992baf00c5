using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>Puts an action into a column of the board. It is begun, ticked off or taken back where the column says so; the usual rules for that hold.</summary>
/// <param name="Stage">The column's name.</param>
/// <param name="OverrideReason">Why it is begun although something it depends on is open.</param>
[Needs(Permission.TakePart)]
public sealed record StageWork(string Node, string Stage, string? OverrideReason = null) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Starting starting, SetUpMark mark, TimeProvider clock, Journal journal) : IHandle<StageWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(StageWork request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            Rule.Require(node.Work is ActionItem, "not-on-the-board", "Actions stand on the board; steps and tactics do not.", "node");
            var stage = Rule.Found(book.Board.FirstOrDefault(each => each.Name == request.Stage), "column of the board");
            if (stage.State != node.State)
            {
                Become(stage, node, request.OverrideReason);
                await mark.UpdateAsync(book, node, cancel);
            }

            ((ActionItem)node.Work).StandIn(stage.Name);
            var changes = book.NoteProgress($"“{node.Work.Title}” went to “{stage.Name}”");
            journal.Say($"put “{node.Work.Title}” into “{stage.Name}”", node.Work.Brand.Value, node.Work.Plan.Value, node.Work.Key, changes);
            return WorkViews.Of(book, node.Work.Key);
        }

        private void Become(BoardStage stage, WorkNode node, string? overrideReason)
        {
            switch (stage.State)
            {
                case WorkState.Open:
                    throw Rule.Broken("begun-already", $"“{node.Work.Title}” is begun; what was begun stays so. Choose a column for work that is begun.", "stage");
                case WorkState.Started when node.State == WorkState.Done:
                    LeafOnly.Of(node).Untick();
                    node.Work.Start(clock.Now());
                    break;
                case WorkState.Started:
                    starting.Check(book, node, overrideReason, journal);
                    node.Work.Start(clock.Now());
                    break;
                default:
                    var work = LeafOnly.Of(node);
                    starting.Check(book, node, overrideReason, journal);
                    work.Tick(clock.Now());
                    break;
            }
        }
    }
}
