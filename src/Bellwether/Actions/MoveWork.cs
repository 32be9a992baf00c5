using Bellwether.Kernel;

namespace Bellwether.Actions;

/// <summary>Moves a node to another place in the plan: among its siblings, or under another parent. When things get done is another matter and stays.</summary>
/// <param name="Parent">The id of the new parent; left out, it stays where it is; empty puts an action directly into the plan.</param>
/// <param name="Position">The place among the new siblings, from 1; left out, the last.</param>
[Needs(Permission.EditPlan)]
public sealed record MoveWork(string Node, string? Parent = null, int? Position = null) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Journal journal) : IHandle<MoveWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(MoveWork request, CancellationToken cancel)
        {
            var node = await book.EditAsync(request.Node, cancel);
            var work = node.Work;
            if (request.Parent is { } wanted && wanted != (work.ParentKey ?? ""))
            {
                Place(node, wanted.Length == 0 ? null : book.Find(wanted));
            }

            Rank(work, request.Position);
            var changes = book.NoteProgress($"moved “{work.Title}”");
            journal.Say($"moved “{work.Title}” in the plan", work.Brand.Value, work.Plan.Value, work.Key, changes);
            return WorkViews.Of(book, work.Key);
        }

        private static void Place(WorkNode node, WorkNode? parent)
        {
            Rule.Require(parent is null || parent.Up.All(above => above.Work.Key != node.Work.Key), "moved-under-itself", $"“{node.Work.Title}” cannot be a part of itself. Choose a parent outside of it.", "parent");
            switch (node.Work)
            {
                case ActionItem action when parent is null or { Work: Tactic }:
                    action.Place((parent?.Work as Tactic)?.Id);
                    break;
                case Step when parent?.Up.FirstOrDefault(above => above.Work is ActionItem)?.Work is ActionItem action:
                    PlaceStep(node, action, parent.Work as Step);
                    break;
                default:
                    throw Rule.Broken("parent-of-wrong-kind", "A tactic stands in the plan, an action under a tactic or in the plan, a step under an action or a step.", "parent");
            }
        }

        private static void PlaceStep(WorkNode node, ActionItem action, Step? parent)
        {
            ((Step)node.Work).Place(action.Id, parent?.Id);
            foreach (var below in node.Down.Skip(1))
            {
                var step = (Step)below.Work;
                step.Place(action.Id, step.Parent);
            }
        }

        private void Rank(IWork work, int? position)
        {
            var tree = book.Tree;
            var parent = tree.Find(work.Key)!.Parent;
            var siblings = (parent?.Children ?? tree.Roots).Select(node => node.Work).Where(other => other.Kind == work.Kind && other.Key != work.Key).ToList();
            siblings.Insert(Math.Clamp((position ?? siblings.Count + 1) - 1, 0, siblings.Count), work);
            for (var i = 0; i < siblings.Count; i++)
            {
                siblings[i].Stand(i + 1);
            }
        }
    }
}
