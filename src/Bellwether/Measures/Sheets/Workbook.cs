using System.Globalization;
using ExcelDataReader;

namespace Bellwether.Measures.Sheets;

/// <summary>Sheets of an XLSX or XLS workbook; dates and numbers as text that means the same everywhere.</summary>
internal static class Workbook
{
    public static bool Looks(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    public static SheetFile Read(byte[] bytes)
    {
        // Old workbooks name their code page; the provider is registered with the text reader.
        _ = TextOf.Bytes([]);
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

                rows.Add(new SheetRow(rows.Count + 1, [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]));
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

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
