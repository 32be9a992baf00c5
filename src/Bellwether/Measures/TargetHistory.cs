using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>One recorded number beside what was expected on its day.</summary>
public sealed record HistoryPoint(LocalDate Start, PeriodLength Length, decimal Actual, decimal? Expected, Variance? Variance, GoalStatus Status);

/// <summary>A target's numbers, each beside what was expected then and judged by the rules that held then.</summary>
public sealed record TargetHistoryView(Id<KpiTarget> Target, Metric Metric, IReadOnlyList<HistoryPoint> Points);

/// <summary>The way of one KPI, number by number: expected, actual, difference. A change of judging rules does not recolour what came before it.</summary>
[Needs(Permission.Read)]
public sealed record TargetHistory(Id<KpiTarget> Target) : IQuery<TargetHistoryView>
{
    internal sealed class Handler(Db db, GoalFinder finder, MetricCatalogue catalogue, ObservationBook book, TimeProvider clock) : IHandle<TargetHistory, TargetHistoryView>
    {
        public async Task<TargetHistoryView> HandleAsync(TargetHistory request, CancellationToken cancel)
        {
            var target = await db.FindAsync(request.Target, "target", cancel);
            var (_, _, brand) = await finder.FindAsync(target.Goal, cancel);
            var metric = await catalogue.NeedAsync(target.Metric, cancel);
            var series = await book.SeriesAsync(target.Series, target.Start ?? LocalDate.MinIsoValue, clock.Today(brand.Zone), cancel);
            var points = series.Select(point =>
            {
                var aim = target.AimOn(point.End, brand.WeekStart) with { Ceiling = target.Type == TargetType.CumulativeInPeriod && metric.Direction == MetricDirection.Down };
                var actual = Actual.Of(metric, aim, series, point.End).Value;
                var pace = Pace.Of(aim, actual, point.End);
                return new HistoryPoint(point.Start, point.Length, point.Value, pace.Expected, Variance.Of(pace.Expected, actual, Variance.LessIsBetter(target.Type, metric)), pace.Status);
            });
            return new TargetHistoryView(target.Id, metric, [.. points]);
        }
    }
}
