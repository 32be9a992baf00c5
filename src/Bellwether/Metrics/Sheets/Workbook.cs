using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;

namespace Bellwether.Metrics.Sheets;

/// <summary>Sheets of an XLSX or XLS workbook; dates and numbers as text that means the same everywhere.</summary>
internal static class Workbook
{
    private const int DaysTo1904 = 1462;

    public static bool Looks(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    public static SheetFile Read(byte[] bytes)
    {
        // Old workbooks name their code page; the provider is registered with the text reader.
        _ = TextOf.Bytes([]);
        var shift = CountsFrom1904(bytes) ? DaysTo1904 : 0;
        using var stream = new MemoryStream(bytes, writable: false);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<Sheet>();
        var total = 0;
        do
        {
            var rows = new List<SheetRow>();
            while (reader.Read())
            {
                if (++total > SheetReader.MostRows)
                {
                    return SheetFile.Unreadable($"The workbook has more than {SheetReader.MostRows} rows. Split it by month or year.");
                }

                rows.Add(new SheetRow(rows.Count + 1, [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column), shift))]));
            }

            if (rows.Exists(row => !row.IsBlank))
            {
                sheets.Add(new Sheet(reader.Name ?? "", rows));
            }
        }
        while (reader.NextResult());
        return sheets.Count == 0
            ? SheetFile.Unreadable("The workbook has nothing in it. Export it again for days that have numbers.")
            : new SheetFile("Workbook", sheets, []);
    }

    /// <summary>Some workbooks count their days from 1904; the reader takes every one for 1900.</summary>
    private static bool CountsFrom1904(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return false;
        }

        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry("xl/workbook.xml") is not { Length: < 1_000_000 } entry)
        {
            return false;
        }

        using var text = new StreamReader(entry.Open());
        var xml = text.ReadToEnd();
        return xml.Contains("date1904=\"1\"", StringComparison.Ordinal) || xml.Contains("date1904=\"true\"", StringComparison.Ordinal);
    }

    private static string Text(object? value, int shift) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.AddDays(shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.AddDays(shift).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
