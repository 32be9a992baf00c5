namespace Bellwether.Metrics.Sheets;

/// <summary>One row of a file as text.</summary>
/// <param name="Line">The line it starts on, from 1; in a workbook the row.</param>
/// <param name="Cells">Its cells, as they stand.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>How many cells have something in them.</summary>
    public int Filled => Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    /// <summary>The cell of a column, trimmed; empty where the row is shorter.</summary>
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";

    /// <summary>The row in one line, shortened, to show beside the reason why it was left out.</summary>
    public string Excerpt()
    {
        return Kernel.Excerpt.Of(string.Join(" | ", Cells.Select(cell => cell.Trim().ReplaceLineEndings(" "))).TrimEnd(' ', '|'), 120);
    }
}

/// <summary>A sheet of a workbook, or the one sheet that a text file is.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>What was found in a file: its sheets, or the reason why it is none.</summary>
/// <param name="Kind">“CSV, comma, UTF-8”.</param>
/// <param name="Sheets">The sheets that have anything in them.</param>
/// <param name="Notices">What a person should know of how it was read.</param>
/// <param name="Problem">Why it could not be read, and the way out; null when it was.</param>
public sealed record SheetFile(string Kind, IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Notices, string? Problem = null)
{
    /// <summary>A file that cannot be read.</summary>
    public static SheetFile Unreadable(string why) => new("unknown", [], [], why);
}
