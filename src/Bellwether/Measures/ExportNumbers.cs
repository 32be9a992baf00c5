using System.Globalization;
using System.Text;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>The numbers of a brand as a CSV file, one a row, with where each came from. Text that a spreadsheet would run as a formula is escaped.</summary>
/// <param name="Subject">Only numbers of this subject.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
[Needs(Permission.Read)]
public sealed record ExportNumbers(Id<Brand> Brand, string? Subject = null, LocalDate? From = null, LocalDate? To = null) : IQuery<FileResult>
{
    internal sealed class Handler(Db db, MetricCatalogue catalogue, MeasureSubjects subjects, TimeProvider clock) : IHandle<ExportNumbers, FileResult>
    {
        public async Task<FileResult> HandleAsync(ExportNumbers request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var (from, to) = (request.From ?? LocalDate.MinIsoValue, request.To ?? LocalDate.MaxIsoValue);
            var names = (await subjects.AllAsync(brand, cancel)).ToDictionary(subject => subject.Id, subject => subject.Name, StringComparer.Ordinal);
            var metrics = (await catalogue.AllAsync(cancel)).ToDictionary(metric => metric.Key, metric => metric.Name, StringComparer.Ordinal);
            var rows = db.Set<Observation>().AsNoTracking().Where(row => row.Brand == brand.Id && row.IsCurrent && row.Start >= from && row.Start <= to);
            if (request.Subject is { } only)
            {
                rows = rows.Where(row => row.Subject == only);
            }

            var text = new StringBuilder("\uFEFFsubject,subject name,metric,metric name,period,start,value,numerator,denominator,source,recorded at,revision\r\n");
            await foreach (var row in rows.OrderBy(row => row.Subject).ThenBy(row => row.Metric).ThenBy(row => row.Start).AsAsyncEnumerable().WithCancellation(cancel))
            {
                text.AppendJoin(',',
                    Text(row.Subject), Text(names.GetValueOrDefault(row.Subject, "")), Text(row.Metric), Text(metrics.GetValueOrDefault(row.Metric, "")), row.Length.ToString().ToLowerInvariant(),
                    row.Start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), Number(row.Value), Number(row.Numerator), Number(row.Denominator), Text(row.Source),
                    row.RecordedAt.ToString("g", CultureInfo.InvariantCulture), row.Revision).Append("\r\n");
            }

            var day = clock.Today(brand.Zone).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            return new FileResult($"numbers-{day}.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
        }

        private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

        private static string Text(string value) => SafeCell.Of(value);
    }
}
