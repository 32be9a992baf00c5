using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Actions;

/// <summary>The work in the order it was really done, beside its place in the plan, and how far the two differ.</summary>
[Needs(Permission.Read)]
public sealed record ActionsAsDone(Id<Plan> Plan) : IQuery<ActionsAsDone.WorkAsDone>
{
    /// <summary>What was done or started, in that order.</summary>
    /// <param name="Swapped">Pairs executed the other way round than planned.</param>
    /// <param name="Pairs">All pairs.</param>
    public sealed record WorkAsDone(IReadOnlyList<Executed> Order, int Swapped, int Pairs);

    internal sealed class Handler(WorkBook book) : IHandle<ActionsAsDone, WorkAsDone>
    {
        public async Task<WorkAsDone> HandleAsync(ActionsAsDone request, CancellationToken cancel)
        {
            await book.OpenAsync(request.Plan, cancel);
            var leaves = book.Tree.Leaves.Select((leaf, index) => new Executed(leaf.Work.Key, leaf.Work.Title, index + 1, leaf.Work.StartedAt, leaf.Work.DoneAt));
            var order = ExecutionOrder.AsDone(leaves);
            var (swapped, pairs) = ExecutionOrder.Drift(order);
            return new WorkAsDone(order, swapped, pairs);
        }
    }
}
