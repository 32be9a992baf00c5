using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>A table of the file, as a person sees it before the import.</summary>
/// <param name="Title">The line above it; empty when there is none.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its first rows.</param>
public sealed record TablePreview(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What an import would do. Nothing is stored yet.</summary>
/// <param name="Kind">How the file was read.</param>
/// <param name="Notices">What a person should know of it.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
/// <param name="Tables">The tables found in it.</param>
/// <param name="Mapping">What becomes of its columns; send it back, changed or not, to import.</param>
/// <param name="Remembered">Whether the mapping is that of the last file with these columns.</param>
/// <param name="Columns">What each column brings.</param>
/// <param name="RowsRead">Rows that have anything in them.</param>
/// <param name="RowsTaken">Rows that bring a number.</param>
/// <param name="LeftOut">Rows and cells that bring nothing, with the reason; at most 500.</param>
/// <param name="LeftOutCount">How many there are.</param>
/// <param name="New">Numbers of periods that have none.</param>
/// <param name="Same">Numbers that are there already.</param>
/// <param name="Different">Numbers of periods that have another one: correct or skip them.</param>
/// <param name="NeedsStart">Whether the file states no dates, so that the first day must be given.</param>
/// <param name="Earlier">The import of this very file, if it was imported before and stands.</param>
/// <param name="Ways">How dates may be written, to choose from.</param>
public sealed record ImportPreview(
    string Kind, IReadOnlyList<string> Notices, string? Problem, IReadOnlyList<TablePreview> Tables, ImportMapping Mapping, bool Remembered,
    IReadOnlyList<ColumnReport> Columns, int RowsRead, int RowsTaken, IReadOnlyList<LeftOut> LeftOut, int LeftOutCount,
    int New, int Same, int Different, bool NeedsStart, ImportRunView? Earlier, IReadOnlyList<string> Ways);

/// <summary>Shows what importing a file would do: what it is, which column is which metric, the totals, every row not taken and why. Stores nothing.</summary>
/// <param name="Content">The file: CSV, TSV, XLSX or XLS, at most 10 MB.</param>
/// <param name="Mapping">What becomes of the columns; recognised or remembered when left out.</param>
/// <param name="Locale">The reader's locale, where the file does not say how numbers are written.</param>
[Needs(Permission.EditNumbers)]
public sealed record PreviewImport(
    Id<Brand> Brand,
    [property: MaxLength(SheetReader.Largest, ErrorMessage = "The file is larger than 10 MB. Split it by month or year.")] byte[] Content,
    ImportMapping? Mapping = null,
    [property: MaxLength(20)] string Locale = "en-US") : IQuery<ImportPreview>
{
    internal sealed class Handler(Db db, ImportDesk desk) : IHandle<PreviewImport, ImportPreview>
    {
        public async Task<ImportPreview> HandleAsync(PreviewImport request, CancellationToken cancel)
        {
            var laid = await desk.LayAsync(request.Brand, request.Content, request.Mapping, request.Locale, cancel);
            var (@new, same, different) = await CompareAsync(laid.Read.Numbers, cancel);
            var earlier = await db.Set<ImportRun>().AsNoTracking().Where(run => run.Brand == request.Brand && run.Hash == laid.Hash && run.RevertedAt == null)
                .OrderByDescending(run => run.At).FirstOrDefaultAsync(cancel);
            return new ImportPreview(
                laid.File.Kind, Notices(laid), laid.File.Problem,
                [.. laid.Tables.Tables.Select(table => new TablePreview(table.Title, table.Columns, [.. table.Rows.Take(5).Select(row => row.Cells)]))],
                laid.Mapping, laid.Remembered, laid.Read.Columns, laid.Read.RowsRead, laid.Read.RowsTaken,
                [.. laid.Read.LeftOut.Take(ImportRun.MostKept)], laid.Read.LeftOut.Count, @new, same, different, laid.Read.NeedsStart,
                earlier is null ? null : ImportRunView.Of(earlier), DateText.Names);
        }

        private static IReadOnlyList<string> Notices(FileOnDesk laid)
        {
            var notices = laid.File.Notices.ToList();
            foreach (var choice in laid.Mapping.Tables.Where(choice => choice is { Date: not null, Way: "day/month/year" or "month/day/year" }))
            {
                var texts = laid.Tables.Tables[choice.Table].Rows.Select(row => row.At(choice.Date!.Value)).Where(text => text.Length > 0).ToList();
                if (DateText.Guess(texts, monthFirst: true).Ambiguous)
                {
                    notices.Add($"The dates can be read with the day or the month first; they are read as {choice.Way}. Look whether that is right.");
                }
            }

            return notices;
        }

        private async Task<(int New, int Same, int Different)> CompareAsync(IReadOnlyList<BroughtNumber> numbers, CancellationToken cancel)
        {
            var (same, different) = (0, 0);
            foreach (var series in numbers.GroupBy(number => (number.Subject, number.Metric, number.Point.Length)))
            {
                LocalDate from = series.Min(number => number.Point.Start), to = series.Max(number => number.Point.Start);
                var stored = await db.Set<Observation>().AsNoTracking()
                    .Where(row => row.Subject == series.Key.Subject && row.Metric == series.Key.Metric && row.Length == series.Key.Length && row.IsCurrent && row.Start >= from && row.Start <= to)
                    .ToDictionaryAsync(row => row.Start, row => row.Value, cancel);
                foreach (var number in series)
                {
                    var there = stored.TryGetValue(number.Point.Start, out var value);
                    same += there && value == decimal.Round(number.Point.Value, 6) ? 1 : 0;
                    different += there && value != decimal.Round(number.Point.Value, 6) ? 1 : 0;
                }
            }

            return (numbers.Count - same - different, same, different);
        }
    }
}
