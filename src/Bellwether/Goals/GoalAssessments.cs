using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>Reads goals with their numbers and judges them as of a day, for every screen and report that shows a goal's status.</summary>
[Scoped]
public sealed class GoalAssessments(Db db, ObservationBook book, MetricCatalogue catalogue, IEnumerable<IPublishedItems> published, SourceWatch sources, TimeProvider clock)
{
    // The metric that counts posts: where nobody enters it, what went out is counted.
    private const string PostsPublished = "posts_published";

    /// <summary>All goals of a plan in their order, each no better than its weakest part, as of today in the brand's zone unless another day is given. Only data up to that day counts.</summary>
    public async Task<IReadOnlyList<AssessedGoal>> AllAsync(Plan plan, Brand brand, CancellationToken cancel, LocalDate? asOf = null)
    {
        var goals = await db.Set<Goal>().AsNoTracking().Where(goal => goal.Plan == plan.Id).OrderBy(goal => goal.Place).ThenBy(goal => goal.Id).ToListAsync(cancel);
        return GoalTree.Roll(await OfAsync(goals, brand, asOf ?? clock.Today(brand.Zone), cancel));
    }

    /// <summary>Some goals of one brand, each by its own numbers.</summary>
    public async Task<IReadOnlyList<AssessedGoal>> OfAsync(IReadOnlyList<Goal> goals, Brand brand, LocalDate today, CancellationToken cancel)
    {
        var ids = goals.Select(goal => goal.Id).ToList();
        var targets = await db.Set<KpiTarget>().AsNoTracking().Where(target => ids.Contains(target.Goal)).OrderBy(target => target.Id).ToListAsync(cancel);
        var metrics = (await catalogue.AllAsync(cancel)).ToDictionary(metric => metric.Key, StringComparer.Ordinal);
        var series = await book.SeriesAsync([.. targets.Select(target => target.Series)], LocalDate.MinIsoValue, today, cancel);
        var troubles = await sources.OfAsync(brand.Id, targets, cancel);
        var assessed = new List<AssessedTarget>();
        foreach (var target in targets)
        {
            assessed.Add(await AssessAsync(target, brand, metrics, series[target.Series], today, cancel) with { SourceTrouble = troubles.GetValueOrDefault(target.Id) });
        }

        var byGoal = assessed.ToLookup(target => target.Target.Goal);
        return [.. goals.Select(goal => Together(goal, [.. byGoal[goal.Id].OrderBy(target => target.Metric.Class == MetricClass.Business ? 0 : 1)]))];
    }

    private static AssessedGoal Together(Goal goal, IReadOnlyList<AssessedTarget> targets)
    {
        var status = goal.Verdict switch
        {
            GoalVerdict.Succeeded => GoalStatus.Met,
            GoalVerdict.Failed => GoalStatus.Missed,
            _ => Statuses.Together(goal.Composition, targets.Select(target => target.Pace.Status)),
        };
        return new AssessedGoal(goal, targets, status);
    }

    private async Task<AssessedTarget> AssessAsync(
        KpiTarget target, Brand brand, Dictionary<string, Metric> metrics, IReadOnlyList<Point> series, LocalDate today, CancellationToken cancel)
    {
        var metric = metrics[target.Metric];
        var aim = target.AimOn(today, brand.WeekStart) with { Ceiling = target.Type == TargetType.CumulativeInPeriod && metric.Direction == MetricDirection.Down };
        if (target.Type == TargetType.EachAtLeast)
        {
            return await ItemsAsync(target, aim, metrics, today, cancel);
        }

        var counted = target.Type == TargetType.Cadence ? await CountAsync(target, aim, series, today, cancel) : null;
        var actual = counted is null ? Actual.Of(metric, aim, series, today) : Counted(counted, aim, today);
        var pace = Pace.Of(aim, actual.Value, today, actual.Points);
        return new AssessedTarget(
            target, metric, aim, actual, pace with { Why = pace.Why ?? (actual.Value is null ? actual.Why : null) }, null, counted ?? series, Stale(actual.AsOf, aim, today), counted is not null);
    }

