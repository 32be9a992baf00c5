using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Metrics;

/// <summary>Which series: a metric of a subject.</summary>
public readonly record struct SeriesKey(string Subject, string Metric);

/// <summary>Reads the numbers that count, for every step that judges by numbers.</summary>
[Scoped]
public sealed class ObservationBook(Db db)
{
    /// <summary>The current points of a metric for a subject whose period starts within the days, in order.</summary>
    public async Task<IReadOnlyList<Point>> SeriesAsync(SeriesKey key, LocalDate from, LocalDate to, CancellationToken cancel) =>
        (await SeriesAsync([key], from, to, cancel))[key];

    /// <summary>The current points of several series at once; a series without points is there and empty.</summary>
    public async Task<IReadOnlyDictionary<SeriesKey, IReadOnlyList<Point>>> SeriesAsync(IReadOnlyCollection<SeriesKey> keys, LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var found = keys.Distinct().ToDictionary(key => key, _ => new List<Point>());
        foreach (var some in found.Keys.Chunk(200))
        {
            var subjects = some.Select(key => key.Subject).Distinct().ToList();
            var metrics = some.Select(key => key.Metric).Distinct().ToList();
            var rows = await db.Set<Observation>().AsNoTracking()
                .Where(row => subjects.Contains(row.Subject) && metrics.Contains(row.Metric) && row.IsCurrent && row.Start >= from && row.Start <= to)
                .OrderBy(row => row.Start)
                .Select(row => new { row.Subject, row.Metric, row.Start, row.Length, row.Value, row.Numerator, row.Denominator })
                .ToListAsync(cancel);
            foreach (var row in rows)
            {
                if (found.TryGetValue(new SeriesKey(row.Subject, row.Metric), out var points))
                {
                    points.Add(new Point(row.Start, row.Length, row.Value, row.Numerator, row.Denominator));
                }
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Point>)pair.Value);
    }
}
