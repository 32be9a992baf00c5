using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Actions;

/// <summary>Before a plan is activated, everything due within 30 days needs a day and an owner; later work without them is only told.</summary>
internal sealed class ActionsGate(Db db, PlanFinder plans, TimeProvider clock, BrandDay days) : IGate
{
    /// <summary>Days ahead within which work must be in order.</summary>
    public const int Ahead = 30;

    public async Task<IReadOnlyList<GateFinding>> CheckAsync(Plan plan, CancellationToken cancel)
    {
        var book = new WorkBook(db, plans, clock);
        await book.LoadAsync(plan, cancel);
        var soon = (await days.TodayAsync(plan.Brand, cancel)).PlusDays(Ahead);
        return [.. book.Tree.Leaves.Where(leaf => leaf.Work.DoneAt is null).SelectMany(leaf => Findings(leaf, soon))];
    }

    /// <summary>What one leaf lacks; it blocks when its day, or that of what it is a part of, is near.</summary>
    internal static IEnumerable<GateFinding> Findings(WorkNode leaf, LocalDate soon)
    {
        var near = leaf.DueAtLatest <= soon;
        var (title, key) = (leaf.Work.Title, leaf.Work.Key);
        if (leaf.Owner is null)
        {
            yield return new GateFinding("work-without-owner", near, $"Nobody is accountable for “{title}”{(near ? $", due {leaf.DueAtLatest:uuuu-MM-dd}" : "")}. Name one person.", "Actions", key);
        }

        if (leaf.Work.Due is null)
        {
            yield return new GateFinding("work-without-date", near, $"“{title}” has no planned day{(near ? $", but is part of something due {leaf.DueAtLatest:uuuu-MM-dd}" : "")}. Give it one.", "Actions", key);
        }
    }
}
