using System.Globalization;
using System.Text;
using Bellwether.Kernel;
using Bellwether.Metrics.Sheets;
using NodaTime;

namespace Bellwether.Links;

/// <summary>A line of a file of links, as it was read.</summary>
internal sealed record LinkLine(
    int Line, string Excerpt, string Target, string? Code, string? Title, string? Source, string? Medium, string? Campaign, string? Content, string? Term, LocalDate? LastDay, int? MostClicks, string? Fallback, string? Problem);

/// <summary>A file of links, as it was read.</summary>
internal sealed record ReadLinks(string Kind, IReadOnlyList<string> Columns, IReadOnlyList<LinkLine> Lines, IReadOnlyList<string> Notices);

/// <summary>Reads links from CSV, a spreadsheet, or pasted lines: an address a line, or columns found by their names.</summary>
internal static class LinkSheet
{
    /// <summary>What a column can be, with the names it is known by; the first is the one an export writes.</summary>
    public static readonly (string Field, string[] Names)[] Fields =
    [
        ("target", ["target", "url", "address", "long url", "destination", "link", "ziel", "adresse"]),
        ("code", ["code", "own word", "slug", "short code", "back half", "custom", "wort"]),
        ("title", ["title", "name", "label", "titel"]),
        ("source", ["source", "utm_source", "utm source", "quelle"]),
        ("medium", ["medium", "utm_medium", "utm medium"]),
        ("campaign", ["campaign", "utm_campaign", "utm campaign", "kampagne"]),
        ("content", ["content", "utm_content", "utm content", "inhalt"]),
        ("term", ["term", "utm_term", "utm term"]),
        ("lastDay", ["last day", "lastday", "expires", "expiry", "expires at", "until", "letzter tag", "ablauf"]),
        ("mostClicks", ["most clicks", "mostclicks", "max clicks", "click limit", "limit"]),
        ("fallback", ["fallback", "fallback url", "expired url", "ausweichadresse"]),
    ];

    public static ReadLinks Read(byte[] content)
    {
        var (kind, rows, notices) = Rows(content);
        var head = rows.Count == 0 ? [] : ColumnsOf(rows[0]);
        var headed = head.ContainsKey("target");
        Rule.Require(
            headed || (rows.Count > 0 && IsAddress(rows[0].At(0))), "columns-missing",
            "The first line names no column “target”, and is no address either. Write one address a line, or name the columns in the first line: target, code, title, source, medium, campaign.", "content");
        var columns = headed ? head : new Dictionary<string, int>(StringComparer.Ordinal) { ["target"] = 0, ["code"] = 1, ["title"] = 2 };
        var body = rows.Skip(headed ? 1 : 0).ToList();
        var (way, ambiguous) = DateText.Guess([.. body.Select(row => Cell(row, columns, "lastDay")).Where(text => text.Length > 0)], monthFirst: false);
        if (ambiguous)
        {
            notices = [.. notices, $"Days could be read in two ways; they are taken as {way}. Write them like 2026-12-24 to be sure."];
        }

        return new ReadLinks(kind, [.. columns.Keys], [.. body.Select(row => Line(row, columns, way ?? "year-month-day"))], notices);
    }

    /// <summary>A single column of addresses is no table that a reader of spreadsheets would know; it is read line by line.</summary>
    private static (string Kind, List<SheetRow> Rows, IReadOnlyList<string> Notices) Rows(byte[] content)
    {
        if (content.Length < 2_000_000 && content.AsSpan().IndexOf((byte)0) < 0)
        {
            var lines = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n').Select((text, at) => (Text: text.Trim(), Line: at + 1)).Where(line => line.Text.Length > 0).ToList();
            if (lines.Count > 0 && lines.TrueForAll(line => line.Text.AsSpan().IndexOfAny(";\t\" ") < 0 && (line.Text.IndexOf(',', StringComparison.Ordinal) < 0 || IsAddress(lines[0].Text))) && IsAddress(lines[0].Text))
            {
                return ("lines", lines.ConvertAll(line => new SheetRow(line.Line, [line.Text])), []);
            }
        }

        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", "content");
        return (file.Kind, [.. file.Sheets[0].Rows.Where(row => !row.IsBlank)], file.Sheets.Count > 1 ? [.. file.Notices, $"Only the first sheet, “{file.Sheets[0].Name}”, is read."] : file.Notices);
    }

    private static bool IsAddress(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, int> ColumnsOf(SheetRow row)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, names) in Fields)
        {
            var place = names.Select(name => Enumerable.Range(0, row.Cells.Count).Where(cell => HeaderText.Key(row.At(cell)) == HeaderText.Key(name)).Select(cell => (int?)cell).FirstOrDefault()).FirstOrDefault(found => found is not null);
            if (place is { } column && !columns.ContainsValue(column))
            {
                columns[field] = column;
            }
        }

        return columns;
    }

    private static LinkLine Line(SheetRow row, Dictionary<string, int> columns, string way)
    {
        string? Said(string field) => Cell(row, columns, field) is { Length: > 0 } text ? text : null;
        string? problem = null;
        LocalDate? last = null;
        if (Said("lastDay") is { } day)
        {
            if (DateText.TryRead(day, way, out var read) || DateText.TryRead(day, "year-month-day", out read))
            {
                last = read;
            }
            else
            {
                problem = DateText.Beyond(day) ?? $"“{Kernel.Excerpt.Of(day, 40)}” is no day. Write it like 2026-12-24.";
            }
        }

        int? most = null;
        if (Said("mostClicks") is { } number)
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var clicks))
            {
                most = clicks;
            }
            else
            {
                problem ??= $"“{Kernel.Excerpt.Of(number, 40)}” is no whole number of clicks. Write it like 500.";
            }
        }

        return new LinkLine(
            row.Line, row.Excerpt(), Said("target") ?? "", Said("code"), Said("title"), Said("source"), Said("medium"), Said("campaign"), Said("content"), Said("term"), last, most, Said("fallback"), problem);
    }

    private static string Cell(SheetRow row, Dictionary<string, int> columns, string field) =>
        columns.TryGetValue(field, out var place) ? Plain(row.At(place)) : "";

    /// <summary>Text as it was before it was made safe for spreadsheets.</summary>
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && SafeCell.Of(cell[1..]).TrimStart('"').StartsWith('\'') ? cell[1..] : cell;
}
