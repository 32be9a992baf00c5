using Bellwether.Metrics.Sheets;

namespace Bellwether.Measures.Sheets;

/// <summary>The tables of a file and the rows that are none of them.</summary>
/// <param name="RowsRead">All rows that have anything in them.</param>
public sealed record FoundTables(IReadOnlyList<FoundTable> Tables, IReadOnlyList<LeftOut> Between, int RowsRead);

/// <summary>Finds the tables in the rows of a file: comment lines before them, titles above them, several stacked in one sheet.</summary>
public static class TableFinder
{
    public static FoundTables Find(SheetFile file)
    {
        var tables = new List<FoundTable>();
        var between = new List<LeftOut>();
        foreach (var sheet in file.Sheets)
        {
            Find(sheet, tables, between);
        }

        return new FoundTables(tables, between, file.Sheets.Sum(sheet => sheet.Rows.Count(row => !row.IsBlank)));
    }

    /// <summary>Whether a text is a number or a date, as far as one can say without knowing the locale.</summary>
    public static bool IsValue(string text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || (text[0] is '-' or '+' or '−' && text.Length > 1 && char.IsAsciiDigit(text[1])));

    private static void Find(Sheet sheet, List<FoundTable> tables, List<LeftOut> between)
    {
        var rows = sheet.Rows;
        var title = sheet.Name;
        var at = 0;
        while (at < rows.Count)
        {
            var row = rows[at];
            if (row.IsBlank)
            {
                at++;
            }
            else if (IsSeparatorLine(row) || IsComment(row))
            {
                between.Add(new LeftOut(row.Line, null, LeftOutWhy.Comment, "A comment of the program that wrote the file.", row.Excerpt()));
                at++;
            }
            else if (IsTitle(rows, at))
            {
                title = row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell)).Trim();
                between.Add(new LeftOut(row.Line, null, LeftOutWhy.Title, "Says what the table under it is.", row.Excerpt()));
                at++;
            }
            else
            {
                at = Take(rows, at, title, tables, between);
                title = sheet.Name;
            }
        }
    }

    /// <summary>Takes one table and gives the place after it.</summary>
    private static int Take(IReadOnlyList<SheetRow> rows, int at, string title, List<FoundTable> tables, List<LeftOut> between)
    {
        var header = rows[at];
        var named = IsHeader(header);
        IReadOnlyList<string> columns = named
            ? [.. header.Cells.Select(cell => cell.Trim())]
            : [.. header.Cells.Select((_, place) => $"Column {place + 1}")];
        if (named)
        {
            between.Add(new LeftOut(header.Line, null, LeftOutWhy.Header, "Names the columns.", header.Excerpt()));
            at++;
        }

        var body = new List<SheetRow>();
        while (at < rows.Count && !(rows[at].IsBlank && StartsAnother(rows, at)))
        {
            if (IsComment(rows[at]))
            {
                between.Add(new LeftOut(rows[at].Line, null, LeftOutWhy.Comment, "A comment of the program that wrote the file.", rows[at].Excerpt()));
            }
            else if (!rows[at].IsBlank)
            {
                body.Add(rows[at]);
            }

            at++;
        }

        tables.Add(new FoundTable(tables.Count, title, columns, body));
        return at;
    }

    /// <summary>After a blank row another table starts where what follows is a title, a header or a comment; more data goes on.</summary>
    private static bool StartsAnother(IReadOnlyList<SheetRow> rows, int blank)
    {
        var next = blank;
        while (next < rows.Count && rows[next].IsBlank)
        {
            next++;
        }

        return next < rows.Count && (IsTitle(rows, next) || (IsHeader(rows[next]) && rows[next].Filled > 1) || IsComment(rows[next]));
    }

    private static bool IsSeparatorLine(SheetRow row) =>
        row.Line == 1 && row.Cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static bool IsComment(SheetRow row) =>
        row.At(0) is ['#', ..] first && (row.Filled == 1 || first.Length == 1 || first[1] is ' ' or '-' or '=');

    private static bool IsHeader(SheetRow row) => !row.Cells.Any(cell => IsValue(cell.Trim())) || row.Cells.Count(cell => !IsValue(cell.Trim()) && cell.Length > 0) > row.Filled * 2 / 3;

    /// <summary>One text alone, with a wider row under it.</summary>
    private static bool IsTitle(IReadOnlyList<SheetRow> rows, int at)
    {
        if (rows[at].Filled != 1 || IsValue(rows[at].Cells.First(cell => !string.IsNullOrWhiteSpace(cell)).Trim()))
        {
            return false;
        }

        return at + 1 < rows.Count && rows[at + 1].Filled > 1 && IsHeader(rows[at + 1]);
    }
}
