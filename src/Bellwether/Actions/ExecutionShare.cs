using Bellwether.Kernel;
using Bellwether.Plans;

namespace Bellwether.Actions;

/// <summary>How much of what is due is done: the execution of a plan, not how complete its document is.</summary>
[Needs(Permission.Read)]
public sealed record ExecutionShare(Id<Plan> Plan) : IQuery<ExecutionShare.ExecutionView>
{
    /// <summary>What is due until today and what of it is done.</summary>
    /// <param name="Share">Per cent; 0 for a plan with nothing done, nothing when there is no work at all or none is due yet.</param>
    /// <param name="Early">Done before its day.</param>
    public sealed record ExecutionView(int Due, int Done, decimal? Share, int Overdue, int Early, int Open, string Sentence);

    internal sealed class Handler(WorkBook book, BrandDay days) : IHandle<ExecutionShare, ExecutionView>
    {
        public async Task<ExecutionView> HandleAsync(ExecutionShare request, CancellationToken cancel)
        {
            await book.OpenAsync(request.Plan, cancel);
            var today = await days.TodayAsync(book.Plan.Brand, cancel);
            var leaves = book.Tree.Leaves.ToList();
            var due = leaves.Where(leaf => leaf.DueAtLatest <= today).ToList();
            var (done, early) = (due.Count(IsDone), leaves.Count(leaf => IsDone(leaf) && !(leaf.DueAtLatest <= today)));
            decimal? share = due.Count > 0 ? decimal.Round(100m * done / due.Count, 1) : leaves.Count > 0 && early == 0 ? 0 : null;
            var sentence = due.Count > 0 ? $"{done} of {due.Count} due pieces of work are done."
                : leaves.Count == 0 ? "There is no work in the plan yet."
                : early > 0 ? $"Nothing is due yet; {early} of {leaves.Count} are done early." : "Nothing is due yet, and nothing is done.";
            return new ExecutionView(due.Count, done, share, due.Count(leaf => !IsDone(leaf) && leaf.DueAtLatest < today), early, leaves.Count(leaf => !IsDone(leaf)), sentence);
        }

        private static bool IsDone(WorkNode leaf) => leaf.Work.DoneAt is not null;
    }
}
