using System.Buffers;

namespace Bellwether.Kernel;

/// <summary>Text as a cell of a CSV file that no spreadsheet takes for a formula.</summary>
public static class SafeCell
{
    // Spreadsheets of some countries read the wide forms too, and look past blanks and line breaks at the start.
    private static readonly SearchValues<char> Starters = SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20|");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    /// <summary>The text, quoted where needed; what starts like a formula gets an apostrophe before it.</summary>
    public static string Of(string text)
    {
        var start = text.AsSpan().TrimStart();
        var risky = text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || (start.Length > 0 && Starters.Contains(start[0])));
        var safe = risky ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? "\"" + safe.Replace("\"", "\"\"") + "\"" : safe;
    }
}
