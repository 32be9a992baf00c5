using System.ComponentModel.DataAnnotations;
using System.Text;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Tracking;

/// <summary>A row that could not be read, and why.</summary>
/// <param name="Line">The line in the file, the header being line 1.</param>
public sealed record ConversionRowProblem(int Line, string Message);

/// <summary>A row as it was understood.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Value">What it was worth; absent where the file says no amount.</param>
public sealed record ImportedConversionLine(int Line, string ExternalId, string Type, Money? Value, Instant At);

/// <summary>What came of an import of conversions.</summary>
/// <param name="Recorded">New conversions, and those of an import that was taken back that are told anew: those that were stored, or for a look those that would be; with problems none is.</param>
/// <param name="Known">Rows whose id was there already; they are not counted again.</param>
/// <param name="Unmatched">New ones that nothing known led to.</param>
/// <param name="Problems">Rows that could not be read; with any, nothing is stored.</param>
/// <param name="Decimal">The decimal sign the amounts were read with; absent where no amount has one.</param>
/// <param name="Lines">The first 50 rows as they were understood.</param>
/// <param name="Stored">False for a look, or when nothing was stored.</param>
/// <param name="Import">The import, to take it back by; absent for a look, or when nothing was stored.</param>
public sealed record ImportedConversions(
    int Recorded, int Known, int Unmatched, IReadOnlyList<ConversionRowProblem> Problems, DecimalSign? Decimal, IReadOnlyList<ImportedConversionLine> Lines, bool Stored, Id<ConversionImport>? Import);

/// <summary>
/// Imports orders, leads and sign-ups from CSV or a spreadsheet with a header: id, type, at, amount, currency, code, link, click, customer.
/// Only id is needed; type is sale unless given. Amounts have a decimal point or a decimal comma, the same one in the whole file; where
/// they can be read two ways, the file is refused until <c>decimal</c> says which. A file with a bad row is refused as a whole, with each
/// row named. What came can be taken back together.
/// </summary>
/// <param name="Csv">The text, with comma, semicolon or tab between the fields; needed where there is no content.</param>
/// <param name="DryRun">Only say what would come of it.</param>
/// <param name="File">What the file is called, for the list of imports.</param>
/// <param name="Decimal">The decimal sign of the amounts; found by itself unless given.</param>
/// <param name="Content">The file in base 64 instead: CSV in any usual encoding, XLSX or XLS.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportConversions(
    Id<Brand> Brand, [property: MaxLength(2_000_000)] string? Csv = null, bool DryRun = false, [property: MaxLength(400)] string? File = null, DecimalSign? Decimal = null, byte[]? Content = null) : ICommand<ImportedConversions>
{
    /// <summary>The most rows of one import.</summary>
    public const int MostRows = 10_000;

    private const int Shown = 50;

    internal sealed class Handler(Db db, ConversionMaker maker, ICurrent current, Journal journal, TimeProvider clock) : IHandle<ImportConversions, ImportedConversions>
    {
        public async Task<ImportedConversions> HandleAsync(ImportConversions request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var (rows, problems, sign) = ConversionRows.Read(request.Content ?? Encoding.UTF8.GetBytes(request.Csv ?? ""), request.Content is null ? "csv" : "content", brand, request.Decimal, clock.Now());
            var there = await KnownAsync(brand.Id, rows, cancel);
            var made = new List<Conversion>();
            foreach (var row in rows.DistinctBy(row => row.Conversion.ExternalId).OrderBy(row => row.Conversion.At))
            {
                if (!there.TryGetValue(row.Conversion.ExternalId, out var one))
                {
                    made.Add(await maker.MakeAsync(brand, row.Conversion, row.ClickId, row.Link, row.Code, cancel));
                }
                else if (one is not null)
                {
                    made.Add(await maker.MakeAnewAsync(brand, one, row.Conversion, row.ClickId, row.Link, row.Code, cancel));
                }
            }

            var import = request.DryRun || problems.Count > 0 || made.Count == 0 ? null : new ConversionImport(brand.Id, request.File, current.Name, made.Count, rows.Count - made.Count);
            if (import is null)
            {
                db.ChangeTracker.Clear();
            }
            else
            {
                made.ForEach(one => one.ComeWith(import.Id));
                db.Add(import);
                journal.Say($"imported {made.Count} conversions from “{import.File}”", brand.Id.Value, subject: import.Id);
            }

            var lines = rows.Take(Shown).Select(row => new ImportedConversionLine(row.Line, row.Conversion.ExternalId, row.Conversion.Kind, row.Conversion.Value, row.Conversion.At));
            var known = rows.Count - made.Count;
            if (!request.DryRun && import is null)
            {
                made.Clear();
            }

            return new ImportedConversions(made.Count, known, made.Count(one => one.MatchedBy == MatchedBy.Nothing), problems, sign, [.. lines], import is not null, import?.Id);
        }

        /// <summary>The ids that are there already; with the conversion where its import was taken back, so that a mended file tells it anew.</summary>
        private async Task<Dictionary<string, Conversion?>> KnownAsync(Id<Brand> brand, List<ConversionRow> rows, CancellationToken cancel)
        {
            var undone = (await db.Set<ConversionImport>().AsNoTracking().Where(import => import.Brand == brand && import.UndoneAt != null).ToListAsync(cancel)).ToDictionary(import => import.Id, import => import.UndoneAt);
            var known = new Dictionary<string, Conversion?>(StringComparer.Ordinal);
            foreach (var ids in rows.Select(row => row.Conversion.ExternalId).Distinct(StringComparer.Ordinal).Chunk(500))
            {
                foreach (var one in await db.Set<Conversion>().Where(one => one.Brand == brand && ids.Contains(one.ExternalId)).ToListAsync(cancel))
                {
                    known[one.ExternalId] = one.Import is { } import && undone.TryGetValue(import, out var at) && one.VoidedAt == at ? one : null;
                }
            }

            return known;
        }
    }
}
