using Bellwether.Kernel;
using Bellwether.Metrics;
using Bellwether.Metrics.Sheets;
using Bellwether.Networks;
using NodaTime;

namespace Bellwether.Competitors;

/// <summary>A row of a file that was not taken, and why.</summary>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Text">The row, shortened.</param>
public sealed record RefusedRow(int Line, string Reason, string Text);

/// <summary>A row of a file that can be taken.</summary>
public sealed record FoundRow(int Line, string Who, string Network, LocalDate Day, Figures Figures, string? Source, string Text);

/// <summary>What a file says.</summary>
/// <param name="Columns">The columns that were understood: what they are called in the file, and as what they are read.</param>
/// <param name="Unused">Columns that nobody asks for.</param>
/// <param name="RowsRead">Every row that is not blank, but the one that names the columns.</param>
public sealed record ReadFile(IReadOnlyList<FoundRow> Rows, IReadOnlyList<RefusedRow> Refused, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<string> Unused, int RowsRead);

/// <summary>Reads figures of rivals from a CSV file or a workbook by the names of its columns. Every row is taken or reported.</summary>
public static class SnapshotFile
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["who"] = ["competitor", "rival", "name", "company", "brand", "who", "wettbewerber", "marke"],
        ["network"] = ["network", "platform", "channel", "site", "netzwerk", "plattform"],
        ["day"] = ["day", "date", "on", "as of", "datum", "tag"],
        ["followers"] = ["followers", "fans", "subscribers", "follower", "abonnenten"],
        ["postsPerWeek"] = ["posts per week", "posts/week", "posts a week", "cadence", "frequency", "posts pro woche"],
        ["engagementPerPost"] = ["engagement per post", "engagements per post", "avg engagement", "interactions per post", "engagement/post"],
        ["responseMinutes"] = ["response minutes", "response time", "minutes to answer", "first response", "response time (min)"],
        ["source"] = ["source", "seen at", "from", "quelle", "url"],
    };

    /// <summary>Reads a file; 422 when it is no table, or has no column for the rival, the network or the day.</summary>
    public static ReadFile Read(byte[] content, string locale)
    {
        var file = SheetReader.Read(content);
        Rule.Require(file.Problem is null, "file-unreadable", file.Problem ?? "", "content");
        var rows = file.Sheets.SelectMany(sheet => sheet.Rows).Where(row => !row.IsBlank).ToList();
        var header = rows.FindIndex(row => Columns(row).Count >= 3);
        Rule.Require(header >= 0, "columns-missing", "No row names the columns. The first row needs at least: competitor, network, date and one figure such as followers.", "content");
        var columns = Columns(rows[header]);
        foreach (var (key, word) in new[] { ("who", "competitor"), ("network", "network"), ("day", "date") })
        {
            Rule.Require(columns.ContainsKey(key), "columns-missing", $"There is no column for the {word}. Name one “{word}”.", "content");
        }

        Rule.Require(columns.Keys.Any(key => key is not ("who" or "network" or "day" or "source")), "columns-missing", "There is no column with figures. Name one “followers”, “posts per week”, “engagement per post” or “response minutes”.", "content");
        var body = rows.Skip(header + 1).ToList();
        var way = DateText.Guess([.. body.Select(row => row.At(columns["day"])).Where(text => text.Length > 0)], monthFirst: locale is "en-US").Way;
        var found = new List<FoundRow>();
        var refused = rows.Take(header).Select(row => new RefusedRow(row.Line, "It stands above the names of the columns.", row.Excerpt())).ToList();
        foreach (var row in body)
        {
            try
            {
                found.Add(Row(row, columns, way, locale));
            }
            catch (ProblemException problem)
            {
                refused.Add(new RefusedRow(row.Line, problem.Message, row.Excerpt()));
            }
        }

        var head = rows[header];
        return new ReadFile(found, refused, columns.ToDictionary(pair => head.At(pair.Value), pair => pair.Key, StringComparer.Ordinal),
            [.. head.Cells.Select((cell, index) => (Text: cell.Trim(), index)).Where(cell => cell.Text.Length > 0 && !columns.ContainsValue(cell.index)).Select(cell => cell.Text)], rows.Count - 1);
    }

    private static Dictionary<string, int> Columns(SheetRow row)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, names) in Names)
        {
            var place = row.Cells.Select((cell, index) => (Text: HeaderText.Key(cell), index)).Where(cell => names.Contains(cell.Text)).Select(cell => (int?)cell.index).FirstOrDefault();
            if (place is { } index)
            {
                found[key] = index;
            }
        }

        return found;
    }

    private static FoundRow Row(SheetRow row, Dictionary<string, int> columns, string? way, string locale)
    {
        var who = row.At(columns["who"]);
        Rule.Require(who.Length > 0, "who-missing", "Nobody is named.");
        var network = row.At(columns["network"]);
        Rule.Require(network.Length is > 0 and <= 40, "network-missing", "No network is named.");
        var text = row.At(columns["day"]);
        LocalDate day = default;
        Rule.Require(way is not null && DateText.TryRead(text, way, out day), "day-unreadable", text.Length == 0 ? "There is no date. Figures need one." : DateText.Beyond(text) ?? $"“{text}” is no date{(way is null ? "" : $" written as {way}")}.");
        var figures = new Figures(Number(row, columns, "followers", locale), Number(row, columns, "postsPerWeek", locale), Number(row, columns, "engagementPerPost", locale), Number(row, columns, "responseMinutes", locale));
        Rule.Require(!figures.IsEmpty, "no-figure", "There is no figure in it. No data is not zero.");
        var source = columns.TryGetValue("source", out var place) ? row.At(place) : "";
        return new FoundRow(row.Line, who, NetworkName.Of(network), day, figures.Checked(), source.Length == 0 ? null : source[..Math.Min(source.Length, 200)], row.Excerpt());
    }

    private static decimal? Number(SheetRow row, Dictionary<string, int> columns, string key, string locale)
    {
        if (!columns.TryGetValue(key, out var place) || row.At(place) is not { Length: > 0 } text || text is "-" or "–" or "n/a" or "N/A")
        {
            return null;
        }

        Rule.Require(NumberText.TryRead(text, locale, out var number), "number-unreadable", $"“{text}” is no number.");
        return number.Value;
    }
}
