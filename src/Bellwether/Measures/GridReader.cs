using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Measures;

/// <summary>Understands a block of cells: each one alone, so that a bad one does not spoil the others.</summary>
[Scoped]
internal sealed class GridReader(Db db, MetricCatalogue catalogue, MeasureSubjects subjects, TimeProvider clock)
{
    public async Task<ReadCells> ReadAsync(Id<Brand> brandId, string subject, PeriodLength length, string locale, IReadOnlyList<GridEntry> cells, bool replace, CancellationToken cancel)
    {
        var brand = await db.FindAsync(brandId, "brand", cancel);
        await subjects.CheckAsync(brand.Id, [subject], remembered: false, cancel);
        _ = NumberText.Write(0, MetricUnit.Count, locale);
        var today = clock.Today(brand.Zone);
        var starts = cells.Select(cell => PeriodDays.StartOf(cell.Start, length, brand.WeekStart)).ToList();
        var keys = cells.Select(cell => cell.Metric).Distinct().ToList();
        var (from, to) = (starts.Min(), starts.Max());
        var rows = await db.Set<Observation>().AsNoTracking()
            .Where(row => row.Subject == subject && keys.Contains(row.Metric) && row.Length == length && row.IsCurrent && row.Start >= from && row.Start <= to)
            .ToListAsync(cancel);
        var stored = rows.ToDictionary(row => (row.Metric, row.Start), row => row.Value);
        var results = new List<CellResult>();
        var entries = new List<ObservationEntry>();
        var brought = new HashSet<(string, NodaTime.LocalDate)>();
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, start) = (cells[i], starts[i]);
            if (string.IsNullOrWhiteSpace(cell.Text))
            {
                results.Add(new CellResult(cell.Metric, start, CellOutcome.Empty, null, null));
                continue;
            }

            if (!brought.Add((cell.Metric, start)))
            {
                results.Add(new CellResult(cell.Metric, start, CellOutcome.Bad, null, "The block has this period twice."));
                continue;
            }

            try
            {
                var metric = await catalogue.NeedAsync(cell.Metric, cancel);
                Rule.Require(cell.Text.TrimStart()[0] is not ('=' or '@'), "formula-as-number", "This is a formula, not a number. Paste values only.");
                var value = decimal.Round(NumberText.ReadFor(metric, cell.Text, locale), 6, MidpointRounding.ToEven);
                var warning = metric.Check(value, start, today);
                var outcome = !stored.TryGetValue((cell.Metric, start), out var old) ? CellOutcome.Stored
                    : old == value ? CellOutcome.Unchanged
                    : replace ? CellOutcome.Replaced : CellOutcome.Kept;
                results.Add(new CellResult(cell.Metric, start, outcome, value, warning));
                if (outcome is CellOutcome.Stored or CellOutcome.Replaced)
                {
                    entries.Add(new ObservationEntry(metric.Key, subject, start, length, value));
                }
            }
            catch (ProblemException problem)
            {
                results.Add(new CellResult(cell.Metric, start, CellOutcome.Bad, null, problem.Message));
            }
        }

        return new ReadCells(results, entries);
    }
}
