using System.Globalization;
using Bellwether.Actions;
using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Plans;
using Bellwether.Returns;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Reviews;

/// <summary>
/// Builds the agenda of a review by itself: every open goal with its progress since the last review, every measure that
/// asks for a verdict, every adjustment that somebody asked for and nobody has settled, every assumption that broke, and
/// money spent beyond what was approved or nearing the ceiling for advertising.
/// </summary>
[Scoped]
public sealed class Agenda(Db db, GoalAssessments goals, PlanFinder plans, SpendingBook spendings, SignOffBook signOffs, AdvertisingBook advertising, TimeProvider clock)
{
    public async Task<IReadOnlyList<AgendaItem>> BuildAsync(Review review, Plan plan, Brand brand, CancellationToken cancel)
    {
        var items = new List<AgendaItem>();
        var since = await SinceAsync(plan, brand, cancel);
        var then = since is null ? [] : (await goals.AllAsync(plan, brand, cancel, since)).ToDictionary(goal => goal.Goal.Id);
        var open = (await goals.AllAsync(plan, brand, cancel)).Where(goal => goal.Goal.ClosedAt is null).ToList();
        foreach (var goal in open)
        {
            var before = then.GetValueOrDefault(goal.Goal.Id);
            items.Add(new AgendaItem(review, AgendaKind.Goal, goal.Goal.Id.ToString(), goal.Goal.Title, items.Count + 1, goal.Goal.Picture, null, FiguresOf(goal, before)));
        }

        foreach (var (goal, target) in open.SelectMany(goal => goal.Targets.Select(target => (goal, target))))
        {
            var before = then.GetValueOrDefault(goal.Goal.Id)?.Targets.FirstOrDefault(other => other.Target.Id == target.Target.Id);
            items.Add(new AgendaItem(review, AgendaKind.KpiTarget, target.Target.Id.ToString(), target.Metric.Name, items.Count + 1, goal.Goal.Title, null, FiguresOf(target, before)));
        }

        await AddWorkAsync(review, plan, items, cancel);
        foreach (var comment in await db.Set<Comment>().AsNoTracking()
            .Where(comment => comment.Plan == plan.Id && comment.Kind == CommentKind.Adjustment && comment.ResolvedAt == null && comment.Answers == null)
            .OrderBy(comment => comment.Id).ToListAsync(cancel))
        {
            items.Add(new AgendaItem(review, AgendaKind.Adjustment, comment.Id.ToString(), comment.Text, items.Count + 1, comment.By));
        }

        await AddBrokenAsync(review, plan, since, items, cancel);
        await AddSpendingAsync(review, plan, brand, items, cancel);
        await AddAdvertisingAsync(review, plan, brand, items, cancel);
        return items;
    }

    private async Task AddAdvertisingAsync(Review review, Plan plan, Brand brand, List<AgendaItem> items, CancellationToken cancel)
    {
        if (await db.Set<Advertising>().AsNoTracking().FirstOrDefaultAsync(row => row.Plan == plan.Id, cancel) is { } row
            && await advertising.ViewAsync(row, plan, brand, cancel) is var view && (view.Warning is not null || view.LookAgain))
        {
            items.Add(new AgendaItem(review, AgendaKind.Advertising, row.Id.ToString(), "Paid advertising", items.Count + 1, view.Warning ?? "The day to decide has come."));
        }
    }

    private async Task AddSpendingAsync(Review review, Plan plan, Brand brand, List<AgendaItem> items, CancellationToken cancel)
    {
        var signed = await signOffs.OfAsync(plan, brand, cancel);
        if (signed.Last is { } last && BudgetStanding.Of(signed, await spendings.OfAsync(plan, brand, cancel)) is { State: BudgetState.Beyond } standing)
        {
            items.Add(new AgendaItem(review, AgendaKind.Spending, (signed.Approved ?? last).Id.ToString(), "More is spent than was approved", items.Count + 1, standing.Sentence));
        }
    }

    /// <summary>What broke since the last review; what broke before it was looked at there.</summary>
    private async Task AddBrokenAsync(Review review, Plan plan, LocalDate? since, List<AgendaItem> items, CancellationToken cancel)
    {
        var broken = await db.Set<Assumption>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Verdict == AssumptionVerdict.Broken).OrderBy(row => row.Id).ToListAsync(cancel);
        foreach (var assumption in broken.Where(row => since is not { } day || row.Newest.Outcome!.On >= day))
        {
            items.Add(new AgendaItem(review, AgendaKind.Assumption, assumption.Id.ToString(), assumption.Statement, items.Count + 1, assumption.Newest.Outcome!.Words, assumption.Goal?.ToString()));
        }
    }

    /// <summary>The day progress is counted from: the last review that was held, else the plan's activation.</summary>
    private async Task<LocalDate?> SinceAsync(Plan plan, Brand brand, CancellationToken cancel)
    {
        var held = await db.Set<Review>().AsNoTracking().Where(row => row.Plan == plan.Id && row.Status == ReviewStatus.Closed).ToListAsync(cancel);
        return held.Count > 0 ? held.Max(row => row.OpenedAt!.Value.InZone(brand.Zone).Date) : plan.ActivatedAt?.InZone(brand.Zone).Date;
    }

    private async Task AddWorkAsync(Review review, Plan plan, List<AgendaItem> items, CancellationToken cancel)
    {
        // A book of its own: the one of the scope belongs to the use case that changes work.
        var book = new WorkBook(db, plans, clock);
        await book.LoadAsync(plan, cancel);
        foreach (var node in book.Tree.All.Where(node => node.Work.Kind != WorkKind.Step && (node.Work.Kind == WorkKind.Tactic || node.State != WorkState.Done)))
        {
            var kind = node.Work.Kind == WorkKind.Tactic ? AgendaKind.Tactic : AgendaKind.ActionItem;
            var progress = $"{(node.Progress * 100).ToString("0", CultureInfo.InvariantCulture)} % done";
            items.Add(new AgendaItem(review, kind, node.Work.Key, node.Work.Title, items.Count + 1, progress, node.Parent?.Work.Key));
        }
    }

    private static ReviewFigures FiguresOf(AssessedGoal now, AssessedGoal? before)
    {
        var leading = now.Leading;
        if (leading is null)
        {
            return new ReviewFigures(null, null, null, null, null, null, now.Status);
        }

        return FiguresOf(leading, before?.Targets.FirstOrDefault(target => target.Target.Id == leading.Target.Id)) with { Status = now.Status };
    }

    private static ReviewFigures FiguresOf(AssessedTarget now, AssessedTarget? before) => new(
        now.Metric.Name, now.Metric.Unit.ToString(), before?.Actual.Value, now.Actual.Value, now.Pace.Expected, now.Target.Target, now.Pace.Status);
}
