using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Research;
using NodaTime;

namespace Bellwether.Returns;

/// <summary>The fields a file may have, and the names its columns go by.</summary>
internal sealed class ColumnNames(params (string Field, string[] Names)[] fields)
{
    private IReadOnlyDictionary<string, string> chosen = new Dictionary<string, string>();

    /// <summary>The same, with columns that somebody chose for fields before any name is looked for.</summary>
    public ColumnNames With(IReadOnlyDictionary<string, string>? columns)
    {
        var known = columns?.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal) ?? [];
        var strange = known.Keys.FirstOrDefault(key => Array.TrueForAll(fields, field => field.Field != key));
        Rule.Require(strange is null, "field-unknown", $"“{strange}” is no field of this import. It takes {string.Join(", ", fields.Select(field => field.Field))}.", "columns");
        return new ColumnNames(fields) { chosen = known };
    }

    /// <summary>A field with the names its column usually has, for somebody who looks for it in a file.</summary>
    public string Called(string field) => Array.Find(fields, each => each.Field == field).Names is { Length: > 0 } usual ? $"{field} (such as “{string.Join("” or “", usual.Take(2))}”)" : field;

    /// <summary>The field that a column is called by; a name in brackets after it, such as a currency, is left aside.</summary>
    public string? FieldOf(string header)
    {
        var key = HeaderText.Key(header);
        var bare = key.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? key[..at].Trim() : key;
        if (chosen.FirstOrDefault(pair => string.Equals(HeaderText.Key(pair.Value), key, StringComparison.Ordinal)).Key is { } picked)
        {
            return picked;
        }

        return fields.FirstOrDefault(field => !chosen.ContainsKey(field.Field) && (field.Field == key || field.Names.Contains(key) || field.Names.Contains(bare))).Field;
    }
}

/// <summary>A row of a file by the fields of its columns.</summary>
internal sealed class NamedRow(SheetRow row, IReadOnlyDictionary<string, int> columns, string way, string locale)
{
    public int Line => row.Line;

    public string Text => row.Excerpt();

    /// <summary>What stands in the column of a field; empty where there is no such column.</summary>
    public string this[string field] => columns.TryGetValue(field, out var place) ? row.At(place) : "";

    /// <summary>The day in a column, or a problem in words.</summary>
    public LocalDate Day(string field) => DateText.TryRead(this[field], way, out var day)
        ? day
        : throw Rule.Broken("day-unread", this[field].Length == 0 ? "It names no day." : DateText.Beyond(this[field]) ?? $"“{this[field]}” is no day written like the others.");

    /// <summary>The number in a column, or a problem in words.</summary>
    public decimal Number(string field) => NumberText.TryRead(this[field], locale, out var number) && !number.Percent
        ? number.Value
        : throw Rule.Broken("number-unread", this[field].Length == 0 ? $"It has no {field}." : $"“{this[field]}” is no number.");
}

