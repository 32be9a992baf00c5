using System.ComponentModel.DataAnnotations;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bellwether.Tracking;

/// <summary>A row that could not be read, and why.</summary>
/// <param name="Line">The line in the file, the header being line 1.</param>
public sealed record ConversionRowProblem(int Line, string Message);

/// <summary>What came of an import of conversions.</summary>
/// <param name="Recorded">New conversions.</param>
/// <param name="Known">Rows whose id was there already; they are not counted again.</param>
/// <param name="Unmatched">New ones that nothing known led to.</param>
/// <param name="Problems">Rows that could not be read; with any, nothing is stored.</param>
public sealed record ImportedConversions(int Recorded, int Known, int Unmatched, IReadOnlyList<ConversionRowProblem> Problems);

/// <summary>
/// Imports orders, leads and sign-ups from a CSV text with a header: id, type, at, amount, currency, code, link, click, customer.
/// Only id is needed; type is sale unless given. A file with a bad row is refused as a whole, with each row named.
/// </summary>
/// <param name="Csv">The text, with comma, semicolon or tab between the fields.</param>
/// <param name="DryRun">Only say what would come of it.</param>
[Needs(Permission.EditNumbers)]
public sealed record ImportConversions(Id<Brand> Brand, [property: MaxLength(2_000_000)] string Csv, bool DryRun = false) : ICommand<ImportedConversions>
{
    /// <summary>The most rows of one import.</summary>
    public const int MostRows = 10_000;

    internal sealed class Handler(Db db, ConversionMaker maker, Journal journal, TimeProvider clock) : IHandle<ImportConversions, ImportedConversions>
    {
        public async Task<ImportedConversions> HandleAsync(ImportConversions request, CancellationToken cancel)
        {
            var brand = await db.FindAsync(request.Brand, "brand", cancel);
            var (rows, problems) = ConversionRows.Read(request.Csv, brand, clock.Now());
            Rule.Require(rows.Count + problems.Count <= MostRows, "import-too-long", $"The file has {rows.Count + problems.Count} rows; at most {MostRows} fit into one import. Split it.", "csv");
            var known = await KnownAsync(brand.Id, rows, cancel);
            int recorded = 0, unmatched = 0;
            foreach (var row in rows.Where(row => !known.Contains(row.Conversion.ExternalId)).DistinctBy(row => row.Conversion.ExternalId).OrderBy(row => row.Conversion.At))
            {
                var conversion = await maker.MakeAsync(brand, row.Conversion, row.ClickId, row.Link, row.Code, cancel);
                recorded++;
                unmatched += conversion.MatchedBy == MatchedBy.Nothing ? 1 : 0;
            }

            if (request.DryRun || problems.Count > 0)
            {
                db.ChangeTracker.Clear();
            }
            else
            {
                journal.Say($"imported {recorded} conversions", brand.Id.Value, subject: brand.Id);
            }

            return new ImportedConversions(recorded, rows.Count - recorded, unmatched, problems);
        }

        private async Task<HashSet<string>> KnownAsync(Id<Brand> brand, List<ConversionRow> rows, CancellationToken cancel)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var ids in rows.Select(row => row.Conversion.ExternalId).Chunk(500))
            {
                known.UnionWith(await db.Set<Conversion>().Where(one => one.Brand == brand && ids.Contains(one.ExternalId)).Select(one => one.ExternalId).ToListAsync(cancel));
            }

            return known;
        }
    }
}
