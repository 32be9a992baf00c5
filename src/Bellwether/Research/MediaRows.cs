using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;

namespace Bellwether.Research;

/// <summary>The lines a file has for the media ledger, and the rows that are none.</summary>
internal sealed record ReadMediaRows(string Kind, IReadOnlyList<MediaUsageSheet> Lines, IReadOnlyList<RowNotTaken> NotTaken, IReadOnlyDictionary<string, string> Columns);

/// <summary>Reads a file of media spending. Every row is taken or reported.</summary>
internal static class MediaRows
{
    private static readonly (string Field, string[] Names)[] Fields =
    [
        ("medium", ["medium", "media", "channel", "kanal", "type", "art"]),
        ("month", ["month", "period", "date", "monat", "datum", "zeitraum"]),
        ("name", ["name", "title", "description", "campaign", "bezeichnung"]),
        ("plannedHours", ["planned hours", "hours planned", "stunden geplant", "geplante stunden"]),
        ("spentHours", ["spent hours", "hours spent", "hours", "stunden", "ist stunden"]),
        ("plannedMoney", ["planned", "planned money", "planned spend", "budget", "plan", "geplant"]),
        ("spentMoney", ["spent", "spent money", "spend", "cost", "amount", "actual", "ausgaben", "kosten", "ist", "betrag"]),
        ("currency", ["currency", "währung", "waehrung"]),
        ("notes", ["notes", "note", "comment", "bemerkung"]),
    ];

    private static readonly Dictionary<string, Medium> Media = new(StringComparer.OrdinalIgnoreCase)
    {
        ["social media"] = Medium.Social, ["facebook"] = Medium.Social, ["instagram"] = Medium.Social, ["soziale medien"] = Medium.Social,
        ["sea"] = Medium.Search, ["seo"] = Medium.Search, ["google ads"] = Medium.Search, ["search ads"] = Medium.Search, ["suche"] = Medium.Search,
        ["email"] = Medium.Mail, ["e-mail"] = Medium.Mail, ["newsletter"] = Medium.Mail,
        ["web"] = Medium.Website, ["site"] = Medium.Website, ["webseite"] = Medium.Website, ["blog"] = Medium.Website,
        ["newspaper"] = Medium.Print, ["magazine"] = Medium.Print, ["flyer"] = Medium.Print, ["zeitung"] = Medium.Print, ["druck"] = Medium.Print,
        ["tv"] = Medium.Television, ["fernsehen"] = Medium.Television, ["billboard"] = Medium.Outdoor, ["poster"] = Medium.Outdoor, ["plakat"] = Medium.Outdoor,
        ["event"] = Medium.Events, ["fair"] = Medium.Events, ["messe"] = Medium.Events, ["sponsorship"] = Medium.Sponsoring,
    };

    private static readonly HashSet<string> Totals = new(["total", "totals", "sum", "gesamt", "summe"], StringComparer.OrdinalIgnoreCase);

    public static ReadMediaRows Read(byte[] content, string? currency, string locale)
    {
        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", "content");
        var rows = file.Sheets.SelectMany(sheet => sheet.Rows).Where(row => !row.IsBlank).ToList();
        var at = rows.FindIndex(row => Columns(row).ContainsKey("medium"));
        Rule.Require(at >= 0, "columns-missing", "No row names a column “medium”. Name the columns medium, month, planned, spent, currency in the first row.", "content");
        var columns = Columns(rows[at]);
        Rule.Require(columns.ContainsKey("month"), "columns-missing", "No column is named “month”. Add one with days such as 2026-03-01 or 2026-03.", "content");
        var body = rows.Skip(at + 1).ToList();
        var money = body.Exists(row => Cell(row, columns, "spentMoney").Length > 0 || Cell(row, columns, "plannedMoney").Length > 0);
        Rule.Require(!money || !string.IsNullOrWhiteSpace(currency) || columns.ContainsKey("currency"), "currency-missing", "The money has no currency. Choose one, or add a column “currency”.", "currency");
        var way = DateText.Guess([.. body.Select(row => Cell(row, columns, "month")).Where(text => text.Length > 0)], locale.EndsWith("US", StringComparison.OrdinalIgnoreCase)).Way ?? "year-month-day";
        var lines = new Dictionary<string, (MediaUsageSheet Sheet, int Line)>(StringComparer.Ordinal);
        var notTaken = rows.Take(at).Select(row => new RowNotTaken(row.Line, "Stands above the names of the columns.", row.Excerpt())).ToList();
        foreach (var row in body)
        {
            if (Line(row, columns, way, currency, locale, lines) is { } reason)
            {
                notTaken.Add(new RowNotTaken(row.Line, reason, row.Excerpt()));
            }
        }

        var header = rows[at];
        return new ReadMediaRows(file.Kind, [.. lines.Values.Select(line => line.Sheet)], notTaken, columns.ToDictionary(pair => pair.Key, pair => header.At(pair.Value), StringComparer.Ordinal));
    }

