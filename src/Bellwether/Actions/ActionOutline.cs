using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;

namespace Bellwether.Actions;

/// <summary>Which part of the work to show.</summary>
public enum WorkFilter
{
    /// <summary>Leaves without an owner, a day or a way to tell that they are done.</summary>
    Unmonitorable,

    /// <summary>Leaves that nobody is accountable for.</summary>
    Unowned,

    /// <summary>Actions without a goal.</summary>
    Orphans,

    /// <summary>Tactics that were there before any goal.</summary>
    TacticFirst,

    /// <summary>Leaves whose day has passed and that are not done.</summary>
    Overdue,

    /// <summary>Tactics and actions that nobody could tell success of: no number, no date, no done-criterion.</summary>
    GoodThought,
}

/// <summary>The whole work of a plan in plan order: tactics, actions, steps. Outline, board and time line show this one list.</summary>
[Needs(Permission.Read)]
public sealed record ActionOutline(Id<Plan> Plan, WorkFilter? Filter = null) : IQuery<ActionOutline.WorkOutline>
{
    /// <summary>The rows in plan order, and how many each filter would show.</summary>
    public sealed record WorkOutline(IReadOnlyList<WorkView> Rows, int Total, decimal Progress, IReadOnlyList<WorkFilterCount> Counts);

    /// <summary>How many rows a filter shows.</summary>
    public sealed record WorkFilterCount(WorkFilter Filter, int Count);

    internal sealed class Handler(WorkBook book, BrandDay days) : IHandle<ActionOutline, WorkOutline>
    {
        public async Task<WorkOutline> HandleAsync(ActionOutline request, CancellationToken cancel)
        {
            await book.OpenAsync(request.Plan, cancel);
            var today = await days.TodayAsync(book.Plan.Brand, cancel);
            var tree = book.Tree;
            var rows = WorkViews.Of(book);
            bool Shows(WorkView row, WorkFilter filter) => filter switch
            {
                WorkFilter.Unmonitorable => row.Gaps.Count > 0,
                WorkFilter.Unowned => row.Gaps.Contains(WorkGap.NoOwner),
                WorkFilter.Orphans => row.Orphan,
                WorkFilter.TacticFirst => row.TacticFirst,
                WorkFilter.Overdue => row.Leaves == 1 && row.LeavesDone == 0 && row.Due < today && tree.Find(row.Id)!.IsLeaf && row.Kind != WorkKind.Tactic,
                WorkFilter.GoodThought => row.GoodThought.Count > 0,
                _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
            };
            var counts = Enum.GetValues<WorkFilter>().Select(filter => new WorkFilterCount(filter, rows.Count(row => Shows(row, filter)))).ToList();
            var progress = RollUp.Progress(tree.Leaves.Select(leaf => (leaf.Work.Estimate, leaf.Work.Percent)));
            var shown = request.Filter is { } wanted ? rows.Where(row => Shows(row, wanted)).ToList() : rows;
            return new WorkOutline(shown, rows.Count, decimal.Round(progress * 100, 2), counts);
        }
    }
}
