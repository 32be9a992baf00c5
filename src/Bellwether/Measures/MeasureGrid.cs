using Bellwether.Brands;
using Bellwether.Goals;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>One number of the grid.</summary>
/// <param name="Place">The period's place among the columns, from 0.</param>
/// <param name="Text">The number as the reader writes it.</param>
/// <param name="Source">Who told it.</param>
/// <param name="Revision">More than 1 when it corrected another.</param>
public sealed record GridNumber(int Place, decimal Value, string Text, string Source, int Revision);

/// <summary>The numbers of one metric.</summary>
public sealed record GridRow(Metric Metric, IReadOnlyList<GridNumber> Numbers);

/// <summary>Metrics by periods of one subject; a period without a number has no data, which is not zero.</summary>
/// <param name="Periods">The first day of each period, oldest first.</param>
public sealed record MeasureGridView(string Subject, PeriodLength Length, IReadOnlyList<LocalDate> Periods, IReadOnlyList<GridRow> Rows);

/// <summary>The numbers of a subject as a sheet: metrics by periods. Without metrics named, those that have numbers of this length.</summary>
/// <param name="Subject">The id of what was measured; the brand itself when left out.</param>
/// <param name="Metrics">The metrics' keys.</param>
/// <param name="Length">How long the periods are.</param>
/// <param name="Until">The last day; today when left out.</param>
/// <param name="Periods">How many periods, at most 120.</param>
/// <param name="Locale">How the reader writes numbers.</param>
[Needs(Permission.Read)]
public sealed record MeasureGrid(
    Id<Brand> Brand,
    string? Subject = null,
    IReadOnlyList<string>? Metrics = null,
    PeriodLength Length = PeriodLength.Week,
    LocalDate? Until = null,
    int Periods = 12,
    string Locale = "en-US") : IQuery<MeasureGridView>
{
    private static readonly string[] ToBeginWith = ["followers", "reach", "engagements", "link_clicks", "leads"];

    internal sealed class Handler(Db db, MetricCatalogue catalogue, MeasureSubjects subjects, TimeProvider clock) : IHandle<MeasureGrid, MeasureGridView>
    {
        public async Task<MeasureGridView> HandleAsync(MeasureGrid request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            Rule.Require(request.Periods is >= 1 and <= 120, "periods-out-of-range", "A grid has 1 to 120 periods.", "periods");
            Rule.Require(request.Length != PeriodLength.ToDate, "length-without-periods", "Running totals have no periods. Choose days, weeks or months.", "length");
            var subject = request.Subject ?? brand.Id.ToString();
            await subjects.CheckAsync(brand.Id, [subject], remembered: false, cancel);
            var last = PeriodDays.StartOf(request.Until ?? clock.Today(brand.Zone), request.Length, brand.WeekStart);
            var periods = new List<LocalDate> { last };
            while (periods.Count < request.Periods)
            {
                periods.Add(PeriodDays.StartOf(periods[^1].PlusDays(-1), request.Length, brand.WeekStart));
            }

            periods.Reverse();
            var from = periods[0];
            var rows = await db.Set<Observation>().AsNoTracking()
                .Where(row => row.Subject == subject && row.Brand == brand.Id && row.Length == request.Length && row.IsCurrent && row.Start >= from && row.Start <= last)
                .ToListAsync(cancel);
            var keys = request.Metrics is { Count: > 0 } named ? named : await KeysAsync(brand.Id, subject, request.Length, cancel);
            var places = periods.Select((start, place) => (start, place)).ToDictionary(each => each.start, each => each.place);
            var grid = new List<GridRow>();
            foreach (var key in keys.Distinct().Take(60))
            {
                var metric = await catalogue.NeedAsync(key, cancel, "metrics");
                grid.Add(new GridRow(metric, [.. rows.Where(row => row.Metric == key && places.ContainsKey(row.Start)).OrderBy(row => row.Start)
                    .Select(row => new GridNumber(places[row.Start], row.Value, NumberText.Write(row.Value, metric.Unit, request.Locale), row.Source, row.Revision))]));
            }

            return new MeasureGridView(subject, request.Length, periods, grid);
        }

        private async Task<IReadOnlyList<string>> KeysAsync(Id<Brand> brand, string subject, PeriodLength length, CancellationToken cancel)
        {
            var used = await db.Set<Observation>().AsNoTracking().Where(row => row.Subject == subject && row.Length == length && row.IsCurrent).Select(row => row.Metric).Distinct().ToListAsync(cancel);
            var stopped = await db.Set<StoppedMetric>().Where(row => row.Brand == brand).Select(row => row.Metric).ToListAsync(cancel);
            return used.Count == 0 ? ToBeginWith : [.. used.Except(stopped).Order(StringComparer.Ordinal)];
        }
    }
}