/// <summary>A file with named columns: its rows, and those that are none. Every row is one or the other.</summary>
/// <param name="Header">The names of the columns as they stand, by field.</param>
/// <param name="Sign">The decimal sign its numbers are read with; null where none of them tells it.</param>
internal sealed record NamedTable(string Kind, IReadOnlyList<NamedRow> Rows, IReadOnlyList<RowNotTaken> NotTaken, IReadOnlyDictionary<string, string> Header, DecimalSign? Sign)
{
    private static readonly HashSet<string> Totals = new(["total", "totals", "sum", "grand total", "results", "gesamt", "gesamtsumme", "summe", "insgesamt", "total general", "totale", "somme"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file whose first row with all the needed names is its header; what stands above it and rows that add up others are told apart.</summary>
    /// <param name="locale">How numbers and dates are written where the file itself does not tell.</param>
    /// <param name="numbers">The fields whose numbers tell the decimal sign of the file.</param>
    /// <param name="wholes">The fields that count something, so that a sign before their last three digits parts thousands.</param>
    /// <param name="chosen">The decimal sign, where somebody chose it.</param>
    /// <param name="strict">Whether numbers that can be read two ways are refused rather than read as the locale has them.</param>
    public static NamedTable Read(
        byte[] content, ColumnNames names, IReadOnlyList<string> needed, string locale, IReadOnlyList<string>? numbers = null, IReadOnlyList<string>? wholes = null, DecimalSign? chosen = null, bool strict = false)
    {
        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", "content");
        var rows = file.Sheets.SelectMany(sheet => sheet.Rows).Where(row => !row.IsBlank).ToList();
        var at = rows.FindIndex(row => needed.All(Columns(row, names).ContainsKey));
        Rule.Require(at >= 0, "columns-missing", $"No row names all the columns that are needed: {string.Join("; ", needed.Select(names.Called))}. Name them in the first row.", "content");
        var columns = Columns(rows[at], names);
        var notTaken = rows.Take(at).Select(row => new RowNotTaken(row.Line, "Stands above the names of the columns.", row.Excerpt())).ToList();
        var body = new List<SheetRow>();
        foreach (var row in rows.Skip(at + 1))
        {
            if (IsTotal(row, columns))
            {
                notTaken.Add(new RowNotTaken(row.Line, "Adds up the other rows; it would be counted twice.", row.Excerpt()));
            }
            else
            {
                body.Add(row);
            }
        }

        var written = Written(body, columns, numbers ?? []).Concat(Written(body, columns, wholes ?? [], whole: true));
        var sign = chosen ?? (strict ? DecimalSigns.Of(written, "decimal") : DecimalSigns.Told(written));
        var way = columns.TryGetValue("day", out var place)
            ? DateText.Guess([.. body.Select(row => row.At(place)).Where(text => text.Length > 0)], locale.EndsWith("US", StringComparison.OrdinalIgnoreCase)).Way : null;
        return new NamedTable(
            file.Kind, [.. body.Select(row => new NamedRow(row, columns, way ?? "year-month-day", sign?.Locale() ?? locale))], notTaken, columns.ToDictionary(pair => pair.Key, pair => rows[at].At(pair.Value), StringComparer.Ordinal), sign);
    }

    private static IEnumerable<WrittenNumber> Written(List<SheetRow> body, Dictionary<string, int> columns, IReadOnlyList<string> fields, bool whole = false) =>
        fields.Where(columns.ContainsKey).SelectMany(field => body.Where(row => row.At(columns[field]).Length > 0).Select(row => new WrittenNumber(row.Line, row.At(columns[field]), whole)));

    /// <summary>The names of the columns in the first row that has several; for choosing among them where none is known.</summary>
    public static IReadOnlyList<string> Headers(byte[] content)
    {
        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", "content");
        var rows = file.Sheets.SelectMany(sheet => sheet.Rows).Where(row => !row.IsBlank).ToList();
        var head = rows.Find(row => row.Cells.Count(cell => cell.Trim().Length > 0) > 1) ?? rows.FirstOrDefault();
        return head is null ? [] : [.. head.Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).Take(100)];
    }

    /// <summary>A row that says so in a cell, or that names nothing in the columns that tell rows apart.</summary>
    private static bool IsTotal(SheetRow row, Dictionary<string, int> columns)
    {
        var named = columns.Where(column => column.Key is "name" or "id" or "campaign").Select(column => column.Value).ToList();
        var keys = named.Count > 0 ? named : [.. columns.Where(column => column.Key is "day" or "from").Select(column => column.Value)];
        return row.Cells.Any(cell => Totals.Contains(cell.Split(':')[0].Trim()) || cell.StartsWith("Results from ", StringComparison.OrdinalIgnoreCase)) || (keys.Count > 0 && keys.TrueForAll(key => row.At(key).Length == 0));
    }

    private static Dictionary<string, int> Columns(SheetRow row, ColumnNames names)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (names.FieldOf(row.At(place)) is { } field)
            {
                columns.TryAdd(field, place);
            }
        }

        return columns;
    }
}
