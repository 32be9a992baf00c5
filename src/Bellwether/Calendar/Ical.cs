using System.Globalization;
using System.Text;
using NodaTime;

namespace Bellwether.Calendar;

/// <summary>An event of a calendar file.</summary>
/// <param name="Key">The same for the same thing, for ever.</param>
/// <param name="Edits">Grows with its changes.</param>
/// <param name="Tentative">Whether it is not certain yet.</param>
internal sealed record IcalEvent(string Key, Instant From, Instant Until, string Title, string Text, int Edits, bool Tentative);

/// <summary>Writes calendar files (RFC 5545): texts escaped, lines folded at 75 octets and never within a character.</summary>
internal static class Ical
{
    private const int Widest = 75;

    public static byte[] Write(string name, string zone, IEnumerable<IcalEvent> events, Instant now)
    {
        var text = new StringBuilder();
        void Line(string line) => Fold(text, line);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Bellwether//Calendar//EN");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Escape(name)}");
        Line($"X-WR-TIMEZONE:{Escape(zone)}");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        foreach (var one in events)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{one.Key}@bellwether");
            Line($"DTSTAMP:{Utc(now)}");
            Line($"DTSTART:{Utc(one.From)}");
            Line($"DTEND:{Utc(one.Until)}");
            Line($"SUMMARY:{Escape(one.Title)}");
            Line($"DESCRIPTION:{Escape(one.Text)}");
            Line($"SEQUENCE:{one.Edits.ToString(CultureInfo.InvariantCulture)}");
            Line($"STATUS:{(one.Tentative ? "TENTATIVE" : "CONFIRMED")}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Text as a value: commas, semicolons and backslashes are escaped, line breaks are “\n”, other control characters go.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ',' or ';' => escaped.Append('\\').Append(letter),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static void Fold(StringBuilder text, string line)
    {
        var width = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (width + rune.Utf8SequenceLength > Widest)
            {
                text.Append("\r\n ");
                width = 1;
            }

            text.Append(rune.ToString());
            width += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Utc(Instant at) => at.InUtc().ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
