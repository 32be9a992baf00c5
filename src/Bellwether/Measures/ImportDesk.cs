using System.Security.Cryptography;
using Bellwether.Brands;
using Bellwether.Kernel;
using Bellwether.Measures.Sheets;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Bellwether.Measures;

/// <summary>A file as it lies on the desk: read, recognised, mapped, with its numbers worked out and nothing stored.</summary>
internal sealed record FileOnDesk(
    Brand Brand,
    string Hash,
    SheetFile File,
    FoundTables Tables,
    string Signature,
    ImportMapping Mapping,
    bool Remembered,
    ReadNumbers Read,
    IReadOnlyList<string> Subjects);

/// <summary>Reads a file for the dry run and for the import alike, so that both say the same.</summary>
[Scoped]
internal sealed class ImportDesk(Db db, MetricCatalogue catalogue, MeasureSubjects subjects, TimeProvider clock)
{
    public async Task<FileOnDesk> LayAsync(Id<Brand> brandId, byte[] content, ImportMapping? given, string locale, CancellationToken cancel)
    {
        var brand = await db.FindAsync(brandId, "brand", cancel);
        var file = SheetReader.Read(content);
        var tables = TableFinder.Find(file);
        var signature = RememberedMapping.SignatureOf(tables);
        var remembered = given is null ? await db.Set<RememberedMapping>().AsNoTracking().FirstOrDefaultAsync(row => row.Brand == brand.Id && row.Signature == signature, cancel) : null;
        var metrics = await catalogue.AllAsync(cancel);
        var mapping = given ?? remembered?.Mapping ?? await ProposeAsync(brand, tables, file.Kind, metrics, locale, cancel);
        Check(mapping, tables, metrics);
        var named = mapping.Columns.Select(column => column.Subject).Append(mapping.Subject).OfType<string>().Distinct().ToList();
        await subjects.CheckAsync(brand.Id, named, remembered is not null, cancel);
        var frame = new ReadingFrame(metrics.ToDictionary(metric => metric.Key, StringComparer.Ordinal), brand.Id.ToString(), clock.Today(brand.Zone), brand.WeekStart);
        var read = NumberReader.Read(tables, mapping, frame);
        return new FileOnDesk(brand, Convert.ToHexStringLower(SHA256.HashData(content)), file, tables, signature, mapping, remembered is not null, read, named);
    }

    private async Task<ImportMapping> ProposeAsync(Brand brand, FoundTables tables, string kind, IReadOnlyList<Metric> metrics, string locale, CancellationToken cancel)
    {
        var accounts = await subjects.OfNetworksAsync(brand.Id, cancel);
        return new Proposal(tables, kind, metrics, locale, network => accounts.GetValueOrDefault(network)).Make();
    }

    /// <summary>A mapping comes from outside: what it names must be there.</summary>
    private static void Check(ImportMapping mapping, FoundTables tables, IReadOnlyList<Metric> metrics)
    {
        _ = NumberText.Write(0, MetricUnit.Count, mapping.Locale);
        foreach (var column in mapping.Columns)
        {
            var table = column.Table >= 0 && column.Table < tables.Tables.Count ? tables.Tables[column.Table] : null;
            Rule.Require(table is not null && column.Place >= -1 && column.Place < table.Columns.Count && column.Over is null or >= 0, "column-unknown",
                $"The file has no column “{column.Column}”. Choose the file anew.", "mapping.columns");
            Rule.Require(column.Metric is null || metrics.Any(metric => metric.Key == column.Metric), "metric-unknown",
                $"There is no metric “{column.Metric}”. Choose one of the catalogue or define it first.", "mapping.columns");
            Rule.Require(Math.Abs(column.Times) is > 0 and <= 1_000_000, "times-out-of-range", "Numbers can be multiplied by something up to a million, not by nothing.", "mapping.columns");
        }

        foreach (var table in mapping.Tables)
        {
            Rule.Require(table.Table >= 0 && table.Table < tables.Tables.Count && (table.Date is null || (table.Date >= 0 && table.Date < tables.Tables[table.Table].Columns.Count)), "table-unknown",
                "The file has no such table, or no such column of dates. Choose the file anew.", "mapping.tables");
            Rule.Require(table.Way is null || DateText.Names.Contains(table.Way), "date-way-unknown", $"Dates are written in one of these ways: {string.Join("; ", DateText.Names)}.", "mapping.tables");
        }

        foreach (var twins in mapping.Columns.Where(column => column.Metric is not null).GroupBy(column => (column.Metric, column.Subject ?? mapping.Subject)).Where(group => group.Count() > 1))
        {
            throw Rule.Broken("same-metric-twice", $"“{twins.First().Column}” and “{twins.Last().Column}” would bring the same metric of the same account. Choose another account for one, or leave it out.", "mapping.columns");
        }
    }
}
