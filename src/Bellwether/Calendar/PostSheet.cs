using System.Text.RegularExpressions;
using Bellwether.Audits;
using Bellwether.Brands;
using Bellwether.Channels;
using Bellwether.Kernel;
using Bellwether.Metrics.Sheets;
using NodaTime;
using NodaTime.Text;

namespace Bellwether.Calendar;

/// <summary>What a brand's rows are read against.</summary>
internal sealed record PostSheetFacts(Brand Brand, IReadOnlyList<SocialAccount> Accounts, IReadOnlyList<ContentPillar> Themes, Instant Now)
{
    public IReadOnlyList<NamedPicture> Pictures { get; init; } = [];

    public IReadOnlyList<NamedCampaign> Campaigns { get; init; } = [];
}

/// <summary>A row as a post, or what keeps it from being one.</summary>
internal sealed record ReadPostRow(
    SheetRow Row, string Title, string Text, LocalDateTime? At, ContentPillar? Theme, NamedCampaign? Campaign, IReadOnlyList<VariantDraft> Variants, IReadOnlyList<SocialAccount> Accounts, IReadOnlyList<string> Also,
    IReadOnlyList<string> Problems, IReadOnlyList<string> Notes);

/// <summary>A file of posts as it was read: every row below the names of the columns is a post or says why not.</summary>
internal sealed record ReadPostSheet(
    string Kind, IReadOnlyList<string> Headers, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<ReadPostRow> Rows, IReadOnlyList<SheetRow> Above, IReadOnlyList<string> Notices);

/// <summary>Reads a file of posts: which column is what, and what each row would become.</summary>
internal static partial class PostSheet
{
    private static readonly LocalTime Usual = new(10, 0);

    public static ReadPostSheet Read(byte[] content, IReadOnlyDictionary<string, string>? mapping, PostSheetFacts facts, bool monthFirst)
    {
        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", "content");
        var rows = file.Sheets[0].Rows.Where(row => !row.IsBlank).ToList();
        var known = PostColumns.Of(facts.Accounts);
        var at = Head(rows, known, mapping);
        Rule.Require(at >= 0, "columns-missing", "No row names a column “text” or “title”. Name the columns in the first row: date, time, text, accounts.", "content");
        var headers = rows[at].Cells.Select(cell => cell.Trim()).ToList();
        var columns = Columns(rows[at], known, mapping);
        var body = rows.Skip(at + 1).ToList();
        var days = body.Select(row => DayPart(Cell(row, columns, "date"))).Where(text => text.Length > 0).ToList();
        var (way, ambiguous) = DateText.Guess(days, monthFirst);
        List<string> notices = [.. file.Notices];
        if (file.Sheets.Count > 1)
        {
            notices.Add($"Only the first sheet, “{file.Sheets[0].Name}”, is read; the file has {file.Sheets.Count}.");
        }

        if (ambiguous)
        {
            notices.Add($"Days could be read in two ways; they are taken as {way}. Write them like 2026-12-24 to be sure.");
        }

        var left = Enumerable.Range(0, headers.Count).Where(cell => headers[cell].Length > 0 && !columns.ContainsValue(cell) && HeaderText.Key(headers[cell]) != PostCsv.Status && body.Exists(row => row.At(cell).Length > 0)).Select(cell => $"“{headers[cell]}”").ToList();
        if (left.Count > 0)
        {
            notices.Add($"Not taken: {string.Join(", ", left)}. Choose below what {(left.Count == 1 ? "it is" : "they are")}, or leave {(left.Count == 1 ? "it" : "them")} out.");
        }

        return new ReadPostSheet(
            file.Kind, headers, columns.ToDictionary(pair => pair.Key, pair => rows[at].At(pair.Value), StringComparer.Ordinal),
            [.. body.Select(row => Row(row, columns, way ?? "year-month-day", facts))], [.. rows.Take(at)], notices);
    }

    /// <summary>The row that names the columns: the first one that names a text or a title.</summary>
    private static int Head(List<SheetRow> rows, IReadOnlyList<KnownColumn> known, IReadOnlyDictionary<string, string>? mapping) =>
        rows.FindIndex(row => Columns(row, known, mapping) is var found && (found.ContainsKey("text") || found.ContainsKey("title")));

