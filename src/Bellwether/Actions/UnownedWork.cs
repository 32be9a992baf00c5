using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;

namespace Bellwether.Actions;

/// <summary>What nobody owns, and whether owned work gets done more often: both completion rates with their intervals. Fewer than five on a side are counts, no claim.</summary>
[Needs(Permission.Read)]
public sealed record UnownedWork(Id<Plan> Plan) : IQuery<UnownedWork.UnownedView>
{
    /// <summary>Pieces of work below which a rate is not shown.</summary>
    public const int Fewest = 5;

    /// <summary>The leaves without an owner, and both sides.</summary>
    /// <param name="Sentence">What the numbers say, carefully.</param>
    public sealed record UnownedView(IReadOnlyList<WorkView> Unowned, CompletionArm OwnedArm, CompletionArm UnownedArm, string Sentence);

    /// <summary>One side: how many are due or done, how many done; the rate only when both sides have five or more.</summary>
    public sealed record CompletionArm(int Items, int Done, decimal? Rate, Wilson? Interval);

    internal sealed class Handler(WorkBook book, BrandDay days) : IHandle<UnownedWork, UnownedView>
    {
        public async Task<UnownedView> HandleAsync(UnownedWork request, CancellationToken cancel)
        {
            await book.OpenAsync(request.Plan, cancel);
            var today = await days.TodayAsync(book.Plan.Brand, cancel);
            var leaves = book.Tree.Leaves.ToList();
            var unowned = leaves.Where(leaf => leaf.Owner is null).Select(leaf => leaf.Work.Key).ToHashSet(StringComparer.Ordinal);
            // Work that is not due yet says nothing about whether owners get things done.
            var counted = leaves.Where(leaf => leaf.Work.DoneAt is not null || leaf.DueAtLatest is null || leaf.DueAtLatest <= today).ToList();
            var (owned, free) = Compare(counted);
            return new UnownedView([.. WorkViews.Of(book).Where(row => unowned.Contains(row.Id))], owned, free, Words(owned, free));
        }
    }

    /// <summary>Both sides of the comparison.</summary>
    internal static (CompletionArm Owned, CompletionArm Unowned) Compare(IReadOnlyCollection<WorkNode> leaves)
    {
        var sides = leaves.ToLookup(leaf => leaf.Owner is not null, leaf => leaf.Work.DoneAt is not null);
        return Compare(sides[true].Count(), sides[true].Count(done => done), sides[false].Count(), sides[false].Count(done => done));
    }

    /// <summary>Both sides from their counts.</summary>
    internal static (CompletionArm Owned, CompletionArm Unowned) Compare(int owned, int ownedDone, int unowned, int unownedDone)
    {
        var enough = owned >= Fewest && unowned >= Fewest;
        CompletionArm Side(int items, int done) => new(items, done, enough ? decimal.Round((decimal)done / items, 4) : null, enough ? Wilson.Of(done, items) : null);
        return (Side(owned, ownedDone), Side(unowned, unownedDone));
    }

    private static string Words(CompletionArm owned, CompletionArm free) =>
        owned is not { Rate: { } with, Interval: { } first } || free is not { Rate: { } without, Interval: { } second }
            ? $"{owned.Done} of {owned.Items} owned and {free.Done} of {free.Items} unowned pieces of work are done. Too few to compare."
            : $"{with:P0} of owned and {without:P0} of unowned work is done" + (first.Low > second.High || second.Low > first.High ? "." : "; the difference may be chance.");
}
