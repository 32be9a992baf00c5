using CsvHelper;

namespace Bellwether.Metrics.Sheets;

/// <summary>Rows of separated text, with the line each one starts on; quoted cells may hold line breaks.</summary>
public static class Separated
{
    private const int Looked = 40;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The character between cells: what a “sep=” line says, else the one that divides most lines alike.</summary>
    public static char SeparatorOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && text[4] is > ' ' and < (char)127 or '\t' && text[4] != '"')
        {
            return text[4];
        }

        var lines = FirstLines(text);
        return Candidates
            .Select(candidate => (candidate, Score: ScoreOf(lines, candidate)))
            .Where(each => each.Score > 0)
            .OrderByDescending(each => each.Score)
            .Select(each => each.candidate)
            .FirstOrDefault(',');
    }

    /// <summary>The separator's name for people.</summary>
    public static string NameOf(char separator) => separator switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        _ => $"“{separator}”",
    };

    /// <summary>Every row, blank ones too.</summary>
    public static IReadOnlyList<SheetRow> Rows(string text, char separator)
    {
        var rows = new List<SheetRow>();
        var rules = new CsvReaderOptions { Separator = separator, HasHeader = false, SkipEmptyLines = false, TrackLineNumbers = true };
        using var reader = CsvReader.Create(new StringReader(text), rules, false);
        while (rows.Count <= SheetReader.MostRows && reader.Read())
        {
            rows.Add(new SheetRow((int)reader.LineNumber, reader.Current.ToArray()));
        }

        return rows;
    }

    private static List<string> FirstLines(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text.Length > 200_000 ? text[..200_000] : text);
        while (lines.Count < Looked && reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>How many lines have as many of it as most lines have; how many each has decides between equals.</summary>
    private static int ScoreOf(List<string> lines, char candidate)
    {
        var usual = lines.Select(line => Count(line, candidate)).Where(count => count > 0).GroupBy(count => count)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        return usual is null ? 0 : (usual.Count() * 1000) + Math.Min(usual.Key, 999);
    }

    private static int Count(string line, char candidate)
    {
        var (count, quoted) = (0, false);
        foreach (var character in line)
        {
            quoted ^= character == '"';
            count += !quoted && character == candidate ? 1 : 0;
        }

        return count;
    }
}
