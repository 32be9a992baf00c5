using CsvHelper;
using ExcelDataReader.Exceptions;

namespace Bellwether.Metrics.Sheets;

/// <summary>Makes sheets of the bytes of a file: CSV, TSV or semicolons in the usual encodings, XLSX, XLS. It never throws for what is in them.</summary>
public static class SheetReader
{
    /// <summary>The largest file that is taken.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>The most rows that a file may have.</summary>
    public const int MostRows = 200_000;

    /// <summary>Reads a file by what is in it; its name does not matter.</summary>
    public static SheetFile Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return SheetFile.Unreadable("The file is empty. Export it again and choose it anew.");
        }

        if (bytes.Length > Largest)
        {
            return SheetFile.Unreadable("The file is larger than 10 MB. Split it by month or year.");
        }

        try
        {
            return Workbook.Looks(bytes) ? Workbook.Read(bytes) : ReadText(bytes);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Whatever a library makes of damaged bytes, a person gets a sentence.
            return SheetFile.Unreadable(failure is HeaderException or ExcelReaderException or CsvFormatException or InvalidDataException
                ? "The file is damaged or protected. Open it in a spreadsheet, save it as CSV and choose that."
                : "The file cannot be read as a table. Save it as CSV (comma separated, UTF-8) and choose that.");
        }
    }

    private static SheetFile ReadText(byte[] bytes)
    {
        var (text, encoding, notice) = TextOf.Bytes(bytes);
        if (text.Contains('\0'))
        {
            return SheetFile.Unreadable("The file is no text and no workbook. Export it as CSV or XLSX.");
        }

        var separator = Separated.SeparatorOf(text);
        var rows = Separated.Rows(text, separator);
        if (rows.Count > MostRows)
        {
            return SheetFile.Unreadable($"The file has more than {MostRows} rows. Split it by month or year.");
        }

        return rows.All(row => row.IsBlank)
            ? SheetFile.Unreadable("The file has no rows. Export it again for days that have numbers.")
            : new SheetFile($"CSV, {Separated.NameOf(separator)}, {encoding}", [new Sheet("", rows)], notice is null ? [] : [notice]);
    }
}
