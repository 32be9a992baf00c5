using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>One number of a series, with where it came from.</summary>
/// <param name="Start">First day of the period.</param>
/// <param name="Length">How long the period is.</param>
/// <param name="Value">The number; a rate as a fraction.</param>
/// <param name="Numerator">What a ratio was made of, where known.</param>
/// <param name="Denominator">What a ratio was made of, where known.</param>
/// <param name="Source">Who told it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Revision">More than 1 when it corrected another.</param>
public sealed record SeriesPoint(LocalDate Start, PeriodLength Length, decimal Value, decimal? Numerator, decimal? Denominator, string Source, Instant RecordedAt, int Revision);

/// <summary>The numbers of a metric for a subject, and what they make together.</summary>
public sealed record Series(string Subject, Metric Metric, IReadOnlyList<SeriesPoint> Points, Combined Together);

/// <summary>The numbers of a metric for one subject over some days, oldest first; “no data” where there are none.</summary>
/// <param name="Subject">The id of what was measured, as text.</param>
/// <param name="Metric">The metric's key.</param>
/// <param name="From">Periods starting on or after this day.</param>
/// <param name="To">Periods starting on or before this day.</param>
/// <param name="Length">Only periods of this length.</param>
[Needs(Permission.Read)]
public sealed record MetricSeries(string Subject, string Metric, LocalDate? From = null, LocalDate? To = null, PeriodLength? Length = null) : IQuery<Series>
{
    internal sealed class Handler(Db db, MetricCatalogue catalogue) : IHandle<MetricSeries, Series>
    {
        public async Task<Series> HandleAsync(MetricSeries request, CancellationToken cancel)
        {
            var metric = await catalogue.NeedAsync(request.Metric, cancel);
            var from = request.From ?? LocalDate.MinIsoValue;
            var to = request.To ?? LocalDate.MaxIsoValue;
            var rows = await db.Set<Observation>().AsNoTracking()
                .Where(row => row.Subject == request.Subject && row.Metric == metric.Key && row.IsCurrent && row.Start >= from && row.Start <= to)
                .OrderBy(row => row.Start)
                .ToListAsync(cancel);
            rows = [.. rows.Where(row => request.Length is null || row.Length == request.Length)];
            return new Series(
                request.Subject,
                metric,
                [.. rows.Select(row => new SeriesPoint(row.Start, row.Length, row.Value, row.Numerator, row.Denominator, row.Source, row.RecordedAt, row.Revision))],
                Combined.Of(metric, [.. rows.Select(row => row.Point)]));
        }
    }
}
