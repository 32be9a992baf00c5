using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>Turns entries into observations: checks each, finds what they correct, leaves out what is known already.</summary>
[Scoped]
public sealed class ObservationWriter(Db db, MetricCatalogue catalogue, TimeProvider clock)
{
    private const int Many = 500;

    private sealed record Slot(string Subject, string Metric, PeriodLength Length, LocalDate Start);

    /// <summary>Adds the numbers to the unit of work; the caller's command saves them.</summary>
    public async Task<RecordedObservations> WriteAsync(Id<Brand> brandId, IReadOnlyList<ObservationEntry> rows, string source, WhenPresent whenPresent, CancellationToken cancel)
    {
        var brand = await db.FindAsync(brandId, "brand", cancel);
        var today = clock.Today(brand.Zone);
        var warnings = new List<RowNote>();
        var points = new List<(Slot Slot, Point Point)>(rows.Count);
        var seen = new Dictionary<Slot, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var field = $"rows[{i}]";
            var metric = await catalogue.NeedAsync(rows[i].Metric, cancel, $"{field}.metric");
            var point = rows[i].ToPoint(metric, field);
            if (metric.Check(point.Value, point.Start, today, $"{field}.value") is { } warning)
            {
                warnings.Add(new RowNote(i, warning));
            }

            var slot = new Slot(Rule.Text(rows[i].Subject, $"{field}.subject", 80), metric.Key, point.Length, point.Start);
            Rule.Require(seen.TryAdd(slot, i), "observation-twice", $"Row {i + 1} says the same period of the same number again as row {seen[slot] + 1}.", field);
            points.Add((slot, point));
        }

        return await StoreAsync(new ObservationBatch(brandId, source, clock.Now()), points, whenPresent, warnings, cancel);
    }

    private async Task<RecordedObservations> StoreAsync(ObservationBatch batch, List<(Slot Slot, Point Point)> points, WhenPresent whenPresent, List<RowNote> warnings, CancellationToken cancel)
    {
        var present = await PresentAsync(points, cancel);
        var rows = new List<Observation>();
        int recorded = 0, corrected = 0, unchanged = 0, skipped = 0;
        foreach (var (slot, point) in points)
        {
            var old = present.GetValueOrDefault(slot);
            if (old is { IsCurrent: true })
            {
                if (Same(old, point))
                {
                    unchanged++;
                    continue;
                }

                if (whenPresent == WhenPresent.Skip)
                {
                    skipped++;
                    continue;
                }

                if (whenPresent == WhenPresent.Refuse)
                {
                    throw Rule.Conflict("observation-present", $"{slot.Metric} of {slot.Start:uuuu-MM-dd} has a number already ({old.Value:0.######}). Say whether to correct or to skip such rows.", "whenPresent");
                }

                old.Supersede();
                corrected++;
            }
            else
            {
                recorded++;
            }

            rows.Add(new Observation(batch, slot.Metric, slot.Subject, point, (old?.Revision ?? 0) + 1));
        }

        batch.Count(recorded + corrected);
        if (recorded + corrected > 0)
        {
            db.Add(batch);
            Add(rows);
        }

        return new RecordedObservations(batch.Rows == 0 ? null : batch.Id, recorded, corrected, unchanged, skipped, warnings);
    }

    /// <summary>Few may be read back before they are stored; the rows of an import go past the tracker, which is much faster.</summary>
    private void Add(List<Observation> rows)
    {
        if (rows.Count < Many)
        {
            db.AddRange(rows);
        }
        else
        {
            db.AddMany(rows);
        }
    }

    /// <summary>The newest revision of each period that has one, read by series rather than row by row.</summary>
    private async Task<Dictionary<Slot, Observation>> PresentAsync(List<(Slot Slot, Point Point)> points, CancellationToken cancel)
    {
        var present = new Dictionary<Slot, Observation>();
        foreach (var metric in points.GroupBy(row => (row.Slot.Metric, row.Slot.Length)))
        {
            var from = metric.Min(row => row.Slot.Start);
            var to = metric.Max(row => row.Slot.Start);
            foreach (var subjects in metric.Select(row => row.Slot.Subject).Distinct().Chunk(500))
            {
                var rows = await db.Set<Observation>()
                    .Where(row => subjects.Contains(row.Subject) && row.Metric == metric.Key.Metric && row.Length == metric.Key.Length && row.Start >= from && row.Start <= to)
                    .OrderBy(row => row.Revision)
                    .ToListAsync(cancel);
                foreach (var row in rows)
                {
                    present[new Slot(row.Subject, row.Metric, row.Length, row.Start)] = row;
                }
            }
        }

        return present;
    }

    private static bool Same(Observation old, Point point) =>
        old.Value == decimal.Round(point.Value, 6, MidpointRounding.ToEven) && old.Numerator == point.Numerator && old.Denominator == point.Denominator;
}