    private static Dictionary<string, int> Columns(SheetRow row, IReadOnlyList<KnownColumn> known, IReadOnlyDictionary<string, string>? mapping)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, _, names) in known)
        {
            // A field mapped to nothing on purpose stays out.
            var wanted = mapping is not null && mapping.TryGetValue(field, out var chosen) ? [HeaderText.Key(chosen)] : mapping is null ? names : [];
            var place = wanted.Select(name => Enumerable.Range(0, row.Cells.Count).Where(cell => name.Length > 0 && HeaderText.Key(row.At(cell)) == name).Select(cell => (int?)cell).FirstOrDefault()).FirstOrDefault(found => found is not null);
            if (place is { } column && !columns.ContainsValue(column))
            {
                columns[field] = column;
            }
        }

        return columns;
    }

    private static ReadPostRow Row(SheetRow row, Dictionary<string, int> columns, string way, PostSheetFacts facts)
    {
        List<string> problems = [];
        List<string> notes = [];
        string Said(string field) => Plain(Cell(row, columns, field));
        var (text, title, link) = (RowWords.WithTags(Said("text"), Said("hashtags")), Said("title"), Said("link"));
        if (text.Length == 0 && title.Length == 0)
        {
            problems.Add("It says nothing: text and title are empty.");
        }

        if (text.Length > 20_000)
        {
            problems.Add($"The text has {text.Length} characters; at most 20,000 fit.");
        }

        if (link.Length > 0 && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
        {
            problems.Add($"“{link}” is no web address. Start it with https://.");
        }

        var at = When(Cell(row, columns, "date"), Cell(row, columns, "time"), way, facts.Brand.Zone, problems, notes);
        if (at is { } local && Slot.Of(local, facts.Brand.Zone) is var slot)
        {
            if (slot.At < facts.Now)
            {
                problems.Add(slot.Local.Year == facts.Now.InZone(facts.Brand.Zone).Year ? $"{slot} has passed." : $"{slot} has passed; it lies in {slot.Local.Year}.");
            }

            if (slot.Note is { } note)
            {
                notes.Add(note);
            }
        }

        var theme = Said("theme") is { Length: > 0 } named ? facts.Themes.FirstOrDefault(one => string.Equals(one.Name, named, StringComparison.OrdinalIgnoreCase)) : null;
        if (theme is null && Said("theme").Length > 0)
        {
            notes.Add($"There is no theme “{Said("theme")}”; it is left out.");
        }

        var campaign = Said("campaign") is { Length: > 0 } wanted ? facts.Campaigns.FirstOrDefault(one => string.Equals(one.Name, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(one.Tag, wanted, StringComparison.OrdinalIgnoreCase)) : null;
        if (campaign is null && Said("campaign").Length > 0)
        {
            notes.Add($"No campaign “{Said("campaign")}” is planned or runs; it is left out.");
        }

        if (campaign is not null && theme is not null && campaign.Plan != theme.Plan)
        {
            problems.Add($"The theme “{theme.Name}” and the campaign “{campaign.Name}” belong to two plans. Keep one of them.");
        }

        var accounts = SheetAccounts.Of(Said("accounts"), Said("network"), Said("handle"), facts.Accounts, problems);
        if (accounts.Count == 0 && problems.Count == 0)
        {
            notes.Add("It names no account; choose one before it goes out.");
        }

        var words = new RowWords(Said, accounts, facts, problems, notes);
        var variants = words.Variants(link.Length > 0 ? link : null);
        return new ReadPostRow(
            row, PostTitle.Of(title.Length > 200 ? title[..200] : title, text.Length > 0 ? text : title.Length > 0 ? title : "—"), text, at, theme, campaign, variants, accounts,
            [.. campaign is null ? Array.Empty<string>() : [$"Campaign “{campaign.Name}”"], .. words.Also], problems, notes);
    }

    private static LocalDateTime? When(string date, string time, string way, DateTimeZone zone, List<string> problems, List<string> notes)
    {
        if (date.Length == 0)
        {
            if (time.Length > 0)
            {
                problems.Add($"It has a time, “{time}”, but no day.");
            }

            return null;
        }

        // A moment with its own zone is turned into the brand's.
        if (time.Length == 0 && Moment().Match(date) is { Success: true } parts
            && OffsetDateTimePattern.Rfc3339.Parse($"{parts.Groups["day"]}T{parts.Groups["clock"]}{(parts.Groups["seconds"].Success ? parts.Groups["seconds"].Value : ":00")}{parts.Groups["zone"]}") is { Success: true } moment && DayRange.Holds(moment.Value.Date))
        {
            return moment.Value.ToInstant().InZone(zone).LocalDateTime;
        }

        if (!DateText.TryRead(DayPart(date), way, out var day) && !DateText.TryRead(DayPart(date), "year-month-day", out day))
        {
            problems.Add(DateText.Beyond(DayPart(date)) ?? $"“{date}” is no day. Write it like 2026-12-24.");
            return null;
        }

        var said = time.Length > 0 ? time : ClockPart(date);
        if (said.Length == 0)
        {
            notes.Add("It names no time; 10:00 is taken.");
            return day.At(Usual);
        }

        if (SheetTime.Read(said) is not { } clock)
        {
            problems.Add($"“{said}” is no time of day. Write it like 10:00.");
            return null;
        }

        return day.At(clock);
    }

    /// <summary>A date without the time that may stand behind it.</summary>
    private static string DayPart(string date) => Clock().Replace(date, "").Trim().TrimEnd('T', ',');

    private static string ClockPart(string date) => Clock().Match(date) is { Success: true } found ? found.Value.Trim().TrimStart('T') : "";

    /// <summary>Text as it was before it was made safe for spreadsheets.</summary>
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && SafeCell.Of(cell[1..]).TrimStart('"').StartsWith('\'') ? cell[1..] : cell;

    private static string Cell(SheetRow row, Dictionary<string, int> columns, string field) => columns.TryGetValue(field, out var place) ? row.At(place) : "";

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})[T ](?<clock>\d{2}:\d{2})(?<seconds>:\d{2}(\.\d+)?)?\s*(?<zone>Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Moment();

    [GeneratedRegex(@"(?<=\d{2,})[T ,]+\d{1,2}[:.h]\d{2}(:\d{2})?(\.\d+)?\s*([AaPp]\.?[Mm]\.?)?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Searching.LongestMilliseconds)]
    private static partial Regex Clock();
}
