using Bellwether.Kernel;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Says that one node depends on another, hard or soft, or is related to it. A circle of dependencies is 422 and printed.</summary>
/// <param name="Node">The node that depends.</param>
/// <param name="On">The node it depends on.</param>
[Needs(Permission.EditPlan)]
public sealed record RelateWork(string Node, string On, RelationKind Kind = RelationKind.HardDependsOn) : ICommand<WorkView>
{
    internal sealed class Handler(WorkBook book, Journal journal) : IHandle<RelateWork, WorkView>
    {
        public async Task<WorkView> HandleAsync(RelateWork request, CancellationToken cancel)
        {
            var from = (await book.EditAsync(request.Node, cancel)).Work;
            var to = book.Find(request.On).Work;
            var relation = new WorkRelation(from, to, request.Kind);
            if (relation.IsDependency)
            {
                RefuseCircle(from, to);
            }

            if (book.Relations.FirstOrDefault(other => other.From == from.Key && other.To == to.Key) is { } known)
            {
                known.Become(request.Kind);
            }
            else
            {
                book.Add(relation);
            }

            journal.Say($"“{from.Title}” {Words(request.Kind)} “{to.Title}”", from.Brand.Value, from.Plan.Value, from.Key);
            return WorkViews.Of(book, from.Key);
        }

        private void RefuseCircle(IWork from, IWork to)
        {
            var tree = book.Tree;
            var known = book.Relations.Where(other => other.IsDependency && tree.Find(other.From) is not null && tree.Find(other.To) is not null).Select(other => (other.From, other.To));
            if (Dependencies.Circle(tree, known, from.Key, to.Key) is { } circle)
            {
                var names = string.Join(" → ", circle.Select(key => tree.Find(key)!.Work.Title));
                throw Rule.Broken("dependency-circle", $"This would be a circle: {names}. Take one of these dependencies away first.", "on");
            }
        }

        private static string Words(RelationKind kind) => kind switch
        {
            RelationKind.HardDependsOn => "now waits for",
            RelationKind.SoftDependsOn => "had better wait for",
            RelationKind.RelatesTo => "is related to",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }
}

/// <summary>Takes a relation between two nodes away.</summary>
[Needs(Permission.EditPlan)]
public sealed record UnrelateWork(Id<WorkRelation> Relation) : ICommand<Done>
{
    internal sealed class Handler(Db db, Journal journal) : IHandle<UnrelateWork, Done>
    {
        public async Task<Done> HandleAsync(UnrelateWork request, CancellationToken cancel)
        {
            var relation = await db.FindAsync(request.Relation, "relation", cancel);
            db.Remove(relation);
            journal.Say("took a relation between two pieces of work away", null, relation.Plan.Value, relation.From);
            return Done.It;
        }
    }
}