    /// <summary>Takes the row, or says why not.</summary>
    private static string? Line(SheetRow row, Dictionary<string, int> columns, string way, string? currency, string locale, Dictionary<string, (MediaUsageSheet Sheet, int Line)> lines)
    {
        var typed = Cell(row, columns, "medium");
        if (Totals.Contains(typed.TrimEnd(':')) || Totals.Contains(Cell(row, columns, "month")))
        {
            return "Adds up the other rows; it would be counted twice.";
        }

        if (MediumOf(typed) is not { } medium)
        {
            return typed.Length == 0 ? "It names no medium." : $"“{typed}” is no medium. Use one of: {string.Join(", ", Enum.GetNames<Medium>().Select(name => name.ToLowerInvariant()))}.";
        }

        var month = Cell(row, columns, "month");
        if (!DateText.TryRead(month, way, out var day) && !DateText.TryRead(month, "year-month", out day) && !DateText.TryRead(month, "year-month-day", out day))
        {
            return month.Length == 0 ? "It names no month." : DateText.Beyond(month) ?? $"“{month}” is no month. Write 2026-03 or 2026-03-01.";
        }

        var numbers = new decimal?[4];
        foreach (var (field, place) in new[] { ("plannedHours", 0), ("spentHours", 1), ("plannedMoney", 2), ("spentMoney", 3) })
        {
            var text = Cell(row, columns, field);
            if (text.Length == 0)
            {
                continue;
            }

            if (!NumberText.TryRead(text, locale, out var number) || number.Percent)
            {
                return $"“{text}” is no number of {(place < 2 ? "hours" : "money")}.";
            }

            numbers[place] = number.Value;
        }

        // “Facebook” is social media; its name is kept so that it stands beside “Instagram”.
        var name = Cell(row, columns, "name") is { Length: > 0 } given ? given : string.Equals(typed, medium.ToString(), StringComparison.OrdinalIgnoreCase) ? "" : typed;
        return Taken(row, new MediaUsageSheet(
            medium, day, name, numbers[0], numbers[1], numbers[2], numbers[3],
            Cell(row, columns, "currency") is { Length: > 0 } own ? own : currency, Cell(row, columns, "notes")), lines);
    }

    private static string? Taken(SheetRow row, MediaUsageSheet typed, Dictionary<string, (MediaUsageSheet Sheet, int Line)> lines)
    {
        try
        {
            var sheet = typed.Checked();
            return lines.TryAdd(MediaUsageEntry.KeyOf(sheet), (sheet, row.Line)) ? null : $"Line {lines[MediaUsageEntry.KeyOf(sheet)].Line} is about the same medium, name and month.";
        }
        catch (ProblemException problem)
        {
            return problem.Message;
        }
    }

    private static Dictionary<string, int> Columns(SheetRow row)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var key = HeaderText.Key(row.At(place));
            if (Array.Find(Fields, field => HeaderText.Key(Spaced(field.Field)) == key || field.Names.Contains(key)) is { Field: { } field })
            {
                columns.TryAdd(field, place);
            }
        }

        return columns;
    }

    private static string Spaced(string field) => string.Concat(field.Select(letter => char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    private static Medium? MediumOf(string typed) =>
        Enum.TryParse<Medium>(typed, ignoreCase: true, out var medium) && Enum.IsDefined(medium) && !char.IsAsciiDigit(typed[0]) ? medium : Media.TryGetValue(typed, out var known) ? known : null;

    private static string Cell(SheetRow row, Dictionary<string, int> columns, string field) => columns.TryGetValue(field, out var place) ? row.At(place) : "";
}