    /// <summary>
    /// What went out, day by day, for a cadence that says which items it means; one that only counts posts is counted where
    /// nobody enters the number and something was published. Null where the entered numbers speak.
    /// </summary>
    private async Task<IReadOnlyList<Point>?> CountAsync(KpiTarget target, Aim aim, IReadOnlyList<Point> entered, LocalDate today, CancellationToken cancel)
    {
        var narrowed = target.Items != new ItemFilter();
        if (!narrowed && (target.Metric != PostsPublished || target.Subject is not null || entered.Count > 0))
        {
            return null;
        }

        var from = LocalDate.Min(PeriodDays.StartOf(today, aim.Period, aim.WeekStart), target.Start ?? today.PlusYears(-1));
        var items = (await PublishedAsync(target, from, today, cancel)).Where(item => !item.Deleted).ToList();
        return narrowed || items.Count > 0
            ? [.. items.GroupBy(item => item.Day).OrderBy(day => day.Key).Select(day => new Point(day.Key, PeriodLength.Day, day.Count(), null, null))]
            : null;
    }

    /// <summary>Nothing published is a real zero.</summary>
    private static Actual Counted(IReadOnlyList<Point> days, Aim aim, LocalDate today)
    {
        var from = PeriodDays.StartOf(today, aim.Period, aim.WeekStart);
        var count = days.Where(day => day.Start >= from).Sum(day => day.Value);
        return new Actual(count, null, null, today, (int)count, null);
    }

    private async Task<AssessedTarget> ItemsAsync(KpiTarget target, Aim aim, Dictionary<string, Metric> metrics, LocalDate today, CancellationToken cancel)
    {
        var items = await PublishedAsync(target, target.Start ?? LocalDate.MinIsoValue, today, cancel);
        var keys = items.SelectMany(item => target.Thresholds.Select(threshold => new SeriesKey(item.Subject, threshold.Metric))).ToList();
        var series = await book.SeriesAsync(keys, LocalDate.MinIsoValue, today, cancel);
        var result = ItemsResult.Of(items, target.Thresholds, target.JudgedAfterDays, today, key => series[key], key => metrics[key]);
        var over = target.Deadline is { } end && today > end;
        var pace = result.Judged == 0
            ? new Pace(result.Pending > 0 ? GoalStatus.TooEarly : GoalStatus.NoData, result.Pending > 0 ? $"{result.Pending} items are too young to judge" : "no item has been judged yet")
            : new Pace(Status(result, aim, over), Actual: result.Passed, Expected: result.Judged, Ratio: (decimal)result.Passed / result.Judged);
        var newest = items.Count == 0 ? (LocalDate?)null : items.Max(item => item.Day);
        var actual = new Actual(result.Judged == 0 ? null : result.Passed, null, null, newest, result.Judged, pace.Why);
        return new AssessedTarget(target, metrics[target.Metric], aim, actual, pace, result, [], Stale(newest, aim, today));
    }

    private static GoalStatus Status(ItemsResult result, Aim aim, bool over) =>
        over ? (result.Passed == result.Judged ? GoalStatus.Met : GoalStatus.Missed) : aim.Judging.Band((decimal)result.Passed / result.Judged);

    private async Task<IReadOnlyList<PublishedItem>> PublishedAsync(KpiTarget target, LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var items = new List<PublishedItem>();
        foreach (var source in published)
        {
            items.AddRange(await source.FindAsync(target.Brand, target.Items, from, to, cancel));
        }

        return items;
    }

    /// <summary>A target that began just now is not stale for having no number yet.</summary>
    private static bool Stale(LocalDate? asOf, Aim aim, LocalDate today) =>
        (asOf ?? aim.Start ?? today).PlusDays(aim.Judging.StaleAfterDays) < today;
}
