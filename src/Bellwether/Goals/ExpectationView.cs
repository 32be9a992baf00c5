using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Plans;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Goals;

/// <summary>What was expected, and what came of it.</summary>
/// <param name="Title">What a person calls the thing it is expected of.</param>
/// <param name="Path">Where that is on the screen.</param>
/// <param name="Unit">The metric's unit.</param>
/// <param name="Actual">What came; null while nothing has been recorded.</param>
/// <param name="Variance">Actual against expected; positive is always good.</param>
/// <param name="VariancePercent">The same as a share of what was expected; null where nothing was expected.</param>
/// <param name="Over">Whether its last day is over.</param>
/// <param name="AfterTheFact">Whether it was stated when its result existed already.</param>
/// <param name="ByName">Who stated it.</param>
/// <param name="Alarm">Whether it falls short, or lacks its numbers, while its days run.</param>
/// <param name="ChanceOfSoFew">How often so little would come by chance, were the expectation right.</param>
/// <param name="AlarmAt">When that was first seen.</param>
/// <param name="Reaction">What was done about it.</param>
/// <param name="HoursToReact">How long that took.</param>
public sealed record ExpectationView(
    Id<Expectation> Id, string Subject, string? Title, string? Path, string Metric, string MetricName, MetricUnit Unit, decimal Expected, LocalDate From, LocalDate Until, string? Words,
    decimal? Actual, decimal? Variance, decimal? VariancePercent, bool Over, bool AfterTheFact, string? ByName, ExpectationAlarm Alarm, double? ChanceOfSoFew, Instant? AlarmAt, string? Reaction,
    decimal? HoursToReact, Instant StatedAt)
{
    internal static ExpectationView Of(Expectation expectation, Metric metric, IReadOnlyList<Point> points, LocalDate today)
    {
        var actual = Combined.Of(metric, points).Value;
        var variance = actual is { } came ? (metric.Direction == MetricDirection.Down ? expectation.Value - came : came - expectation.Value) : (decimal?)null;
        var (alarm, chance) = AlarmOf(expectation, metric, actual, today);
        return new ExpectationView(
            expectation.Id, expectation.Subject, null, null, metric.Key, metric.Name, metric.Unit, expectation.Value, expectation.From, expectation.Until, expectation.Words, actual,
            variance, variance is { } off && expectation.Value != 0 ? off / Math.Abs(expectation.Value) : null, expectation.Until < today, expectation.AfterTheFact, null,
            alarm, chance, expectation.AlarmAt, expectation.Reaction,
            expectation.ReactedAt is { } reacted ? decimal.Round((decimal)(reacted - (expectation.AlarmAt ?? expectation.CreatedAt)).TotalHours, 1) : null, expectation.CreatedAt);
    }

    /// <summary>Counts that should rise are watched while their days run and once when they are over; what was stated afterwards is not.</summary>
    private static (ExpectationAlarm Alarm, double? Chance) AlarmOf(Expectation expectation, Metric metric, decimal? actual, LocalDate today)
    {
        if (expectation.AfterTheFact || metric.Aggregation != Aggregation.Sum || metric.Unit != MetricUnit.Count || metric.Direction == MetricDirection.Down || today <= expectation.From)
        {
            return (ExpectationAlarm.None, null);
        }

        var days = Period.DaysBetween(expectation.From, expectation.Until) + 1;
        var gone = Math.Min(days, Period.DaysBetween(expectation.From, today));
        // “20 by day 5” is due when day 5 has come. Of a few days the last one is too large a share to be asked for in the morning.
        var due = days >= ShortfallCheck.DaysToRound && today >= expectation.Until ? days : gone;
        return ShortfallCheck.Of(actual, expectation.Value * due / days, gone);
    }
}

/// <summary>Reads expectations with what came of them.</summary>
[Scoped]
public sealed class ExpectationBook(Db db, GoalFinder finder, MetricCatalogue catalogue, ObservationBook book, Nodes nodes)
{
    /// <summary>The expectations of a plan, or of one thing in it, oldest first.</summary>
    public async Task<IReadOnlyList<(Expectation Row, ExpectationView View)>> OfAsync(Plan plan, string? subject, LocalDate today, CancellationToken cancel)
    {
        var rows = await db.Set<Expectation>().AsNoTracking().Where(row => row.Plan == plan.Id && (subject == null || row.Subject == subject)).OrderBy(row => row.Id).ToListAsync(cancel);
        var views = await OfAsync(rows, _ => today, cancel);
        return [.. rows.Zip(views)];
    }

    /// <summary>The same for rows one has already, each on the day of its brand.</summary>
    public async Task<IReadOnlyList<ExpectationView>> OfAsync(IReadOnlyList<Expectation> rows, Func<Id<Brand>, LocalDate> today, CancellationToken cancel)
    {
        var names = await finder.NamesAsync(cancel);
        var series = await book.SeriesAsync([.. rows.Select(row => new SeriesKey(row.Subject, row.Metric))], LocalDate.MinIsoValue, LocalDate.MaxIsoValue, cancel);
        var titles = new Dictionary<string, PlanNode?>(StringComparer.Ordinal);
        var views = new List<ExpectationView>();
        foreach (var row in rows)
        {
            if (!titles.TryGetValue(row.Subject, out var node))
            {
                titles[row.Subject] = node = await nodes.TryFindAsync(row.Subject, cancel);
            }

            var points = series[new SeriesKey(row.Subject, row.Metric)].Where(point => point.Start >= row.From && point.Start <= row.Until).ToList();
            views.Add(ExpectationView.Of(row, await catalogue.NeedAsync(row.Metric, cancel), points, today(row.Brand)) with
            {
                Title = node?.Title,
                Path = node?.Path,
                ByName = row.By is { } by ? names.GetValueOrDefault(by) : null,
            });
        }

        return views;
    }
}
