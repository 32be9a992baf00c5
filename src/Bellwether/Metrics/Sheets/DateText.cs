using System.Globalization;
using Bellwether.Kernel;
using NodaTime;

namespace Bellwether.Metrics.Sheets;

/// <summary>A day of a file as it stands there.</summary>
public sealed record WrittenDay(int Line, string Text);

/// <summary>Dates as files write them. Each way of writing has a name that a mapping remembers.</summary>
public static class DateText
{
    /// <summary>Ways that can be read only one way, and the two that are told apart by their numbers.</summary>
    private static readonly (string Name, string[] Formats)[] Ways =
    [
        ("year-month-day", ["yyyy-MM-dd", "yyyy-M-d", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz"]),
        ("yearmonthday", ["yyyyMMdd"]),
        ("year/month/day", ["yyyy/MM/dd", "yyyy/M/d", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm"]),
        ("day.month.year", ["dd.MM.yyyy", "d.M.yyyy", "dd.MM.yy", "d.M.yyyy HH:mm", "d.M.yyyy, HH:mm", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy, HH:mm:ss"]),
        ("day/month/year", ["dd/MM/yyyy", "d/M/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "dd-MM-yyyy"]),
        ("month/day/year", ["MM/dd/yyyy", "M/d/yyyy", "MM/dd/yyyy HH:mm", "M/d/yyyy h:mm tt", "MM/dd/yyyy HH:mm:ss", "M/d/yy"]),
        ("month day, year", ["MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "ddd, MMM d, yyyy"]),
        ("year-month", ["yyyy-MM", "yyyy/MM", "MMM yyyy", "MMMM yyyy", "MM/yyyy"]),
    ];

    /// <summary>The names of all ways, for a person to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Ways.Select(way => way.Name)];

    /// <summary>The way that reads most of the texts, and whether another reads them as well.</summary>
    public static (string? Way, bool Ambiguous) Guess(IReadOnlyCollection<string> texts, bool monthFirst)
    {
        if (texts.Count == 0)
        {
            return (null, false);
        }

        var scores = Ways.Select(way => (way.Name, Read: texts.Count(text => TryRead(text, way.Name, out _)))).Where(way => way.Read * 2 > texts.Count)
            .OrderByDescending(way => way.Read).ThenBy(way => way.Name == "month/day/year" != monthFirst).ToList();
        return scores.Count == 0 ? (null, false) : (scores[0].Name, scores.Count > 1 && scores[1].Read == scores[0].Read);
    }

    /// <summary>Two days that no one way reads, the earliest such; none where one way reads all that are days at all.</summary>
    public static ((WrittenDay Day, string Way) One, (WrittenDay Day, string Way) Other)? Contradiction(IEnumerable<WrittenDay> days)
    {
        var kinds = new List<(WrittenDay Day, List<string> Ways)>();
        foreach (var day in days)
        {
            List<string> ways = [.. Names.Where(way => TryRead(day.Text, way, out _))];
            if (ways.Count == 0 || kinds.Exists(kind => kind.Ways.SequenceEqual(ways, StringComparer.Ordinal)))
            {
                continue;
            }

            if (kinds.Find(kind => !kind.Ways.Intersect(ways, StringComparer.Ordinal).Any()) is { Day: { } first } against)
            {
                return ((first, against.Ways[0]), (day, ways[0]));
            }

            kinds.Add((day, ways));
        }

        return null;
    }

    /// <summary>The day that a text says in one of the ways; a time of day is dropped, in the zone the file states.</summary>
    public static bool TryRead(string text, string way, out LocalDate day)
    {
        day = default;
        var formats = Array.Find(Ways, each => each.Name == way).Formats;
        if (formats is null || text.Length is < 6 or > 40
            || !TryRead(text, formats, out var read))
        {
            return false;
        }

        day = new LocalDate(read.Year, read.Month, read.Day);
        return DayRange.Holds(day);
    }

    /// <summary>Says of a text that is a day, but none that a file may tell, that it is too early or too late; null for every other.</summary>
    public static string? Beyond(string text) =>
        text.Length is >= 6 and <= 40 && Array.Exists(Ways, way => TryRead(text, way.Formats, out var read) && !DayRange.Holds(new LocalDate(read.Year, read.Month, read.Day)))
            ? DayRange.Words(text) : null;

    /// <summary>The moment that a text says in one of the ways: its day, with the time of day and the offset where it states them.</summary>
    public static bool TryReadMoment(string text, string way, out LocalDate day, out LocalTime? time, out Offset? offset)
    {
        (time, offset) = (null, null);
        if (!TryRead(text, way, out day))
        {
            return false;
        }

        var format = Array.Find(Array.Find(Ways, each => each.Name == way).Formats, each => TryRead(text, [each], out _))!;
        _ = TryRead(text, [format], out var read);
        if (format.Contains('H', StringComparison.OrdinalIgnoreCase))
        {
            time = LocalTime.FromTicksSinceMidnight(read.TimeOfDay.Ticks);
            offset = HasOffset(format, text) ? Offset.FromTimeSpan(read.Offset) : null;
        }

        return true;
    }

    /// <summary>K stands for an offset, for Z or for nothing; zzz always for an offset.</summary>
    private static bool HasOffset(string format, string text) =>
        format.EndsWith("zzz", StringComparison.Ordinal) || (format.EndsWith('K') && (text.EndsWith('Z') || text.AsSpan(^6..).IndexOfAny('+', '-') == 0));

    private static bool TryRead(string text, string[] formats, out DateTimeOffset read) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out read);
}
