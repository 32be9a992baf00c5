using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Measures;

/// <summary>Imports the numbers of a file in one step that can be taken back, and remembers the mapping for the next file with the same columns. 409 for a file that was imported before, unless again is said.</summary>
/// <param name="FileName">The name of the file, for the list of imports.</param>
/// <param name="Content">The file: CSV, TSV, XLSX or XLS, at most 10 MB.</param>
/// <param name="Mapping">What becomes of the columns; recognised or remembered when left out.</param>
/// <param name="WhenPresent">What to do with periods that have a number already.</param>
/// <param name="Again">Import it although this very file was imported before.</param>
/// <param name="Locale">The reader's locale, where the file does not say how numbers are written.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportNumbers(
    Id<Brand> Brand,
    [property: MaxLength(200)] string FileName,
    [property: MaxLength(SheetReader.Largest, ErrorMessage = "The file is larger than 10 MB. Split it by month or year.")] byte[] Content,
    ImportMapping? Mapping = null,
    WhenPresent WhenPresent = WhenPresent.Correct,
    bool Again = false,
    [property: MaxLength(20)] string Locale = "en-US") : ICommand<ImportRunView>
{
    internal sealed class Handler(Db db, ImportDesk desk, ObservationWriter writer, ICurrent current, Journal journal, TimeProvider clock) : IHandle<ImportNumbers, ImportRunView>
    {
        public async Task<ImportRunView> HandleAsync(ImportNumbers request, CancellationToken cancel)
        {
            var laid = await desk.LayAsync(request.Brand, request.Content, request.Mapping, request.Locale, cancel);
            Rule.Require(laid.File.Problem is null, "file-unreadable", laid.File.Problem ?? "", "content");
            Rule.Require(!laid.Read.NeedsStart, "start-needed", "The file does not say which days its numbers are about. Say the first day and how long the period is.", "mapping.start");
            Rule.Require(laid.Read.Numbers.Count > 0, "nothing-to-import", "No row brings a number under this mapping. Choose a metric for at least one column.", "mapping.columns");
            await RefuseTwiceAsync(request, laid.Hash, cancel);
            var entries = laid.Read.Numbers.Select(number => new ObservationEntry(
                number.Metric, number.Subject, number.Point.Start, number.Point.Length, number.Point.Value, number.Point.Numerator, number.Point.Denominator)).ToList();
            var stored = await writer.WriteAsync(request.Brand, entries, $"import: {laid.Mapping.Source}"[..Math.Min(120, laid.Mapping.Source.Length + 8)], request.WhenPresent, cancel);
            var run = new ImportRun(request.Brand, request.FileName, laid.Hash, laid.Mapping.Source, current.Name, clock.Now());
            run.Bring(laid.Read, stored);
            db.Add(run);
            await RememberAsync(laid, cancel);
            journal.Say($"imported {stored.Recorded + stored.Corrected} numbers from “{run.FileName}” ({run.Source})", request.Brand.Value, subject: run.Id);
            return ImportRunView.Of(run);
        }

        private async Task RefuseTwiceAsync(ImportNumbers request, string hash, CancellationToken cancel)
        {
            var earlier = request.Again ? null : await db.Set<ImportRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Brand == request.Brand && run.Hash == hash && run.RevertedAt == null, cancel);
            if (earlier is not null)
            {
                throw Rule.Conflict("imported-before", $"This very file was imported on {earlier.At.InUtc().Date:uuuu-MM-dd} by {earlier.By}. Import it again only if you mean to.", "again");
            }
        }

        private async Task RememberAsync(FileOnDesk laid, CancellationToken cancel)
        {
            var known = await db.Set<RememberedMapping>().FirstOrDefaultAsync(row => row.Brand == laid.Brand.Id && row.Signature == laid.Signature, cancel);
            if (known is null)
            {
                known = new RememberedMapping(laid.Brand.Id, laid.Signature, laid.Mapping);
                db.Add(known);
            }

            known.Learn(laid.Mapping);
        }
    }
}
